/** What live delivery has done since the process started. */
export class LiveCounters {
  /** Transactions whose events were handed to subscribers. */
  relayed = 0;
  /** Pending events that a later one took the place of. */
  replaced = 0;
  /** Subscriptions that fell too far behind and were ended. */
  resyncs = 0;
}

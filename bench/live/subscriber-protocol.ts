/** What the process that subscribes is told to do. It answers each with one {@link SubscriberReport}. */
export type SubscriberCommand =
  /** Opens sockets and subscribes on each; answers when all are open. */
  | { readonly kind: 'OPEN'; readonly groups: readonly SubscriberGroup[] }
  /** Says what has come since the last time. */
  | { readonly kind: 'READ' };

/** Sockets that all do the same. */
export interface SubscriberGroup {
  /** ws://… */
  readonly url: string;
  readonly sockets: number;
  /** The subscription of each; null: a bare socket that only listens. */
  readonly subscription: Subscription | null;
  /** Whether each message is kept with the instant of its arrival. */
  readonly keepsMessages: boolean;
}

export interface Subscription {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What has come since the last report. */
export interface SubscriberReport {
  readonly messages: number;
  readonly bytes: number;
  /** The text of the latest. */
  readonly latest: string | null;
  readonly kept: readonly KeptMessage[];
}

export interface KeptMessage {
  /** In epoch milliseconds, with fractions. */
  readonly at: number;
  readonly text: string;
}

/** Where somebody who is not known yet, or who acts for themselves, sent a request from. */
export interface Visitor {
  /** Their address, such as an IP address. */
  readonly origin: string;
  readonly userAgent: string | null;
  readonly requestId: string;
}

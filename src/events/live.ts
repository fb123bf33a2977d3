/** Live delivery of what was committed. */
export interface Live {
  /** Says that a transaction with live events has been committed. Never waits, never throws. */
  announce(): void;
}

/** What one websocket, and one address, may take. */
export interface SocketLimits {
  readonly maxPayloadBytes: number;
  readonly maxSubscriptionsPerSocket: number;
  readonly maxSocketsPerAddress: number;
  readonly initTimeoutMs: number;
  readonly pingIntervalMs: number;
}

import type { IncomingHttpHeaders } from 'node:http';
import { UnavailableError } from '../../domain/errors.js';

export interface ByteLimits {
  /** The largest body. */
  readonly maxBodyBytes: number;
  /** What all bodies that are read or worked on may hold together. */
  readonly maxPendingBytes: number;
}

const RETRY_AFTER_SECONDS = 1;

/** Bounds the bodies that are in the process: those being read and those being worked on. */
export class PendingBytes {
  private total = 0;

  constructor(private readonly limits: ByteLimits) {}

  /** How many bytes are spoken for. */
  get size(): number {
    return this.total;
  }

  /**
   * Makes room for a request's body before it is read; what is returned gives it back, once. A body
   * that does not say its size counts as the largest, one larger than all there is as all there is.
   * Throws UnavailableError where there is no room.
   */
  reserve(headers: IncomingHttpHeaders): () => void {
    const bytes = this.sizeOf(headers);
    if (bytes > 0 && this.total + bytes > this.limits.maxPendingBytes) {
      throw new UnavailableError('Too much is being worked on.', RETRY_AFTER_SECONDS);
    }
    this.total += bytes;
    let held = bytes;
    return () => {
      this.total -= held;
      held = 0;
    };
  }

  private sizeOf(headers: IncomingHttpHeaders): number {
    const { maxBodyBytes, maxPendingBytes } = this.limits;
    const said = Number(headers['content-length'] ?? 0);
    const bytes = headers['transfer-encoding'] === undefined ? said : maxBodyBytes;
    // What is larger than a body may be is refused without being read.
    return bytes > maxBodyBytes ? 0 : Math.min(bytes, maxPendingBytes);
  }
}

import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { BackupFileError } from './backup-file-error.js';

const NEWLINE = 10;

/** Reads a compressed file from front to back, a line or a number of bytes at a time. */
export class ByteReader {
  private rest: Buffer = Buffer.alloc(0);

  private constructor(private readonly chunks: AsyncIterator<Buffer>) {}

  /** Opens a file; nothing is read yet. */
  static open(path: string, signal?: AbortSignal): ByteReader {
    const gunzip = createGunzip();
    // What fails on the way is thrown by the iterator.
    pipeline(createReadStream(path, { signal }), gunzip, () => undefined);
    const chunks: AsyncIterable<Buffer> = gunzip;
    return new ByteReader(chunks[Symbol.asyncIterator]());
  }

  /** The text up to the next end of line. Throws BackupFileError if there is none within `maxBytes`. */
  async readLine(maxBytes: number): Promise<string> {
    let line = Buffer.alloc(0);
    for (;;) {
      const end = this.rest.indexOf(NEWLINE);
      const part = end === -1 ? this.rest : this.rest.subarray(0, end);
      line = Buffer.concat([line, part]);
      if (line.length > maxBytes)
        throw new BackupFileError('The file is not a backup of Paceline.');
      this.rest = this.rest.subarray(part.length + (end === -1 ? 0 : 1));
      if (end !== -1) return line.toString('utf8');
      await this.fill();
    }
  }

  /** The next bytes, in pieces. Throws BackupFileError if there are fewer. */
  async *read(bytes: number): AsyncGenerator<Buffer> {
    for (let missing = bytes; missing > 0;) {
      if (this.rest.length === 0) await this.fill();
      const piece = this.rest.subarray(0, missing);
      this.rest = this.rest.subarray(piece.length);
      missing -= piece.length;
      yield piece;
    }
  }

  /** Throws BackupFileError if anything follows. */
  async expectEnd(): Promise<void> {
    const next = this.rest.length > 0 ? { done: false } : await this.next();
    if (next.done !== true) throw new BackupFileError('The backup has more in it than it says.');
  }

  /** Lets go of the file. */
  async close(): Promise<void> {
    await this.chunks.return?.();
  }

  private async fill(): Promise<void> {
    const next = await this.next();
    if (next.done === true) throw new BackupFileError('The backup is cut short.');
    this.rest = next.value;
  }

  private async next(): Promise<IteratorResult<Buffer>> {
    try {
      return await this.chunks.next();
    } catch (error) {
      throw isOfZlib(error) ? damaged(error) : error;
    }
  }
}

interface ZlibError {
  readonly code: string;
}

function isOfZlib(error: unknown): error is ZlibError {
  const hasCode = typeof error === 'object' && error !== null && 'code' in error;
  return hasCode && typeof error.code === 'string' && error.code.startsWith('Z_');
}

function damaged(error: ZlibError): BackupFileError {
  const message =
    error.code === 'Z_BUF_ERROR'
      ? 'The backup is cut short.'
      : 'The file is damaged, or not a backup of Paceline.';
  return new BackupFileError(message, { cause: error });
}

/** Why a command ended without a result. */
export interface Failure {
  readonly exitCode: 1 | 2;
  readonly message: string;
}

/** Errors that are written for people and say that something else must be given. */
const BAD_USAGE: ReadonlySet<string> = new Set(['ConfigError', 'InputError']);
/** Errors that are written for people and say what to do. */
const EXPLAINED: ReadonlySet<string> = new Set([
  'BackupFileError',
  'CommandRefusedError',
  'CsvFileError',
  'EmbeddedPostgresError',
  'Refusal',
  'RestoreRefusedError',
]);

/** What to tell a person about an error; what nobody foresaw keeps its stack. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { exitCode: 1, message: String(error) };
  if (BAD_USAGE.has(error.name)) return { exitCode: 2, message: error.message };
  return { exitCode: 1, message: messageOf(error) };
}

function messageOf(error: Error): string {
  if (EXPLAINED.has(error.name)) return error.message;
  if (error.name === 'AbortError') return 'Stopped before the end.';
  if (error.name === 'UnavailableError') return withCause(error);
  // Of the file system: "ENOENT: no such file or directory, open 'x.csv'".
  if ('syscall' in error && 'path' in error) return error.message;
  if ('severity' in error) return `The database refused: ${error.message}`;
  return error.stack ?? error.message;
}

function withCause({ message, cause }: Error): string {
  return cause instanceof Error && cause.message !== '' ? `${message} (${cause.message})` : message;
}

import { pino, type DestinationStream, type Logger as PinoLogger } from 'pino';

/** The levels of the log, least severe first. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** How much is logged: this and what is more severe. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** A structured logger: `log.info({ campaigns: 3 }, 'checked')`. */
export type Logger = PinoLogger;

const SECRET_FIELDS = [
  'authorization',
  'cookie',
  'password',
  'passwordHash',
  'token',
  'secret',
  'apiKey',
  'bootstrapToken',
  'databaseUrl',
  'mongoUrl',
  'redisUrl',
];

/** The level and, in tests, where the lines go; standard output otherwise. */
export interface LoggerOptions {
  level: LogLevel;
  destination?: DestinationStream;
}

/**
 * Makes the process's logger: one JSON object a line, secrets replaced by `[secret]` at the top
 * level, one and two levels down.
 */
export function createLogger({ level, destination }: LoggerOptions): Logger {
  const options = {
    level,
    base: null,
    redact: { paths: SECRET_FIELDS.flatMap(pathsOf), censor: '[secret]' },
    serializers: { err: describeError },
    formatters: { level: (label: string) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  return pino(options, destination ?? standardOutput());
}

function standardOutput(): DestinationStream {
  const output = pino.destination({ fd: process.stdout.fd, sync: true });
  // A closed terminal or a full disk is no reason to stop serving.
  output.on('error', () => undefined);
  return output;
}

/** What helps to find the cause; drivers hang whole connections on their errors. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { type, message, stack, code } = pino.stdSerializers.err(error);
  const sqlState: unknown = code;
  return { type, message, code: sqlState, stack };
}

function pathsOf(field: string): string[] {
  return [field, `*.${field}`, `*.*.${field}`];
}

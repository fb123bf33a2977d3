import { resolve } from 'node:path';
import { z } from 'zod';
import { parseInstant, type Instant } from './domain/time/instant.js';
import { LOG_LEVELS } from './platform/logger.js';
import {
  emailAddress,
  hostName,
  oneOf,
  origin,
  origins,
  printable,
  proxies,
  serverUrl,
  someOf,
  variable,
  wholeNumber,
} from './platform/variable-rules.js';
import { missingOfProvider, providerOf } from './provider-config.js';

/** The variables as the operating system gives them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What a process can do: serve the API, run the jobs. */
const ROLES = ['api', 'worker'] as const;

const KIB = 1024;
const MIB = 1024 * KIB;
const SECOND_MS = 1000;

/** Every variable that is read, with its rule and its default; an empty one is not set. */
const VARIABLES = z.object({
  /** The port it listens on; 0: any free one, named in the log. */
  PORT: wholeNumber(0, 65_535, 4000),
  /** The address it listens on; 0.0.0.0 or :: for every one. */
  HOST: hostName('127.0.0.1'),
  /** Where people and browsers reach it, as an origin; not set: where it listens. */
  PUBLIC_URL: origin(),
  /** The proxies before it whose X-Forwarded-For counts: how many, or their addresses. */
  TRUST_PROXY: proxies(),
  /** PostgreSQL 15 or newer; not set: an embedded one, under DATA_DIR. */
  DATABASE_URL: serverUrl('postgres:', 'postgresql:'),
  /** How many connections to PostgreSQL this process holds at most. */
  DATABASE_POOL_SIZE: wholeNumber(4, 500, 16),
  /** The folder of the embedded database and of the secrets made on first start. */
  DATA_DIR: variable((text) => resolve(text), 'the path of a folder', resolve('.data')),
  /** Agenda's store on MongoDB; not set: the same PostgreSQL. */
  MONGO_URL: serverUrl('mongodb:', 'mongodb+srv:'),
  /** The bus between processes on Redis; not set: LISTEN and NOTIFY of PostgreSQL. */
  REDIS_URL: serverUrl('redis:', 'rediss:'),
  /** What this process does: serve the API, run the jobs, or both. */
  ROLES: someOf(ROLES),
  /** A demo agency whose spend is simulated every minute; not set: on with the embedded database. */
  DEMO: oneOf(['on', 'off'], null),
  /** An instant: time stands still there until setClock moves it; not set: real time. */
  TEST_CLOCK: variable<Instant | null>(
    (text) => parseInstant(text) ?? undefined,
    'an instant with Z or an offset, such as 2026-03-28T12:00:00.000Z',
    null,
  ),
  /** The API token of the first administrator; not set: made and printed once. */
  BOOTSTRAP_TOKEN: printable(32, 256),
  /** The email of the first agency's owner. */
  OWNER_EMAIL: emailAddress('owner@paceline.localhost'),
  /** The OpenID Connect provider that people may sign in by; all three of these or none. */
  OIDC_ISSUER: serverUrl('https:', 'http:'),
  /** What the provider calls this Paceline. */
  OIDC_CLIENT_ID: printable(1, 256),
  /** The secret that the provider gave this Paceline. */
  OIDC_CLIENT_SECRET: printable(1, 512),
  /** How much is logged: this level and what is more severe. */
  LOG_LEVEL: oneOf(LOG_LEVELS, 'info'),
  /** Whether /metrics answers without a credential. */
  METRICS_OPEN: oneOf(['on', 'off'], 'off'),
  /** How many operations a key or a person may send a minute, recording spend aside; 0: any number. */
  REQUESTS_PER_MINUTE: wholeNumber(0, 1_000_000, 6000),
  /** The largest HTTP body; 10 000 ordinary entries are about 2 100 KiB. */
  HTTP_MAX_BODY_KIB: wholeNumber(1, 65_536, 8192),
  /** How much of HTTP bodies this process reads and works on at a time; more is told to come later. */
  HTTP_MAX_PENDING_MIB: wholeNumber(1, 65_536, 64),
  /** How many single spends may wait to be recorded; more are told to come later. */
  SPEND_QUEUE_MAX_LENGTH: wholeNumber(1, 1_000_000, 20_000),
  /** How deep the fields of an operation may nest. */
  GRAPHQL_MAX_DEPTH: wholeNumber(1, 100, 10),
  /** How many aliases an operation may hold. */
  GRAPHQL_MAX_ALIASES: wholeNumber(0, 10_000, 15),
  /** How many directives an operation may hold. */
  GRAPHQL_MAX_DIRECTIVES: wholeNumber(0, 1000, 5),
  /** How many tokens an operation may be made of. */
  GRAPHQL_MAX_TOKENS: wholeNumber(10, 1_000_000, 1000),
  /** The largest message that a websocket may send. */
  GRAPHQL_WS_MAX_PAYLOAD_KIB: wholeNumber(1, 8192, 64),
  /** How many subscriptions one websocket may hold. */
  GRAPHQL_WS_MAX_SUBSCRIPTIONS: wholeNumber(1, 10_000, 100),
  /** How many websockets one address may hold; behind a proxy all of them are the proxy's. */
  GRAPHQL_WS_MAX_SOCKETS_PER_ADDRESS: wholeNumber(1, 1_000_000, 100),
  /** How long a websocket may take to introduce itself. */
  GRAPHQL_WS_INIT_TIMEOUT_SECONDS: wholeNumber(1, 300, 5),
  /** How often a websocket is pinged; one that has not answered by the next is closed. */
  GRAPHQL_WS_PING_SECONDS: wholeNumber(1, 300, 15),
  /** Origins besides our own from which a browser may use a session, over HTTP or a websocket. */
  GRAPHQL_WS_ALLOWED_ORIGINS: origins(),
});

/** Never repeated, not even where they break their rule. */
const SECRETS: ReadonlySet<string> = new Set(['BOOTSTRAP_TOKEN', 'OIDC_CLIENT_SECRET']);

/** The names of all variables that are read. */
export const CONFIG_VARIABLES: readonly string[] = Object.keys(VARIABLES.shape);

/** What the program was told, checked, with defaults. Sizes are in bytes, durations in milliseconds. */
export type Config = ReturnType<typeof configOf>;

/** A variable that cannot be used. A secret's value is not repeated. */
export interface ConfigProblem {
  readonly variable: string;
  readonly value: string;
  readonly rule: string;
}

/** The configuration cannot be used; tells every problem, not only the first. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly problems: readonly ConfigProblem[]) {
    const lines = problems.map(({ variable, value, rule }) => `  ${variable}=${value} ${rule}`);
    super(['The configuration cannot be used:', ...lines].join('\n'));
  }
}

/** Reads the configuration. Throws {@link ConfigError} with all problems at once. */
export function loadConfig(environment: Environment = process.env): Config {
  const given = Object.entries(environment).filter(([, text]) => text !== '');
  const result = VARIABLES.safeParse(Object.fromEntries(given));
  const problems = [
    ...(result.error?.issues ?? []).map((issue) => problemOf(environment, issue)),
    ...missingOfProvider(Object.fromEntries(given)),
    ...unknownVariables(environment),
  ];
  if (!result.success || problems.length > 0) throw new ConfigError(problems);
  return configOf(result.data);
}

function configOf(read: z.output<typeof VARIABLES>) {
  return {
    port: read.PORT,
    host: read.HOST,
    publicUrl: read.PUBLIC_URL,
    trustProxy: read.TRUST_PROXY,
    databaseUrl: read.DATABASE_URL,
    databasePoolSize: read.DATABASE_POOL_SIZE,
    dataDir: read.DATA_DIR,
    mongoUrl: read.MONGO_URL,
    redisUrl: read.REDIS_URL,
    roles: read.ROLES,
    demo: read.DEMO === null ? read.DATABASE_URL === null : read.DEMO === 'on',
    testClock: read.TEST_CLOCK,
    bootstrapToken: read.BOOTSTRAP_TOKEN,
    ownerEmail: read.OWNER_EMAIL,
    openIdConnect: providerOf({
      issuer: read.OIDC_ISSUER,
      clientId: read.OIDC_CLIENT_ID,
      clientSecret: read.OIDC_CLIENT_SECRET,
    }),
    logLevel: read.LOG_LEVEL,
    metricsOpen: read.METRICS_OPEN === 'on',
    requestsPerMinute: read.REQUESTS_PER_MINUTE,
    http: {
      maxBodyBytes: read.HTTP_MAX_BODY_KIB * KIB,
      maxPendingBytes: read.HTTP_MAX_PENDING_MIB * MIB,
    },
    spend: { maxQueueLength: read.SPEND_QUEUE_MAX_LENGTH },
    graphql: {
      maxDepth: read.GRAPHQL_MAX_DEPTH,
      maxAliases: read.GRAPHQL_MAX_ALIASES,
      maxDirectives: read.GRAPHQL_MAX_DIRECTIVES,
      maxTokens: read.GRAPHQL_MAX_TOKENS,
    },
    graphqlWs: {
      maxPayloadBytes: read.GRAPHQL_WS_MAX_PAYLOAD_KIB * KIB,
      maxSubscriptionsPerSocket: read.GRAPHQL_WS_MAX_SUBSCRIPTIONS,
      maxSocketsPerAddress: read.GRAPHQL_WS_MAX_SOCKETS_PER_ADDRESS,
      initTimeoutMs: read.GRAPHQL_WS_INIT_TIMEOUT_SECONDS * SECOND_MS,
      pingIntervalMs: read.GRAPHQL_WS_PING_SECONDS * SECOND_MS,
      allowedOrigins: read.GRAPHQL_WS_ALLOWED_ORIGINS,
    },
  } as const;
}

function problemOf(environment: Environment, issue: z.core.$ZodIssue): ConfigProblem {
  const variable = String(issue.path[0]);
  return { variable, value: shown(variable, environment[variable] ?? ''), rule: issue.message };
}

/** A misspelt name must not be taken for a default. */
function unknownVariables(environment: Environment): ConfigProblem[] {
  return Object.keys(environment)
    .filter((variable) => variable.startsWith('PACELINE_'))
    .map((variable) => ({ variable, value: '…', rule: 'is not a variable of Paceline' }));
}

function shown(variable: string, text: string): string {
  if (SECRETS.has(variable)) return `(${text.length} characters)`;
  return JSON.stringify(text.replace(/\/\/[^@/]*@/, '//…@'));
}

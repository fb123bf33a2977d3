// A program that owns an embedded PostgreSQL: says its address, stops at SIGTERM.
import { startEmbeddedPostgres } from '../../dist/persistence/embedded/start-embedded-postgres.js';
import { createLogger } from '../../dist/platform/logger.js';

const [dataDir] = process.argv.slice(2);
const log = createLogger({ level: 'silent' });
const server = await startEmbeddedPostgres({ dataDir, log, durable: process.env.DURABLE === '1' });
process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)));
setInterval(() => undefined, 60_000);
process.send(server.url);

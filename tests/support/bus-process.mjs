// A program with a bus of the kind that is named: takes part, closes it, and should then have no more to do.
import { PostgresBus } from '../../dist/events/bus/postgres-bus.js';
import { RedisBus } from '../../dist/events/bus/redis-bus.js';
import { createLogger } from '../../dist/platform/logger.js';

const BUSES = { PostgreSQL: PostgresBus, Redis: RedisBus };

const [kind, url, when] = process.argv.slice(2);
const bus = new BUSES[kind]({ url, log: createLogger({ level: 'silent' }) });
bus.publish();
const signalled = new Promise((resolve) => bus.subscribe(resolve));
bus.publish();
// What waits for a server that is away does not keep a program alive: somebody else does.
const work = setInterval(() => undefined, 60_000);
if (when === 'CONNECTED') await signalled;
bus.publish();
await bus.close();
clearInterval(work);

import { BenchServer } from './estate/bench-server.js';
import { PAGE_STATEMENTS } from './page/fill-page-estate.js';
const s = await BenchServer.start();
const e = await s.openEstate(10000);
await e.execute(...PAGE_STATEMENTS);
console.log(e.url, e.superuserUrl);
process.once('SIGTERM', () => void s.stop().then(() => process.exit(0)));
setInterval(() => {}, 1000);

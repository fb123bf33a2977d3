// A program that says, on standard output, why it is asked to stop, and stops at once.
import { onStopRequest } from '../../dist/platform/stop-requests.js';

onStopRequest((reason) => {
  process.stdout.write(`${reason}\n`);
  // Later requests must change nothing.
  setTimeout(() => process.exit(0), 200);
});
setInterval(() => undefined, 60_000);
process.stdout.write('ready\n');

// `npm test`: all checks and all tests. `npm test -- ARGUMENT …`: jest alone, with these arguments.
// The last line counts the tests, and each check as one.
import { bootstrap } from './bootstrap.mjs';
import { runChecks } from './checks.mjs';
import { runJest } from './jest.mjs';

const args = process.argv.slice(2);
await bootstrap();
const checks = args.length === 0 ? await runChecks() : { passed: 0, failed: [] };
const tests = await runJest(args);
for (const name of checks.failed) process.stdout.write(`The check failed: ${name}\n`);
const passed = checks.passed + tests.passed;
const failed = checks.failed.length + tests.failed;
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;

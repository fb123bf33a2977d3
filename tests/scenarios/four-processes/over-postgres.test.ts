import { playOnFourProcesses } from '../../support/scenario/four-processes.js';

// The same tests as on one process, but for what `evaluate` alone decides: that knows no processes.
playOnFourProcesses('POSTGRES');

await import('../corner-cases/at-the-cap.test.js');
await import('../corner-cases/clocks-change.test.js');
await import('../corner-cases/daily-and-monthly-cap.test.js');
await import('../corner-cases/down-over-the-first.test.js');
await import('../corner-cases/late-spend.test.js');
await import('../rules/idempotency.test.js');
await import('../rules/period-closes.test.js');
await import('../rules/periods-never-go-back.test.js');
await import('../rules/resets.test.js');
await import('../rules/spends-together.test.js');
await import('../rules/zone-changes.test.js');

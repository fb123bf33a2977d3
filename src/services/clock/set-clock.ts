import { authorize, type Caller, wholeAgency } from '../../domain/access/caller.js';
import type { AuditDraft } from '../../domain/audit/audit-entry.js';
import { InputError, invariant } from '../../domain/errors.js';
import type { BrandId } from '../../domain/ids.js';
import { formatInstant, type Instant } from '../../domain/time/instant.js';
import { MS_PER_DAY } from '../../domain/time/local-date.js';
import { commitLazily } from '../../persistence/commit-lazily.js';
import type { ClockStep } from '../../persistence/queries/step-test-clock.js';
import { stepTestClock } from '../../persistence/queries/step-test-clock.js';
import { moveTestClock } from '../../persistence/queries/test-clock.js';
import { withSessionLock } from '../../persistence/session-lock.js';
import type { TestClock } from '../../platform/test-clock.js';
import { withBooks } from '../books/with-books.js';
import type { BookKernel, Kernel } from '../kernel.js';

/** How far one call may move the clock. */
const MAX_DAYS_AHEAD = 400;
/** Brands that one transaction brings up to date. */
const BRANDS_PER_STEP = 200;
/** A month of a few hundred campaigns takes seconds; whoever comes second waits for it. */
const MAX_WAIT_MS = 60_000;

/**
 * Moves the test clock of all processes to an instant, from one instant at which something falls due
 * to the next, doing there all that does; so that closes and events come as they would have in real
 * time. Answers when it is done. Throws InputError on `at` for an instant before the clock's or
 * more than 400 days ahead, and UnavailableError if another call takes too long.
 */
export async function setClock(kernel: Kernel, caller: Caller, at: Instant): Promise<Instant> {
  authorize(caller, 'clock:set');
  const { testClock } = kernel;
  invariant(testClock, 'only a test clock can be set');
  return withSessionLock(
    kernel.database,
    { name: 'setClock', maxWaitMs: MAX_WAIT_MS },
    async () => {
      const { everywhere } = kernel.database;
      const from = await moveTestClock(everywhere, testClock.now());
      testClock.moveTo(from);
      refuseUnreachable(from, at);
      await playUntil(kernel, testClock, at);
      testClock.moveTo(await moveTestClock(everywhere, at));
      await kernel.database
        .within(caller)
        .write((unit) => kernel.audit(unit, caller, [auditedMove(from, at)]));
      return at;
    },
  );
}

function auditedMove(from: Instant, at: Instant): AuditDraft {
  return {
    action: 'clock.set',
    object: { kind: 'clock', id: null },
    before: { at: formatInstant(from) },
    after: { at: formatInstant(at) },
  };
}

function refuseUnreachable(from: Instant, at: Instant): void {
  if (at < from) {
    const message = `The clock stands at ${formatInstant(from)} and never goes back.`;
    throw new InputError(['at'], message);
  }
  if (at - from > MAX_DAYS_AHEAD * MS_PER_DAY) {
    const message = `The clock stands at ${formatInstant(from)} and moves at most ${MAX_DAYS_AHEAD} days at a time.`;
    throw new InputError(['at'], message);
  }
}

async function playUntil(kernel: BookKernel, testClock: TestClock, until: Instant): Promise<void> {
  // Nobody else moves the clock meanwhile: each transaction need not ask where it stands.
  const books = { ...kernel, testClock: null };
  const settled = new Set<BrandId>();
  let settledAt: Instant | null = null;
  for (;;) {
    const step = await stepTestClock(kernel.database.everywhere, until, BRANDS_PER_STEP);
    if (step === null) return;
    // The clock itself cannot tell: whoever reads the kept one meanwhile moves it along.
    if (step.at !== settledAt) settled.clear();
    settledAt = step.at;
    testClock.moveTo(step.at);
    await settleStep(books, step);
    for (const { brandId } of step.brands) {
      invariant(!settled.has(brandId), 'a brand that was brought up to date is still due');
      settled.add(brandId);
    }
  }
}

async function settleStep(kernel: BookKernel, { brands }: ClockStep): Promise<void> {
  for (const [agencyId, members] of Map.groupBy(brands, (brand) => brand.agencyId)) {
    const brandIds = members.map(({ brandId }) => brandId);
    // The last move of the clock waits for the disk, and so for all of these.
    const scope = { reach: wholeAgency(agencyId), brands: brandIds, campaigns: [] };
    await withBooks(kernel, scope, ({ unit }) => commitLazily(unit));
  }
}

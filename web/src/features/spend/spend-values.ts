import { SPEND_DECIMALS } from '../../../../src/domain/money/micros.js';
import { MAX_KEY_LENGTH } from '../../../../src/domain/input/key.js';
import { amountProblem } from '../../kit/form/amount-problem.js';
import type { Money } from '../../kit/format/money.js';
import { formatMoney } from '../../kit/format/money.js';
import { isMore } from '../../kit/format/exact-amounts.js';
import { readWallTime } from '../../kit/format/wall-time.js';

/** From where the console's own spend and refunds come. */
export const CONSOLE_SOURCE = 'console';

/** What is wrong with an amount of spend as it is typed; null: nothing. */
export function spendAmountProblem(text: string): string | null {
  return amountProblem(text, { maxDecimals: SPEND_DECIMALS });
}

/** The same of a refund, which may be no more than what is left of its spend. */
export function refundAmountProblem(text: string, refundable: Money): string | null {
  const problem = spendAmountProblem(text);
  if (problem !== null) return problem;
  const asked = { amount: text.trim(), currency: refundable.currency };
  return isMore(asked, refundable) ? `More than is left: ${formatMoney(refundable)}.` : null;
}

/** What is wrong with the key of an event as it is typed; null: nothing. */
export function eventIdProblem(key: string): string | null {
  if (key === '') return 'Give it a key, so that it is recorded once.';
  if (key.length > MAX_KEY_LENGTH) return `At most ${MAX_KEY_LENGTH} characters.`;
  return /^[\x20-\x7e]+$/.test(key) ? null : 'Only plain letters, digits and signs (ASCII).';
}

/** What is wrong with a time on the clocks of a zone; null: nothing. Empty is now. */
export function wallProblem(wall: string, timeZone: string | null): string | null {
  if (wall === '' || timeZone === null) return null;
  const read = readWallTime(wall, timeZone);
  return read === null || read.kind === 'skipped' ? `The clocks of ${timeZone} skip this.` : null;
}

/** The instant to send: undefined for now. Of a time that the clocks show twice, the first. */
export function occurredAtOf(wall: string, timeZone: string | null): string | undefined {
  return timeZone === null ? undefined : readWallTime(wall, timeZone)?.instant;
}

/** Whether the clocks of a zone show a time twice, as in autumn. */
export function isShownTwice(wall: string, timeZone: string | null): boolean {
  return timeZone !== null && readWallTime(wall, timeZone)?.kind === 'repeated';
}

import { Command } from 'commander';
import { encodeId } from '../domain/ids.js';
import { formatMicros } from '../domain/money/micros.js';
import type { VerifyReport } from '../services/ledger/verify-counters.js';
import type { CommandResult, ManagementCommand } from './command.js';

/** `verify`: proves the counters against the ledger. */
export const verifyCommand: ManagementCommand = {
  create: () =>
    new Command('verify')
      .summary('compare the counters with the ledger')
      .description(
        'Compare every counter with the ledger, and what was set aside and given back with what was ' +
          'spent. Changes nothing; exits with 1 if anything differs.',
      ),
  schema: 'READ_ONLY',
  prepare:
    () =>
    async ({ kernel, watcher }) => {
      const { verifyCounters } = await import('../services/ledger/verify-counters.js');
      return resultOf(await verifyCounters(kernel, watcher));
    },
};

function resultOf(report: VerifyReport): CommandResult {
  const { entries, counters, differences } = report;
  const found = findingsOf(report);
  const more = differences - found.length;
  const facts = { entries, counters, differences, findings: found };
  const checked = `${entries} ledger rows and ${counters} counters were compared`;
  if (differences === 0) {
    return { ok: true, lines: [`${checked}: everything fits.`], next: [], facts };
  }
  return {
    ok: false,
    lines: [
      `${checked}: ${differences} things do not fit.`,
      ...found.map(({ text }) => `  ${text}`),
      ...(more > 0 ? [`  … and ${more} more`] : []),
    ],
    next: [
      'Somebody changed the database by other ways than Paceline. Restore a backup that fits, or ask ' +
        'for help with this list.',
    ],
    facts,
  };
}

interface Finding {
  readonly kind: 'COUNTER' | 'OFFSET' | 'ENTRY' | 'STATUS';
  readonly id: string;
  readonly text: string;
}

function findingsOf(report: VerifyReport): readonly Finding[] {
  return [...countersOf(report), ...offsetsOf(report), ...entriesOf(report), ...statusesOf(report)];
}

function countersOf({ wrongCounters }: VerifyReport): readonly Finding[] {
  return wrongCounters.rows.map((row) => {
    const { ownerKind, ownerId, period, date, currency } = row;
    const id = ownerKind === null ? ownerId : encodeId(ownerKind, ownerId);
    const name = row.ownerName === null ? 'owner unknown' : `"${row.ownerName}"`;
    const [ledger, counter] = [row.ledgerMicros, row.counterMicros].map(amountOf);
    const text = `${id} ${name}, ${period.toLowerCase()} ${date}: the ledger says ${ledger ?? ''}, the counter ${counter ?? ''} ${currency ?? ''}`;
    return { kind: 'COUNTER', id, text: text.trimEnd() };
  });
}

function offsetsOf({ unsoundOffsets }: VerifyReport): readonly Finding[] {
  return unsoundOffsets.rows.map(({ ownerId, period, date, trueSpentMicros, offsetMicros }) => {
    const [spent, offset] = [amountOf(trueSpentMicros), amountOf(offsetMicros)];
    const text = `${ownerId}, ${period.toLowerCase()} ${date}: ${offset} was set aside of ${spent}`;
    return { kind: 'OFFSET', id: ownerId, text };
  });
}

const FLAWS = {
  OVER_REFUNDED: 'more was given back than was spent',
  REFUND_OF_REFUND: 'a refund of a refund',
  REFUND_ELSEWHERE: 'a refund that counts elsewhere than its spend',
  WRONG_BRAND: 'its brand is not that of its campaign',
} as const;

function entriesOf({ unsoundEntries }: VerifyReport): readonly Finding[] {
  return unsoundEntries.rows.map(({ entryId, flaw }) => {
    const id = encodeId('entry', entryId);
    return { kind: 'ENTRY', id, text: `${id}: ${FLAWS[flaw]}` };
  });
}

function statusesOf({ runningOverCap }: VerifyReport): readonly Finding[] {
  return runningOverCap.rows.map(({ campaignId, campaignName }) => {
    const id = encodeId('campaign', campaignId);
    return { kind: 'STATUS', id, text: `${id} "${campaignName}": ACTIVE over an exhausted budget` };
  });
}

function amountOf(micros: string): string {
  return formatMicros(BigInt(micros));
}

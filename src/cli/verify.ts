import { Command } from 'commander';
import { encodeId } from '../domain/ids.js';
import { formatMicros } from '../domain/money/micros.js';
import type { VerifiedLog } from '../services/audit/verify-audit.js';
import type { VerifyReport } from '../services/ledger/verify-counters.js';
import type { CommandResult, ManagementCommand } from './command.js';

/** `verify`: proves the counters against the ledger, and the audit logs against their hashes. */
export const verifyCommand: ManagementCommand = {
  create: () =>
    new Command('verify')
      .summary('compare the counters with the ledger, and check the audit logs')
      .description(
        'Compare every counter with the ledger, and what was set aside and given back with what was ' +
          'spent, and recompute the hashes of every audit log. Changes nothing; exits with 1 if anything ' +
          'differs.',
      ),
  schema: 'READ_ONLY',
  prepare:
    () =>
    async ({ kernel, watcher }) => {
      const [{ verifyCounters }, { verifyAudit }] = await Promise.all([
        import('../services/ledger/verify-counters.js'),
        import('../services/audit/verify-audit.js'),
      ]);
      const counters = await verifyCounters(kernel, watcher);
      return resultOf(counters, await verifyAudit(kernel, watcher));
    },
};

function resultOf(report: VerifyReport, logs: readonly VerifiedLog[]): CommandResult {
  const { entries, counters } = report;
  const found = [...findingsOf(report), ...breaksOf(logs)];
  const broken = logs.filter((log) => log.broken !== null).length;
  const differences = report.differences + broken;
  const more = differences - found.length;
  const auditLogs = logs.map(({ agencyId, agencyName: agency, rows, hash }) => ({
    ...{ agencyId: encodeId('agency', agencyId), agency, rows, hash },
  }));
  const facts = { entries, counters, differences, findings: found, auditLogs };
  const rows = logs.reduce((sum, log) => sum + log.rows, 0);
  const checked = `${entries} ledger rows, ${counters} counters and ${rows} rows of audit logs were compared`;
  if (differences === 0) {
    const heads = auditLogs.map(
      ({ agency, rows: count, hash }) =>
        `  audit log of "${agency}": ${count} rows, the last with the hash ${hash}`,
    );
    return { ok: true, lines: [`${checked}: everything fits.`, ...heads], next: [], facts };
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
  readonly kind: 'COUNTER' | 'OFFSET' | 'ENTRY' | 'STATUS' | 'AUDIT';
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

const BREAKS = {
  WRONG_PLACE: 'rows before it are missing',
  WRONG_LINK: 'it does not follow the row before it',
  WRONG_HASH: 'it is not as it was written',
  CUT_SHORT: 'the rows after it are missing',
  WRONG_END: 'the log was noted to end elsewhere',
} as const;

function breaksOf(logs: readonly VerifiedLog[]): readonly Finding[] {
  return logs.flatMap(({ agencyId, agencyName, broken }) => {
    if (broken === null) return [];
    const { entryId, seq, flaw } = broken;
    const id = entryId === null ? encodeId('agency', agencyId) : encodeId('audit', entryId);
    const text = `audit log of "${agencyName}", row ${seq} (${id}): ${BREAKS[flaw]}`;
    return [{ kind: 'AUDIT' as const, id, text }];
  });
}

function amountOf(micros: string): string {
  return formatMicros(BigInt(micros));
}

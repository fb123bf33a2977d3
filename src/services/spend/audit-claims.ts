import type { Caller } from '../../domain/access/caller.js';
import type { AuditDraft } from '../../domain/audit/audit-entry.js';
import { encodeId } from '../../domain/ids.js';
import { formatMicros } from '../../domain/money/micros.js';
import type { Claim } from '../../domain/spend/claim.js';
import type { SpendEntry } from '../../domain/spend/spend-entry.js';
import { formatInstant } from '../../domain/time/instant.js';
import type { Books } from '../books/books.js';
import type { ClaimResult } from './claim-group.js';

/**
 * Notes for the audit log what people recorded, every refund, and what was imported, all of a
 * transaction's together. What a key's feed spends is told by the ledger itself, whose rows nobody can
 * change and which say who recorded them; so is what the demo simulates.
 */
export function auditClaims(
  books: Books,
  claims: readonly Claim[],
  results: readonly ClaimResult[],
): void {
  const imported = new Map<Caller, SpendEntry[]>();
  claims.forEach((claim, i) => {
    const result = results[i];
    if (result?.outcome !== 'RECORDED') return;
    const { caller } = claim;
    if (claim.kind === 'SPEND' && claim.imported) {
      const entries = imported.get(caller) ?? [];
      entries.push(result.entry);
      imported.set(caller, entries);
    } else if (isAudited(claim)) books.audit(caller, draftOf(result.entry));
  });
  for (const [caller, entries] of imported) books.audit(caller, importOf(caller, entries));
}

function isAudited({ kind, caller }: Claim): boolean {
  if (caller.actor.kind === 'SYSTEM') return false;
  return kind === 'REFUND' || caller.actor.kind === 'USER';
}

function draftOf(entry: SpendEntry): AuditDraft {
  const { id, kind, campaignId, amountMicros, currency, eventId, source, occurredAt } = entry;
  return {
    action: kind === 'SPEND' ? 'spend.record' : 'spend.refund',
    object: { kind: 'entry', id: encodeId('entry', id) },
    before: null,
    after: {
      campaignId: encodeId('campaign', campaignId),
      amount: formatMicros(amountMicros),
      currency,
      eventId,
      source,
      occurredAt: formatInstant(occurredAt),
    },
  };
}

function importOf({ agencyId }: Caller, entries: readonly SpendEntry[]): AuditDraft {
  const byCurrency = Map.groupBy(entries, ({ currency }) => currency);
  const totals = [...byCurrency].map(([currency, ofCurrency]) => {
    const sum = ofCurrency.reduce((total, { amountMicros }) => total + amountMicros, 0n);
    return [currency, formatMicros(sum)] as const;
  });
  return {
    action: 'spend.import',
    object: { kind: 'agency', id: encodeId('agency', agencyId) },
    before: null,
    after: { entries: entries.length, totals: Object.fromEntries(totals) },
  };
}

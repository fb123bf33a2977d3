import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { FIRST_AGENCY_ID } from '../../src/domain/access/first-agency.js';
import { periodsAt } from '../../src/domain/brand/roll.js';
import { IdFactory } from '../../src/domain/ids.js';
import { formatInstant } from '../../src/domain/time/instant.js';
import { systemClock } from '../../src/platform/clock.js';
import { idSources } from '../../src/platform/id-sources.js';
import { brandId, campaignId, CAMPAIGNS_PER_BRAND } from '../estate/campaign-ids.js';
import type { Estate } from '../estate/estate.js';
import type { Contender } from '../rounds.js';

/** As many as fit into the round many times over: made before, so that only COPY is measured. */
const ROWS_PER_COPY = 20_000;
const COPY = `copy spend_entry (agency_id, id, brand_id, campaign_id, kind, amount_micros, event_id, source,
  occurred_at, recorded_at, day, while_blocked) from stdin`;

/** Rows copied into the ledger table alone, as fast as one stream goes; the time to make them is not counted. */
export function copyToLedger(estate: Estate, campaigns: number): Contender {
  const ids = new IdFactory(idSources());
  return {
    name: 'COPY into the ledger',
    async run(durationMs) {
      const client = new pg.Client({ connectionString: estate.superuserUrl });
      await client.connect();
      let copied = 0;
      let copyingMs = 0;
      const startedAt = performance.now();
      while (copyingMs < durationMs) {
        const rows = rowsFor(campaigns, { ids, timeZone: estate.timeZone });
        const began = performance.now();
        await pipeline(Readable.from([rows]), client.query(copyFrom(COPY)));
        copyingMs += performance.now() - began;
        copied += ROWS_PER_COPY;
      }
      await client.end();
      // Rates are taken over the whole round: what it would have been without the making.
      return (copied * (performance.now() - startedAt)) / copyingMs;
    },
  };
}

function rowsFor(
  campaigns: number,
  { ids, timeZone }: { readonly ids: IdFactory; readonly timeZone: string },
): string {
  const now = systemClock.now();
  const at = formatInstant(now);
  const { day } = periodsAt(now, timeZone);
  return Array.from({ length: ROWS_PER_COPY }, () => {
    const n = Math.floor(Math.random() * campaigns);
    const id = ids.next(now);
    const brand = brandId(Math.floor(n / CAMPAIGNS_PER_BRAND));
    const columns = [FIRST_AGENCY_ID, id, brand, campaignId(n), 'SPEND', '10000', id, 'bench'];
    return `${[...columns, at, at, day.date, 'f'].join('\t')}\n`;
  }).join('');
}

import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Caller } from '../../../src/domain/access/caller.js';
import { watchBrandSpend, watchSpend } from '../../../src/events/topics.js';
import type { Kernel } from '../../../src/services/kernel.js';
import type { Outcome } from '../../../src/services/outcome.js';
import { recordRefund } from '../../../src/services/spend/record-refund.js';
import { recordSpendBatch } from '../../../src/services/spend/record-spend-batch.js';
import { recordSpend } from '../../../src/services/spend/record-spend.js';
import type {
  RecordedSpend,
  RecordSpendRequest,
} from '../../../src/services/spend/spend-requests.js';
import { accepted, refusals } from '../../support/accepted.js';
import { units } from '../../support/facts.js';
import { freshProcess } from '../../support/fresh-process.js';
import { begin, nextOf, useLiveProcesses } from '../../support/live-processes.js';
import { spendRequest } from '../../support/requests.js';
import { useWorld } from '../../support/world.js';

const world = useWorld();
const startProcess = useLiveProcesses(world);

/** An agency that a feed records for, with a campaign that everybody calls by the same name. */
interface Agency {
  readonly caller: Caller;
  readonly brandId: string;
  readonly campaignId: string;
}

let agencies: readonly [Agency, Agency, Agency];

async function anAgency(caller: Caller, name: string): Promise<Agency> {
  const actor = { kind: 'KEY', id: `key-of-${name}`, name } as const;
  const own = world.as({ ...caller, actor });
  const { brand } = await own.aBrand();
  const plan = { brandId: brand.id, externalId: 'campaign', dailyBudget: '10' };
  const { campaign } = await own.aCampaign(plan);
  return { caller: own.caller, brandId: brand.id, campaignId: campaign.id };
}

beforeEach(async () => {
  agencies = [
    await anAgency(world.caller, 'North'),
    await anAgency(await world.aStranger(), 'South'),
    await anAgency(await world.aStranger(), 'West'),
  ];
});

function spend(
  { caller, campaignId }: Agency,
  details: Partial<RecordSpendRequest> = {},
  kernel: Kernel = world.kernel,
): Promise<Outcome<RecordedSpend>> {
  return recordSpend(kernel, caller, spendRequest({ campaignId, amount: '1', ...details }));
}

/** All three at once, each the same but for its campaign. */
function spendAll(details: Partial<RecordSpendRequest> = {}, kernel: Kernel = world.kernel) {
  return Promise.all(agencies.map((agency) => spend(agency, details, kernel)));
}

interface OutboxRow {
  readonly agency: string;
  readonly xid: string;
  readonly brands: readonly string[];
  readonly campaigns: readonly string[];
}

/** What the outbox has of the three agencies since they were made. */
async function told(): Promise<readonly OutboxRow[]> {
  return world.rows<OutboxRow>(
    `select agency_id as agency, xid::text, brand_ids as brands, campaign_ids as campaigns
     from outbox where agency_id = any($1) order by seq`,
    [agencies.map(({ caller }) => caller.agencyId)],
  );
}

describe('spends of three agencies at once', () => {
  test('share one transaction, with as many statements as those of one', async () => {
    await spendAll();
    const rows = await world.rows(
      'select distinct xmin::text from spend_entry where agency_id = any($1)',
      [agencies.map(({ caller }) => caller.agencyId)],
    );
    expect(rows).toHaveLength(1);
    // What they are about is known to the process from the second time on, as to any that is at work.
    await spendAll();
    const together = await world.statementsOf(() => spendAll());
    const [north] = agencies;
    const single = await world.statementsOf(() =>
      Promise.all([spend(north), spend(north), spend(north)]),
    );
    expect(together.length).toBe(single.length);
  });

  test('give each agency a message of its own about its own things', async () => {
    const before = (await told()).length;
    await spendAll();
    const rows = (await told()).slice(before);
    expect(rows.map(({ agency, brands, campaigns }) => ({ agency, brands, campaigns }))).toEqual(
      expect.arrayContaining(
        agencies.map(({ caller, brandId, campaignId }) => ({
          agency: caller.agencyId,
          brands: [brandId],
          campaigns: [campaignId],
        })),
      ),
    );
    expect(rows).toHaveLength(3);
    expect(new Set(rows.map(({ xid }) => xid)).size).toBe(1);
  });

  test('do not meet where they have the same event of the same source', async () => {
    const same = { eventId: 'the event', source: 'the source' };
    const first = (await spendAll(same)).map(accepted);
    expect(first.map(({ duplicate }) => duplicate)).toEqual([false, false, false]);
    expect(first.map(({ entry }) => entry.agencyId)).toEqual(
      agencies.map(({ caller }) => caller.agencyId),
    );
    const again = (await spendAll(same)).map(accepted);
    expect(again.map(({ duplicate }) => duplicate)).toEqual([true, true, true]);
    expect(again.map(({ entry }) => entry.id)).toEqual(first.map(({ entry }) => entry.id));
  });

  test('do not meet where one names a campaign of another', async () => {
    const [north, south] = agencies;
    // In a process that knows neither yet.
    const fresh = freshProcess(world.kernel);
    const [own, foreign] = await Promise.all([
      spend(north, {}, fresh),
      spend({ ...south, campaignId: north.campaignId }, {}, fresh),
    ]);
    expect(accepted(own).entry.campaignId).toBe(north.campaignId);
    expect(refusals(foreign)).toEqual(['input.campaignId NOT_FOUND']);
  });

  test('do not meet where their campaigns have the same external id', async () => {
    const named = { campaignId: null, campaignExternalId: 'campaign' };
    const recorded = (await spendAll(named)).map(accepted);
    expect(recorded.map(({ entry }) => entry.campaignId)).toEqual(
      agencies.map(({ campaignId }) => campaignId),
    );
    expect(recorded.map(({ campaign }) => campaign.totals.day.trueSpentMicros)).toEqual([
      units(1),
      units(1),
      units(1),
    ]);
  });

  test('pause each campaign in the name of whoever spent there', async () => {
    await spendAll({ amount: '10' });
    for (const { caller, campaignId } of agencies) {
      const changes = await world.as(caller).changesOf(campaignId);
      expect(changes.map(({ turn, by }) => [turn, by])).toEqual([
        ['ACTIVE -> PAUSED', caller.actor.name],
      ]);
    }
  });

  test('are refused where they name another agency’s campaign, and those beside are not', async () => {
    const [north, south, west] = agencies;
    const theft = { ...south, caller: north.caller };
    const settled = await Promise.all([spend(theft), spend(south), spend(west)]);
    expect(settled.map((outcome) => outcome.ok)).toEqual([false, true, true]);
    expect(settled.slice(0, 1).flatMap(refusals)).toEqual(['input.campaignId NOT_FOUND']);
    const request = spendRequest({ campaignId: south.campaignId, amount: '1' });
    const batch = accepted(await recordSpendBatch(world.kernel, north.caller, [request]));
    expect(batch).toMatchObject([{ outcome: 'REJECTED', errors: [{ code: 'NOT_FOUND' }] }]);
  });

  test('cannot be given back by another agency', async () => {
    const [north, south] = agencies;
    const { entry } = accepted(await spend(south));
    const refund = { entryId: entry.id, amount: '1', eventId: 'refund', source: 'api' };
    const refused = await recordRefund(world.kernel, north.caller, refund);
    expect(refusals(refused)).toEqual(['input.entryId NOT_FOUND']);
    accepted(await recordRefund(world.kernel, south.caller, refund));
    const again = await recordRefund(world.kernel, north.caller, refund);
    expect(refusals(again)).toEqual(['input.entryId NOT_FOUND']);
  });

  test('are heard by their own agency’s watchers alone', async () => {
    const { kernel, live } = await startProcess();
    const nothing = { brands: null, campaigns: null };
    const campaigns = agencies.map(({ caller }) => begin(watchSpend(live, caller, nothing)));
    const brands = agencies.map(({ caller }) => begin(watchBrandSpend(live, caller, nothing)));
    const heard = Promise.all([
      Promise.all(campaigns.map(nextOf)),
      Promise.all(brands.map(nextOf)),
    ]);
    (await spendAll({}, kernel)).forEach(accepted);
    const [ofCampaigns, ofBrands] = await heard;
    expect(ofCampaigns.map(({ campaign }) => campaign.campaign.id)).toEqual(
      agencies.map(({ campaignId }) => campaignId),
    );
    expect(ofBrands.map(({ brand }) => brand.brand.id)).toEqual(
      agencies.map(({ brandId }) => brandId),
    );
    // What else they were to hear would have come before what comes of another spend.
    const next = Promise.all(campaigns.map(nextOf));
    (await spendAll({}, kernel)).forEach(accepted);
    expect((await next).map(({ campaign }) => campaign.campaign.id)).toEqual(
      agencies.map(({ campaignId }) => campaignId),
    );
  });
});

describe('whoever is confined to one brand', () => {
  let confined: Agency;
  let other: Agency;

  beforeEach(async () => {
    const [north] = agencies;
    const own = world.as(north.caller);
    const { brand } = await own.aBrand();
    const { campaign } = await own.aCampaign({ brandId: brand.id, externalId: 'other' });
    other = { caller: north.caller, brandId: brand.id, campaignId: campaign.id };
    confined = { ...north, caller: { ...north.caller, brandIds: [north.brandId] } };
  });

  test('records for it, also beside those who are not', async () => {
    const settled = await Promise.all([spend(confined), spend(other)]);
    expect(settled.map((outcome) => outcome.ok)).toEqual([true, true]);
  });

  test('records for no other, by id or by external id, also beside those who do', async () => {
    const { caller } = confined;
    const byName = { campaignId: null, campaignExternalId: 'other' };
    const [byId, named] = await Promise.all([
      spend({ ...other, caller }),
      spend({ ...other, caller }, byName),
      spend(other),
    ]);
    expect([...refusals(byId), ...refusals(named)]).toEqual([
      'input.campaignId NOT_FOUND',
      'input.campaignExternalId NOT_FOUND',
    ]);
  });

  test('gives nothing back to another brand, and does not learn that somebody has', async () => {
    const { caller } = confined;
    const { entry } = accepted(await spend(other));
    const refund = { entryId: entry.id, amount: '1', eventId: 'refund', source: 'api' };
    const refused = await recordRefund(world.kernel, caller, refund);
    expect(refusals(refused)).toEqual(['input.entryId NOT_FOUND']);
    accepted(await recordRefund(world.kernel, other.caller, refund));
    const unknown = { ...refund, entryId: world.kernel.ids.next(0) };
    const answers = [refund, unknown].map((one) => recordRefund(world.kernel, caller, one));
    const [same, none] = (await Promise.all(answers)).map(refusals);
    expect(same).toEqual(none);
  });

  test('does not learn that an event was recorded for another brand’s campaign', async () => {
    const { caller } = confined;
    const event = { eventId: 'event of the other' };
    accepted(await spend(other, event));
    const unknown = { ...other, caller, campaignId: world.kernel.ids.next(0) };
    const answers = [await spend({ ...other, caller }, event), await spend(unknown, event)];
    const [same, none] = answers.map(refusals);
    expect(same).toEqual(none);
  });
});

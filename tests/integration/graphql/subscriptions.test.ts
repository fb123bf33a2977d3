import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type ExecutionResult, parse, subscribe } from 'graphql';
import type { CampaignSnapshot } from '../../../src/domain/campaign/campaign.js';
import { encodeId } from '../../../src/domain/ids.js';
import { createLive } from '../../../src/events/live.js';
import { buildGraphSchema } from '../../../src/resolvers/build-schema.js';
import { createContext } from '../../../src/resolvers/context.js';
import { pauseCampaigns } from '../../../src/services/campaigns/pause-campaigns.js';
import { activateCampaigns } from '../../../src/services/campaigns/activate-campaigns.js';
import type { Kernel } from '../../../src/services/kernel.js';
import { recordSpendBatch } from '../../../src/services/spend/record-spend-batch.js';
import {
  BrandSpendUpdatedDocument,
  CampaignStatusChangedDocument,
  SpendUpdatedDocument,
} from '../../generated/graphql.js';
import { accepted } from '../../support/accepted.js';
import { NOBODY } from '../../support/ask.js';
import { useWorld } from '../../support/world.js';

const schema = buildGraphSchema({ testClock: false });
const world = useWorld();
/** There is no other process to be told. */
const LONELY_BUS = {
  publish: () => undefined,
  subscribe: () => undefined,
  close: () => Promise.resolve(),
};

let kernel: Kernel;
let watched: CampaignSnapshot;
let other: CampaignSnapshot;

beforeAll(async () => {
  const { database, clock, log } = world.kernel;
  const live = createLive({ database, clock, log, bus: LONELY_BUS });
  kernel = { ...world.kernel, live };
  await live.start();
});

afterAll(() => kernel.live.close());

beforeEach(async () => {
  const { brand } = await world.aBrand({ dailyBudget: '100' });
  watched = await world.aCampaign({ brandId: brand.id, dailyBudget: '10' });
  other = await world.aCampaign({ brandId: (await world.aBrand()).brand.id });
});

/** What is watched, whatever it answers. */
type AnyDocument = Pick<string, 'toString'>;
type Events = AsyncGenerator<ExecutionResult, void, void>;

/** Subscribes, as the world's caller. */
async function watch(
  document: AnyDocument,
  variableValues: Readonly<Record<string, string | readonly string[]>>,
): Promise<Events> {
  const contextValue = createContext(kernel, world.caller, NOBODY);
  const args = { schema, document: parse(document.toString()), variableValues, contextValue };
  const events = await subscribe(args);
  if ('next' in events) return events;
  throw new Error(JSON.stringify(events.errors));
}

/** Why nobody can subscribe like this. */
async function refusal(
  document: AnyDocument,
  variableValues: Readonly<Record<string, readonly string[]>>,
): Promise<unknown> {
  const contextValue = createContext(kernel, world.caller, NOBODY);
  const args = { schema, document: parse(document.toString()), variableValues, contextValue };
  const events = await subscribe(args);
  return 'next' in events ? null : events.errors?.[0]?.originalError;
}

/** What the subscriber gets next. */
async function next(events: Events): Promise<ExecutionResult> {
  const { done, value } = await events.next();
  if (done === true) throw new Error('the subscription has ended');
  return value;
}

async function pause({ campaign }: CampaignSnapshot): Promise<void> {
  accepted(await pauseCampaigns(kernel, world.caller, [campaign.id]));
}

async function spend({ campaign }: CampaignSnapshot, amount: string): Promise<void> {
  const request = {
    campaignId: campaign.id,
    campaignExternalId: null,
    amount,
    currency: null,
    eventId: `${campaign.id} ${amount}`,
    source: 'api',
    occurredAt: null,
  };
  accepted(await recordSpendBatch(kernel, world.caller, [request]));
}

const brandId = ({ brand }: CampaignSnapshot): string => brand.id;
const idOf = ({ campaign }: CampaignSnapshot): string => encodeId('campaign', campaign.id);

describe('campaignStatusChanged', () => {
  test('gives the changes of the campaign that is watched, and the campaign after them', async () => {
    const events = await watch(CampaignStatusChangedDocument, { campaignId: idOf(watched) });
    await pause(other);
    await spend(watched, '10');
    expect(await next(events)).toMatchObject({
      data: {
        campaignStatusChanged: {
          from: 'ACTIVE',
          to: 'PAUSED',
          blockers: ['DAILY_BUDGET'],
          cause: 'SPEND',
          actor: { kind: 'USER', name: 'Ada' },
          campaign: { id: idOf(watched), status: 'PAUSED', today: { utilization: 1 } },
        },
      },
    });
    await events.return();
  });

  test('with `after` begins with what was missed', async () => {
    const before = await watch(CampaignStatusChangedDocument, { campaignId: idOf(watched) });
    await pause(watched);
    const seen = await next(before);
    await before.return();
    accepted(await activateCampaigns(kernel, world.caller, [watched.campaign.id]));
    const after = idIn(seen);
    const events = await watch(CampaignStatusChangedDocument, { after });
    expect(await next(events)).toMatchObject({
      data: { campaignStatusChanged: { from: 'PAUSED', to: 'ACTIVE', cause: 'USER' } },
    });
    await events.return();
  });

  test.each<[string, () => Record<string, string | readonly string[]>]>([
    ['a malformed campaign', () => ({ campaignId: 'campaign_!' })],
    ['a brand as a campaign', () => ({ campaignId: encodeId('brand', watched.brand.id) })],
    ['a campaign of another brand', () => ({ ...brandOf(other), campaignId: idOf(watched) })],
    ['other campaigns', () => ({ campaignIds: [idOf(other), 'campaign_!'] })],
    ['no campaigns', () => ({ campaignIds: [] })],
    [
      'a campaign that is not among the others',
      () => ({ campaignId: idOf(watched), campaignIds: [idOf(other)] }),
    ],
    ['campaigns of another brand', () => ({ ...brandOf(other), campaignIds: [idOf(watched)] })],
  ])('is silent about %s', async (_, variables) => {
    const silent = await watch(CampaignStatusChangedDocument, variables());
    const events = await watch(CampaignStatusChangedDocument, brandOf(watched));
    const nothing = silent.next();
    await pause(watched);
    expect(await next(events)).toMatchObject({ data: { campaignStatusChanged: { to: 'PAUSED' } } });
    await Promise.all([silent.return(), events.return()]);
    expect(await nothing).toEqual({ done: true, value: undefined });
  });
});

describe('watching what is on the screen', () => {
  test('gives what is of one of the campaigns or brands, each once', async () => {
    const campaignIds = [idOf(watched), idOf(watched), encodeId('campaign', brandId(other))];
    const changes = await watch(CampaignStatusChangedDocument, { campaignIds });
    const spends = await watch(SpendUpdatedDocument, { campaignIds, ...brandOf(watched) });
    const brandIds = [brandOf(watched).brandId, brandOf(other).brandId];
    const brands = await watch(BrandSpendUpdatedDocument, { brandIds, ...brandOf(watched) });
    await spend(other, '1');
    await pause(other);
    await spend(watched, '10');
    const change = { campaign: { id: idOf(watched) }, to: 'PAUSED' };
    expect(await next(changes)).toMatchObject({ data: { campaignStatusChanged: change } });
    const campaign = { campaign: { id: idOf(watched) } };
    expect(await next(spends)).toMatchObject({ data: { spendUpdated: campaign } });
    const brand = { brand: { id: brandOf(watched).brandId } };
    expect(await next(brands)).toMatchObject({ data: { brandSpendUpdated: brand } });
    const nothing = changes.next();
    await Promise.all([changes.return(), spends.return(), brands.return()]);
    expect(await nothing).toEqual({ done: true, value: undefined });
  });

  test.each([
    ['campaignIds', CampaignStatusChangedDocument],
    ['campaignIds', SpendUpdatedDocument],
    ['brandIds', BrandSpendUpdatedDocument],
  ] as const)('refuses more than 100 %s, and names them', async (name, document) => {
    const many = (count: number) => Array.from({ length: count }, (_, i) => `${name} ${i}`);
    const most = await watch(document, { [name]: many(100) });
    await most.return();
    const refused = await refusal(document, { [name]: many(101) });
    expect(refused).toMatchObject({ name: 'InputError', field: [name] });
  });
});

describe('spendUpdated and brandSpendUpdated', () => {
  test('give the totals after the commit', async () => {
    const campaigns = await watch(SpendUpdatedDocument, { campaignId: idOf(watched) });
    const brands = await watch(BrandSpendUpdatedDocument, brandOf(watched));
    await spend(other, '1');
    await spend(watched, '4');
    expect(await next(campaigns)).toMatchObject({
      data: {
        spendUpdated: {
          campaign: { id: idOf(watched) },
          today: { spent: { amount: '4' }, utilization: 0.4 },
          thisMonth: { spent: { amount: '4' } },
          at: '2026-07-15T12:00:00.000Z',
        },
      },
    });
    expect(await next(brands)).toMatchObject({
      data: {
        brandSpendUpdated: {
          brand: { id: encodeId('brand', watched.brand.id) },
          today: { spent: { amount: '4' }, utilization: 0.04 },
        },
      },
    });
    await Promise.all([campaigns.return(), brands.return()]);
  });
});

function brandOf({ brand }: CampaignSnapshot): { brandId: string } {
  return { brandId: encodeId('brand', brand.id) };
}

function idIn({ data }: ExecutionResult): string {
  const change: unknown = data?.['campaignStatusChanged'];
  const hasId = typeof change === 'object' && change !== null && 'id' in change;
  return hasId ? String(change.id) : '';
}

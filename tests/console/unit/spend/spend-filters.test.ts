import { describe, expect, it } from '@jest/globals';
import { spendFilterOf, spendOrderOf } from '../../../../web/src/features/spend/spend-filters.js';

const VIENNA = { brandId: 'brand_1', campaignId: null, timeZone: 'Europe/Vienna' };

describe('the part of the ledger that an address asks for', () => {
  it('is all of it at first', () => {
    const all = { brandId: null, campaignId: null, timeZone: 'UTC' };
    expect(spendFilterOf({ search: '', filters: {} }, all)).toEqual({});
  });

  it('holds whole days on the clocks of the zone, the last one too', () => {
    const filters = { from: ['2026-10-25'], to: ['2026-10-25'] };
    expect(spendFilterOf({ search: '', filters }, VIENNA)).toEqual({
      brandId: 'brand_1',
      from: '2026-10-24T22:00:00.000Z',
      to: '2026-10-25T23:00:00.000Z',
    });
  });

  it('leaves out what is no date', () => {
    const filters = { from: ['2026-02-30'], to: ['tomorrow'] };
    expect(spendFilterOf({ search: '', filters }, VIENNA)).toEqual({ brandId: 'brand_1' });
  });

  it('is narrowed down by an event id, sources, a kind and whether the campaign was active', () => {
    const filters = { kind: ['REFUND'], source: ['console', 'api'], active: ['no'] };
    expect(spendFilterOf({ search: ' event 1 ', filters }, VIENNA)).toMatchObject({
      eventId: ['event 1'],
      kind: ['REFUND'],
      source: ['console', 'api'],
      whileBlocked: true,
    });
    const active = spendFilterOf({ search: '', filters: { active: ['yes'] } }, VIENNA);
    expect(active.whileBlocked).toBe(false);
  });

  it('has the order of the address', () => {
    expect(spendOrderOf({ field: 'OCCURRED_AT', direction: 'ASC' })).toEqual({
      field: 'OCCURRED_AT',
      direction: 'ASC',
    });
    expect(spendOrderOf(null)).toBeNull();
  });
});

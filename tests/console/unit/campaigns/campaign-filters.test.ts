import { describe, expect, it } from '@jest/globals';
import {
  asksArchived,
  campaignFilterOf,
} from '../../../../web/src/features/campaigns/campaign-filters.js';

describe('a list of campaigns', () => {
  it('leaves archived ones out unless they are asked for', () => {
    expect(campaignFilterOf({ search: '', filters: {} })).toEqual({
      desiredStatus: ['ACTIVE', 'PAUSED'],
    });
    expect(campaignFilterOf({ search: '', filters: { archived: ['too'] } })).toEqual({});
  });

  it('has archived ones if the reason or the desired status is that', () => {
    const byReason = { search: '', filters: { blocker: ['ARCHIVED'] } };
    expect(campaignFilterOf(byReason)).toEqual({ blocker: ['ARCHIVED'] });
    expect(asksArchived({ filters: { desiredStatus: ['ARCHIVED'] } })).toBe(true);
  });

  it('goes by the desired status that was chosen', () => {
    const filters = { desiredStatus: ['PAUSED'], archived: ['too'] };
    expect(campaignFilterOf({ search: 'boots', filters })).toEqual({
      search: 'boots',
      desiredStatus: ['PAUSED'],
    });
    expect(asksArchived({ filters })).toBe(false);
  });
});

import { describe, expect, it } from '@jest/globals';
import {
  invitationFilterOf,
  memberFilterOf,
  memberOrderOf,
} from '../../../../web/src/features/people/member-filters.js';
import type { ListState } from '../../../../web/src/kit/list/list-state.js';

function address(state: Partial<ListState>): ListState {
  return { search: '', filters: {}, sort: null, after: null, size: 50, columns: null, ...state };
}

describe('the filters of people', () => {
  it('are none where the address has none', () => {
    expect(memberFilterOf(address({}))).toEqual({});
    expect(invitationFilterOf(address({ filters: { role: [], status: [] } }))).toEqual({});
    expect(memberOrderOf(null)).toBeNull();
  });

  it('tell who can sign in from who was deactivated', () => {
    const active = address({ filters: { state: ['active'] } });
    const deactivated = address({ search: 'ada', filters: { state: ['deactivated'] } });
    expect(memberFilterOf(active)).toEqual({ isDeactivated: false });
    expect(memberFilterOf(deactivated)).toEqual({ search: 'ada', isDeactivated: true });
  });

  it('take several roles and statuses', () => {
    const filters = { role: ['ADMIN', 'CLIENT'], status: ['OPEN', 'EXPIRED'] };
    expect(invitationFilterOf(address({ filters }))).toEqual(filters);
  });
});

import { describe, expect, it } from '@jest/globals';
import { AUDIT_ACTIONS } from '../../../../src/domain/audit/action.js';
import { auditFilterOf } from '../../../../web/src/features/audit/audit-filters.js';
import { actionInWords } from '../../../../web/src/features/audit/audit-words.js';
import { objectPage, shortId } from '../../../../web/src/features/audit/object-page.js';

function filterOf(filters: Readonly<Record<string, readonly string[]>>) {
  const rest = { search: '', sort: null, after: null, size: 50, columns: null };
  return auditFilterOf({ ...rest, filters });
}

describe('the audit log', () => {
  it('is whole where the address narrows nothing down', () => {
    expect(filterOf({ action: [], kind: [], actor: [], object: [], from: [], to: [] })).toEqual({});
  });

  it('is narrowed down to somebody, something, and some actions', () => {
    const filters = {
      action: ['key.create'],
      kind: ['key'],
      actor: ['person_1'],
      object: ['key_1'],
    };
    expect(filterOf(filters)).toEqual({
      action: ['key.create'],
      objectKind: ['key'],
      actorId: 'person_1',
      objectId: 'key_1',
    });
  });

  it('has both days whole, on the viewer’s own clocks', () => {
    expect(filterOf({ from: ['2026-11-24'], to: ['2026-11-25'] })).toEqual({
      from: new Date(2026, 10, 24).toISOString(),
      to: new Date(2026, 10, 26).toISOString(),
    });
    expect(filterOf({ from: ['yesterday'] })).toEqual({});
  });

  it('has words for every action, and its name for one that is new', () => {
    for (const action of AUDIT_ACTIONS) expect(actionInWords(action)).not.toBe(action);
    expect(actionInWords('moon.land')).toBe('moon.land');
    expect(actionInWords('constructor')).toBe('constructor');
  });

  it('leads to the page of what was changed, where there is one', () => {
    expect(objectPage('campaign', 'campaign_1')).toBe('/campaigns/campaign_1');
    expect(objectPage('job', 'daily-reset')).toBe('/jobs');
    expect(objectPage('entry', 'entry_1')).toBeNull();
    expect(shortId('campaign_01m5wsej20ehx8pc23x9br25nr')).toBe('…br25nr');
    expect(shortId('daily-reset')).toBe('daily-reset');
  });
});

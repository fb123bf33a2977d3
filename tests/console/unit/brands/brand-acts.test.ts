import { describe, expect, it } from '@jest/globals';
import { describeAct } from '../../../../web/src/features/brands/brand-acts.js';

const brand = { name: 'Alpenglow', status: 'ACTIVE', campaigns: { totalCount: 4 } } as const;

describe('what an act means for a brand and its campaigns', () => {
  it('says how many campaigns stop', () => {
    const words = describeAct({ kind: 'status', status: 'ARCHIVED' }, brand);
    expect(words).toMatchObject({ title: 'Archive Alpenglow?', isDangerous: true });
    expect(words.explanation).toMatch(/^Its 4 campaigns become inactive at once/);
  });

  it('brings an archived brand back without spending by surprise', () => {
    const archived = { ...brand, status: 'ARCHIVED', campaigns: { totalCount: 1 } } as const;
    const words = describeAct({ kind: 'status', status: 'PAUSED' }, archived);
    expect(words.action).toBe('Restore');
    expect(words.explanation).toContain('its one campaign');
  });

  it('leaves the campaigns’ own budgets alone in a reset', () => {
    const words = describeAct({ kind: 'reset', period: 'MONTH' }, brand);
    expect(words.action).toBe('Reset the month');
    expect(words.explanation).toContain('The campaigns’ own budgets are not reset');
  });
});

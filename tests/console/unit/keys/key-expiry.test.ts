import { describe, expect, it } from '@jest/globals';
import { expiresAtOf, expiryProblem } from '../../../../web/src/features/keys/key-expiry.js';

const NOW = new Date(2026, 10, 25, 14, 30).getTime();

describe('the end of a new key', () => {
  it('is none where none is wanted', () => {
    expect(expiresAtOf({ expiry: 'never', expiresOn: '' }, NOW)).toBeNull();
    expect(expiryProblem({ expiry: 'never', expiresOn: '' }, NOW)).toBeNull();
  });

  it('is so many days from now', () => {
    const end = expiresAtOf({ expiry: '30', expiresOn: '' }, Date.parse('2026-11-25T14:30:00Z'));
    expect(end).toBe('2026-12-25T14:30:00.000Z');
  });

  it('is when the last day is over on the viewer’s own clocks', () => {
    const end = expiresAtOf({ expiry: 'date', expiresOn: '2026-12-31' }, NOW);
    expect(end).toBe(new Date(2027, 0, 1).toISOString());
  });

  it('may be the end of today, and not that of yesterday', () => {
    expect(expiryProblem({ expiry: 'date', expiresOn: '2026-11-25' }, NOW)).toBeNull();
    expect(expiryProblem({ expiry: 'date', expiresOn: '2026-11-24' }, NOW)).toMatch(
      'ended already',
    );
  });

  it.each(['', '2026-02-30', '2026-13-01', '26-01-01', 'soon'])('is no day such as %p', (text) => {
    expect(expiryProblem({ expiry: 'date', expiresOn: text }, NOW)).toBe('Choose a day.');
  });
});

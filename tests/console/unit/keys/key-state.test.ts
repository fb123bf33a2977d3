import { describe, expect, it } from '@jest/globals';
import { describeKeyState, NEAR_END_MS } from '../../../../web/src/features/keys/key-state.js';

const END = '2026-12-01T00:00:00.000Z';
const AT_END = Date.parse(END);

describe('the state of a key', () => {
  it('is good without an end, and long before it', () => {
    const endless = { expiresAt: null, revokedAt: null };
    expect(describeKeyState(endless, AT_END)).toMatchObject({ text: 'Good', isGood: true });
    const ending = { expiresAt: END, revokedAt: null };
    expect(describeKeyState(ending, AT_END - NEAR_END_MS - 1).text).toBe('Good');
  });

  it('warns of an end within a week', () => {
    const ending = { expiresAt: END, revokedAt: null };
    const state = describeKeyState(ending, AT_END - NEAR_END_MS);
    expect(state).toEqual({ text: 'Ends soon', tone: 'amber', isGood: true });
  });

  it('is expired from its end on', () => {
    const ending = { expiresAt: END, revokedAt: null };
    expect(describeKeyState(ending, AT_END - 1).isGood).toBe(true);
    expect(describeKeyState(ending, AT_END)).toMatchObject({ text: 'Expired', isGood: false });
  });

  it('is revoked whether or not it has expired', () => {
    const revoked = { expiresAt: END, revokedAt: '2026-11-25T09:00:00.000Z' };
    expect(describeKeyState(revoked, AT_END - 1).text).toBe('Revoked');
    expect(describeKeyState(revoked, AT_END + 1)).toMatchObject({ text: 'Revoked', isGood: false });
  });
});

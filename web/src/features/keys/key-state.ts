import type { BadgeProps } from '../../kit/badge.js';

/** What of a key decides whether it is good. */
export interface KeyFacts {
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
}

/** Whether a key is good, in words, and the colour of that. */
export interface KeyStateWords {
  readonly text: string;
  readonly tone: BadgeProps['tone'];
  /** Whether it can be used, and so be revoked. */
  readonly isGood: boolean;
}

/** Within this an end is near: time to make another key, and to bring it to the machine. */
export const NEAR_END_MS = 7 * 86_400_000;

/** What is so of a key at an instant: revoked comes before expired, as it can never be good again. */
export function describeKeyState({ expiresAt, revokedAt }: KeyFacts, nowMs: number): KeyStateWords {
  if (revokedAt !== null) return { text: 'Revoked', tone: 'red', isGood: false };
  if (expiresAt === null) return { text: 'Good', tone: 'good', isGood: true };
  const leftMs = Date.parse(expiresAt) - nowMs;
  if (leftMs <= 0) return { text: 'Expired', tone: 'grey', isGood: false };
  return leftMs <= NEAR_END_MS
    ? { text: 'Ends soon', tone: 'amber', isGood: true }
    : { text: 'Good', tone: 'good', isGood: true };
}

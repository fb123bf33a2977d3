import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { advance, rollSnapshot } from '../../../../src/domain/campaign/advance.js';
import { BLOCKER_CODES, statusOf } from '../../../../src/domain/campaign/blocker.js';
import type { CampaignSnapshot } from '../../../../src/domain/campaign/campaign.js';
import { evaluate } from '../../../../src/domain/campaign/evaluate.js';
import { codesOf } from '../../../../src/domain/campaign/transition.js';
import { snapshots } from '../../../support/facts.js';

const DAY_MS = 86_400_000;
const RUNS = { numRuns: 400 };

function blockersAt(snapshot: CampaignSnapshot, at: number): readonly string[] {
  return evaluate(rollSnapshot(snapshot, at), at).blockers;
}

describe('evaluate', () => {
  test('is deterministic and total: status follows from the blockers, in their order', () => {
    fc.assert(
      fc.property(snapshots(), (snapshot) => {
        const verdict = evaluate(snapshot, snapshot.at);
        expect(evaluate(snapshot, snapshot.at)).toEqual(verdict);
        expect(verdict.status).toBe(statusOf(verdict.blockers));
        expect(verdict.blockers).toEqual(
          BLOCKER_CODES.filter((code) => verdict.blockers.includes(code)),
        );
      }),
      RUNS,
    );
  });

  test('holds without a change until nextTransitionAt and differs at it', () => {
    fc.assert(
      fc.property(
        snapshots(),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true })),
        (snapshot, parts) => {
          const { blockers, nextTransitionAt } = evaluate(snapshot, snapshot.at);
          const until = nextTransitionAt ?? snapshot.at + 60 * DAY_MS;
          const length = until - snapshot.at;
          const moments = parts.map((part) => snapshot.at + Math.floor(part * (length - 1)));
          for (const at of [...moments, until - 1])
            expect(blockersAt(snapshot, at)).toEqual(blockers);
          if (nextTransitionAt !== null) {
            expect(nextTransitionAt).toBeGreaterThan(snapshot.at);
            expect(blockersAt(snapshot, nextTransitionAt)).not.toEqual(blockers);
          }
        },
      ),
      RUNS,
    );
  });

  test('lists only what people set once the campaign is archived or ended', () => {
    fc.assert(
      fc.property(snapshots(), (snapshot) => {
        const { blockers } = evaluate(snapshot, snapshot.at);
        if (!blockers.includes('ARCHIVED') && !blockers.includes('ENDED')) return;
        for (const code of blockers) {
          expect(['ARCHIVED', 'ENDED', 'MANUAL_PAUSE', 'BRAND_PAUSED']).toContain(code);
        }
      }),
      RUNS,
    );
  });
});

describe('advance', () => {
  test('ends where evaluating afresh ends, and its steps chain', () => {
    fc.assert(
      fc.property(snapshots(), fc.integer({ min: 0, max: 20 * DAY_MS }), (snapshot, ahead) => {
        const until = snapshot.at + ahead;
        const { snapshot: end, transitions } = advance(snapshot, until);
        expect(codesOf(end.campaign.state)).toEqual(blockersAt(snapshot, until));
        let decider = codesOf(snapshot.campaign.state)[0];
        let last = snapshot.at;
        for (const { before, after, at } of transitions) {
          expect(codesOf(before)[0]).toBe(decider);
          expect(at).toBeGreaterThan(last);
          decider = codesOf(after)[0];
          last = at;
        }
        expect(decider).toBe(codesOf(end.campaign.state)[0]);
      }),
      { numRuns: 150 },
    );
  });

  test('gives the same whether it stops on the way or not', () => {
    fc.assert(
      fc.property(
        snapshots(),
        fc.integer({ min: 0, max: 10 * DAY_MS }),
        fc.integer({ min: 0, max: 10 * DAY_MS }),
        (snapshot, first, second) => {
          const until = snapshot.at + first + second;
          const whole = advance(snapshot, until);
          const part = advance(snapshot, snapshot.at + first);
          const rest = advance(part.snapshot, until);
          expect(rest.snapshot).toEqual(whole.snapshot);
          expect([...part.transitions, ...rest.transitions]).toEqual(whole.transitions);
        },
      ),
      { numRuns: 150 },
    );
  });
});

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { evaluate } from '../../../src/domain/campaign/evaluate.js';
import { codesOf } from '../../../src/domain/campaign/transition.js';
import { formatInstant } from '../../../src/domain/time/instant.js';
import { withBooks } from '../../../src/services/books/with-books.js';
import { type Deed, deeds } from '../../support/deeds.js';
import { instant } from '../../support/instants.js';
import { START, useWorld, type World } from '../../support/world.js';

const world: World = useWorld();
const RUNS = 25;
const MAX_STEP_MS = 30 * 3_600_000;

/** Something that happens, and how long after what happened before. */
const steps: fc.Arbitrary<readonly { readonly deed: Deed; readonly afterMs: number }[]> = fc.array(
  fc.record({
    deed: deeds,
    afterMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: MAX_STEP_MS })),
  }),
  { minLength: 1, maxLength: 12 },
);

test('whatever people do and spend, each campaign is in the state that its facts decide, and its history leads there', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (story) => {
      await world.begin();
      const { brand } = await world.aBrand();
      const made = [
        await world.aCampaign({ brandId: brand.id }),
        await world.aCampaign({ brandId: brand.id }),
      ];
      const campaignIds = made.map(({ campaign }) => campaign.id);
      let at = instant(START);
      for (const { deed, afterMs } of story) {
        at += afterMs;
        world.at(formatInstant(at));
        await deed(world, { brandId: brand.id, campaignIds });
        await applyDue(brand.id);
        for (const id of campaignIds) await expectConsistent(id);
      }
    }),
    { numRuns: RUNS },
  );
}, 120_000);

/** What a refused deed does not write, the timer does. */
async function applyDue(brandId: string): Promise<void> {
  const scope = { reach: world.caller, brands: [brandId], campaigns: [] };
  await withBooks(world.kernel, scope, () => undefined);
}

async function expectConsistent(id: string): Promise<void> {
  const { campaign, ...facts } = await world.campaignNow(id);
  const { status, blockers, nextTransitionAt } = evaluate({ campaign, ...facts }, facts.at);
  const { state } = campaign;
  expect({ ...state, blockers: codesOf(state) }).toMatchObject({
    status,
    blockers,
    nextTransitionAt,
  });

  const history = await world.changesOf(id);
  const origins = history.map(({ turn }) => turn.split(' -> ')[0]);
  const results = history.map(({ turn }) => turn.split(' -> ')[1]);
  expect([...origins, status]).toEqual(['ACTIVE', ...results]);

  const instants = [campaign.createdAt, ...history.map((change) => change.at), facts.at];
  expect(instants).toEqual(instants.toSorted((a, b) => a - b));

  const deciders = ['nothing', ...history.map((change) => change.blockers[0] ?? 'nothing')];
  // Who turns a status turns what decides it, too: no change follows an equal one.
  expect(deciders.filter((decider, i) => decider === deciders[i - 1])).toEqual([]);
  expect(deciders.at(-1)).toBe(blockers[0] ?? 'nothing');
}

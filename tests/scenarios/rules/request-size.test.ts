import { expect, test } from '@jest/globals';
import { RecordSpendBatchDocument, type RecordSpendInput } from '../../generated/graphql.js';
import { useScenario } from '../../support/scenario/scenario.js';
import { refusalLines } from '../../support/scenario/texts.js';
import { codesOf, TestApp } from '../../support/test-app.js';

const program = new TestApp();
const scenario = useScenario({ clock: '2026-07-15T12:00:00.000Z', lasts: 'THE_FILE' }, program);

const MOST = 10_000;
const MAX_BODY_BYTES = 8 * 1024 * 1024;

/** Events under keys as long as they may be. */
function events(campaignId: string, count: number): RecordSpendInput[] {
  const source = 's'.repeat(64);
  return Array.from({ length: count }, (_, i) => {
    const eventId = String(i).padStart(128, 'e');
    return { campaignId, amount: '0.000001', eventId, source };
  });
}

async function aCampaign() {
  return scenario.aCampaign(await scenario.aBrand());
}

test('10 001 entries are TOO_MANY: nothing is recorded', async () => {
  const { id } = await aCampaign();
  const entries = events(id, MOST + 1);
  const { recordSpendBatch } = await scenario.run(RecordSpendBatchDocument, { entries });
  const { userErrors, ...answer } = recordSpendBatch;
  expect(refusalLines(userErrors)).toEqual(['entries TOO_MANY']);
  expect(answer).toEqual({ recorded: 0, duplicates: 0, rejected: 0, results: [] });
  expect(await scenario.entries({ campaignId: id })).toEqual([]);
  expect((await scenario.campaign({ id })).today.trueSpent.amount).toBe('0');
});

test('10 000 are recorded, in a body of 8 MiB; a byte more is refused, and nothing recorded', async () => {
  const { id } = await aCampaign();
  const variables = { entries: events(id, MOST), only: ['REJECTED'] };
  const json = JSON.stringify({ query: String(RecordSpendBatchDocument), variables });
  expect(json.length).toBeLessThan(MAX_BODY_BYTES);
  const tooLarge = await program.post(json.padEnd(MAX_BODY_BYTES + 1));
  expect([tooLarge.status, codesOf(tooLarge)]).toEqual([413, ['BAD_USER_INPUT']]);
  expect((await scenario.campaign({ id })).today.trueSpent.amount).toBe('0');
  const { status, body } = await program.post(json.padEnd(MAX_BODY_BYTES));
  expect(status).toBe(200);
  expect(body).toMatchObject({
    data: {
      recordSpendBatch: {
        recorded: MOST,
        duplicates: 0,
        rejected: 0,
        results: [],
        userErrors: [],
      },
    },
  });
  expect((await scenario.campaign({ id })).today.trueSpent.amount).toBe('0.01');
});

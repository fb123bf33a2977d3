import { beforeEach, describe, expect, test } from '@jest/globals';
import {
  checkAll,
  checkBudgets,
  CheckRound,
  type CheckProgress,
} from '../../../src/services/budgets/check-budgets.js';
import { codesOf } from '../../../src/domain/campaign/transition.js';
import { useProcesses } from '../../support/processes.js';
import { useWorld } from '../../support/world.js';

const world = useWorld();
const aProcess = useProcesses(world);

/** What tests before left due is not of this test. */
beforeEach(async () => {
  await checkAll(world.kernel);
});

async function anExhaustedCampaign(): Promise<string> {
  const { brand } = await world.aBrand();
  const { campaign } = await world.aCampaign({ brandId: brand.id, dailyBudget: '10' });
  await world.aSpend(campaign.id, '10');
  return campaign.id;
}

/** As a person with access to the database might. */
async function pretendActive(...ids: readonly string[]): Promise<void> {
  await world.rows(
    `update campaign set status = 'ACTIVE', blockers = '[]', next_transition_at = null
     where id = any($1::uuid[])`,
    [ids],
  );
}

describe('the check of every minute', () => {
  test('repairs a wrong state, once, and says so in the history', async () => {
    const id = await anExhaustedCampaign();
    await pretendActive(id);
    const { differences } = await checkBudgets(world.kernel, new CheckRound());
    expect(differences).toMatchObject([
      { campaignId: id, before: { status: 'ACTIVE' }, after: { status: 'PAUSED' } },
    ]);
    const changes = await world.changesOf(id);
    expect(changes.at(-1)).toMatchObject({ turn: 'ACTIVE -> PAUSED', cause: 'JOB', by: null });
    expect((await checkBudgets(world.kernel, new CheckRound())).differences).toEqual([]);
  });

  test('repairs once when three workers check at once', async () => {
    const id = await anExhaustedCampaign();
    await pretendActive(id);
    const workers = await Promise.all([aProcess(), aProcess(), aProcess()]);
    const reports = await Promise.all(
      workers.map(({ kernel }) => checkBudgets(kernel, new CheckRound())),
    );
    expect(reports.flatMap(({ differences }) => differences)).toHaveLength(1);
    const causes = (await world.changesOf(id)).map(({ cause }) => cause);
    expect(causes).toEqual(['SPEND', 'JOB']);
  });

  test('takes a transition that is due for what it is, not for a difference', async () => {
    const id = await anExhaustedCampaign();
    world.at('2026-07-16T00:00:30.000Z');
    const report = await checkBudgets(world.kernel, new CheckRound());
    expect(report).toMatchObject({ differences: [] });
    const changes = await world.changesOf(id);
    expect(changes.at(-1)).toMatchObject({ turn: 'PAUSED -> ACTIVE', cause: 'BUDGET_RESET' });
  });

  test('repairs what still differs after the transitions of the same campaign', async () => {
    const id = await anExhaustedCampaign();
    world.at('2026-07-16T00:00:30.000Z');
    await world.rows(
      `update campaign set blockers = '[{"code":"MANUAL_PAUSE","since":0}]' where id = $1`,
      [id],
    );
    await checkBudgets(world.kernel, new CheckRound());
    expect((await world.campaignNow(id)).campaign.state).toMatchObject({ status: 'ACTIVE' });
  });

  test('repairs an instant that is missing, without a change in the history', async () => {
    const id = await anExhaustedCampaign();
    await world.rows('update campaign set next_transition_at = null where id = $1', [id]);
    const { differences } = await checkBudgets(world.kernel, new CheckRound());
    expect(differences).toHaveLength(1);
    expect(await world.changesOf(id)).toHaveLength(1);
  });

  test('goes round through all brands, a part of them each time', async () => {
    const round = new CheckRound();
    const places = new Set<string>();
    do {
      await checkBudgets(world.kernel, round);
      places.add(round.place.brandId);
    } while (places.size < 100 && round.place.brandId !== '00000000-0000-0000-0000-000000000000');
    const id = await anExhaustedCampaign();
    await pretendActive(id);
    let found = 0;
    for (let i = 0; i <= places.size && found === 0; i += 1) {
      found = (await checkBudgets(world.kernel, round)).differences.length;
    }
    expect(found).toBe(1);
  });
});

describe('the check of everything', () => {
  test('says what differed, and how far it has come', async () => {
    const ids = [await anExhaustedCampaign(), await anExhaustedCampaign()];
    await anExhaustedCampaign();
    await pretendActive(...ids);
    const progress: CheckProgress[] = [];
    const report = await checkAll(world.kernel, (one) => progress.push(one));
    expect(report.differences.map(({ campaignId }) => campaignId).toSorted()).toEqual(
      ids.toSorted(),
    );
    for (const { before, after } of report.differences) {
      expect([codesOf(before), codesOf(after)]).toEqual([[], ['DAILY_BUDGET']]);
    }
    const last = progress.at(-1);
    expect(last?.campaigns).toBe(report.campaigns);
    expect(last?.ofCampaigns).toBe(report.campaigns);
    expect((await checkAll(world.kernel)).differences).toEqual([]);
  });
});

import { beforeAll, describe, expect, test } from '@jest/globals';
import { ListStatusChangesDocument } from '../../generated/graphql.js';
import type { ChangeEvent } from '../../support/scenario/reader.js';
import type { Recorder } from '../../support/scenario/recorder.js';
import { useScenario } from '../../support/scenario/scenario.js';
import { changeLine } from '../../support/scenario/texts.js';

describe('status changes', () => {
  /** A Wednesday. */
  const scenario = useScenario({ clock: '2026-07-15T12:00:00Z', lasts: 'THE_FILE' });

  const AFTERNOON = [{ days: ['WEDNESDAY' as const], start: '12:00', end: '18:00' }];

  let changes: Recorder<ChangeEvent>;

  beforeAll(async () => {
    changes = await scenario.watchChanges();
  });

  test('creation writes no change, whatever the first state is', async () => {
    const brand = await scenario.aBrand();
    const made = [
      await scenario.aCampaign(brand),
      await scenario.aCampaign(brand, { desiredStatus: 'PAUSED' }),
      await scenario.aCampaign(brand, { startsAt: '2026-08-01T00:00:00Z' }),
      await scenario.aCampaign(brand, { endsAt: '2026-07-01T00:00:00Z' }),
      await scenario.aCampaign(brand, {
        windows: [{ days: ['SUNDAY'], start: '00:00', end: '01:00' }],
      }),
    ];
    expect(made.map(({ status }) => status)).toEqual([
      ...['ACTIVE', 'PAUSED', 'INACTIVE', 'INACTIVE', 'INACTIVE'],
    ]);
    expect(new Set(made.map(({ statusSince }) => statusSince))).toEqual(
      new Set(['2026-07-15T12:00:00.000Z']),
    );
    for (const campaign of made) expect(await scenario.history(campaign)).toEqual([]);
    const filter = { brandId: brand.id };
    const { statusChanges } = await scenario.run(ListStatusChangesDocument, { filter });
    expect(statusChanges.nodes).toEqual([]);
  });

  describe('a campaign through an afternoon', () => {
    const begun = 'INACTIVE OUTSIDE_SCHEDULE -> ACTIVE, USER by First key at 2026-07-15T12:00Z';
    const told: string[] = [];
    const campaign = { id: '' };

    /** All that was written of it by now, the last of it as it is heard; nothing: no more. */
    async function isTold(line?: string): Promise<void> {
      // Whatever had been heard without being written would come before it.
      if (line !== undefined) expect(changeLine(await changes.next())).toBe(line);
      told.push(...(line === undefined ? [] : [line]));
      expect(await scenario.history(campaign)).toEqual(told);
    }

    beforeAll(async () => {
      const brand = await scenario.aBrand();
      campaign.id = (
        await scenario.aCampaign(brand, {
          dailyBudget: '10',
          windows: [{ days: ['SUNDAY'], start: '00:00', end: '01:00' }],
        })
      ).id;
    });

    test('a change of the status is written', async () => {
      await scenario.setWindows(campaign, AFTERNOON);
      await isTold(begun);
    });

    test('a change of neither status nor decider is not', async () => {
      await scenario.setClock('2026-07-15T13:00:00Z');
      await scenario.updateCampaign(campaign, { name: 'Renamed', dailyBudget: '20' });
      await scenario.updateCampaign(campaign, { endsAt: '2026-07-16T12:00:00Z' });
      await scenario.spend(campaign, '15');
      await scenario.resetBudgets('DAY', campaign);
      await scenario.activate(campaign);
      await isTold();
      expect((await scenario.state(campaign))[0]).toBe(
        'ACTIVE since 2026-07-15T12:00Z, next 2026-07-15T18:00Z',
      );
    });

    test('a new decider of the same status is written, and leaves statusSince', async () => {
      await scenario.setClock('2026-07-15T14:00:00Z');
      await scenario.spend(campaign, '20');
      await isTold('ACTIVE -> PAUSED DAILY_BUDGET, SPEND by First key at 2026-07-15T14:00Z');
      await scenario.setClock('2026-07-15T15:00:00Z');
      await scenario.pause(campaign);
      await isTold(
        'PAUSED DAILY_BUDGET -> PAUSED MANUAL_PAUSE+DAILY_BUDGET, USER by First key at 2026-07-15T15:00Z',
      );
      expect((await scenario.state(campaign))[0]).toMatch(/^PAUSED since 2026-07-15T14:00Z/);
    });

    test('what comes and goes behind the decider is not written', async () => {
      await scenario.resetBudgets('DAY', campaign);
      await scenario.spend(campaign, '20');
      await scenario.updateCampaign(campaign, { monthlyBudget: '1' });
      await scenario.updateCampaign(campaign, { monthlyBudget: null });
      await scenario.setClock('2026-07-15T19:00:00Z');
      await isTold();
      expect(await scenario.state(campaign)).toEqual([
        'PAUSED since 2026-07-15T14:00Z, next 2026-07-16T00:00Z',
        'MANUAL_PAUSE since 2026-07-15T15:00Z, clears never',
        'DAILY_BUDGET since 2026-07-15T15:00Z, clears 2026-07-16T00:00Z',
        'OUTSIDE_SCHEDULE since 2026-07-15T18:00Z, clears 2026-07-22T12:00Z',
      ]);
    });

    test('each further one is written once, with the blockers before and after', async () => {
      await scenario.activate(campaign);
      await isTold(
        'PAUSED MANUAL_PAUSE+DAILY_BUDGET+OUTSIDE_SCHEDULE -> PAUSED DAILY_BUDGET+OUTSIDE_SCHEDULE, USER by First key at 2026-07-15T19:00Z',
      );
      await scenario.setClock('2026-07-16T00:00:00Z');
      await isTold(
        'PAUSED DAILY_BUDGET+OUTSIDE_SCHEDULE -> INACTIVE OUTSIDE_SCHEDULE, BUDGET_RESET by nobody at 2026-07-16T00:00Z',
      );
      await scenario.setClock('2026-07-16T12:00:00Z');
      await isTold(
        'INACTIVE OUTSIDE_SCHEDULE -> INACTIVE ENDED, SCHEDULE by nobody at 2026-07-16T12:00Z',
      );
      await scenario.updateCampaign(campaign, { desiredStatus: 'ARCHIVED' });
      await isTold(
        'INACTIVE ENDED -> INACTIVE ARCHIVED+ENDED, USER by First key at 2026-07-16T12:00Z',
      );
      expect((await scenario.state(campaign))[0]).toBe(
        'INACTIVE since 2026-07-16T00:00Z, next never',
      );
    });

    test('its end while it is archived is not', async () => {
      const restored = { desiredStatus: 'PAUSED' as const, endsAt: '2026-07-17T00:00:00Z' };
      await scenario.updateCampaign(campaign, restored);
      await isTold(
        'INACTIVE ARCHIVED+ENDED -> PAUSED MANUAL_PAUSE+OUTSIDE_SCHEDULE, USER by First key at 2026-07-16T12:00Z',
      );
      await scenario.updateCampaign(campaign, { desiredStatus: 'ARCHIVED' });
      await isTold(
        'PAUSED MANUAL_PAUSE+OUTSIDE_SCHEDULE -> INACTIVE ARCHIVED, USER by First key at 2026-07-16T12:00Z',
      );
      await scenario.setClock('2026-07-18T00:00:00Z');
      await isTold();
    });
  });
});

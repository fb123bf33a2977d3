import { describe, expect, test } from '@jest/globals';
import { playOnFourProcesses } from '../../support/scenario/four-processes.js';
import { hasRedis } from '../../support/redis-server.js';
import { useScenario } from '../../support/scenario/scenario.js';
import { until } from '../../support/until.js';

const { redis, players } = playOnFourProcesses(hasRedis ? 'REDIS' : 'POSTGRES');

await import('../corner-cases/across-midnight.test.js');
await import('../corner-cases/many-at-once.test.js');
await import('../corner-cases/midnight-outside-the-window.test.js');
await import('../corner-cases/one-event-many-times.test.js');
await import('../corner-cases/paused-by-hand.test.js');
await import('../corner-cases/zone-changed-at-noon.test.js');
await import('../a-month-at-once.test.js');
await import('../rules/days-of-spend.test.js');
await import('../rules/refunds.test.js');
await import('../rules/spend-while-blocked.test.js');
await import('../rules/status-changes.test.js');

const CHANNEL = 'paceline:live';
const PROCESSES = 4;
const EVENTS_PER_ACT = 6;

if (redis) {
  describe('live events of another process', () => {
    useScenario({ clock: '2026-07-15T12:00:00Z' });

    async function untilAllListen(): Promise<void> {
      await until(async () => {
        const answer = await redis?.server.ask('pubsub', 'numsub', CHANNEL);
        return Array.isArray(answer) && answer[1] === PROCESSES;
      });
    }

    test('come once each and in order, though Redis is killed and started again', async () => {
      const [here, there] = players();
      if (!here || !there) throw new Error('there are two apis');
      await untilAllListen();
      const brand = await here.aBrand();
      const changes = await there.watchChanges({ brandId: brand.id });
      const caused: string[] = [];
      const act = async (): Promise<void> => {
        for (let i = 0; i < EVENTS_PER_ACT; i += 1) {
          const { id } = await here.aCampaign(brand);
          await here.pause({ id });
          caused.push(id);
        }
      };
      await act();
      await Promise.all([redis.server.kill(), act()]);
      await act();
      await Promise.all([redis.server.start(), act()]);
      await untilAllListen();
      await act();
      const heard = await changes.take(caused.length);
      expect(heard.map(({ campaign }) => campaign.id)).toEqual(caused);
      // Whatever came twice would have come before this.
      await here.activate({ id: caused[0] ?? '' });
      expect(await changes.next()).toMatchObject({ campaign: { id: caused[0] }, to: 'ACTIVE' });
      await there.hangUp();
    });
  });
}

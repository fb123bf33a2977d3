import { Command } from 'commander';
import { encodeId } from '../domain/ids.js';
import type { CheckReport } from '../services/budgets/check-budgets.js';
import type { CommandResult, ManagementCommand } from './command.js';

/** So many differences are listed. */
const MAX_LISTED = 100;

/** `check`: evaluates and repairs everything. */
export const checkCommand: ManagementCommand = {
  create: () =>
    new Command('check')
      .summary('evaluate everything and repair what differs')
      .description(
        'Do what is due, evaluate every campaign from the facts, repair what differs, and say what did: ' +
          'normally nothing.',
      ),
  schema: 'MIGRATED',
  prepare:
    () =>
    async ({ kernel, watcher }) => {
      const { checkAll } = await import('../services/budgets/check-budgets.js');
      const report = await checkAll(kernel, ({ campaigns, ofCampaigns }) => {
        watcher.signal.throwIfAborted();
        watcher.onProgress({ phase: 'Checking', done: campaigns, total: ofCampaigns });
      });
      return resultOf(report);
    },
};

function resultOf({ brands, campaigns, differences }: CheckReport): CommandResult {
  const listed = differences.slice(0, MAX_LISTED).map(({ campaignId, before, after }) => ({
    campaign: encodeId('campaign', campaignId),
    before: stateOf(before),
    after: stateOf(after),
  }));
  const more = differences.length - listed.length;
  return {
    ok: true,
    lines: [
      `${campaigns} campaigns of ${brands} brands were evaluated; ${differences.length} had to be repaired.`,
      ...listed.map(({ campaign, before, after }) => `  ${campaign}: was ${before}, is ${after}`),
      ...(more > 0 ? [`  … and ${more} more`] : []),
    ],
    next: differences.length === 0 ? [] : ['Prove the sums too with "npm run paceline -- verify".'],
    facts: { brands, campaigns, repaired: differences.length, differences: listed },
  };
}

function stateOf({ status, blockers }: CheckReport['differences'][number]['before']): string {
  return [status, ...blockers.map(({ code }) => code)].join(' ');
}

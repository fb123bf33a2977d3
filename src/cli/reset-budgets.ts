import { Command, Option } from 'commander';
import { InputError } from '../domain/errors.js';
import type { BudgetPeriod } from '../domain/time/period.js';
import { AGENCY_OPTION } from './agency-option.js';
import type { ManagementCommand } from './command.js';

interface Options {
  readonly period: 'day' | 'month';
  readonly brand?: readonly string[];
  readonly all?: true;
  readonly agency?: string;
}

const PERIODS = { day: 'DAY', month: 'MONTH' } as const satisfies Record<string, BudgetPeriod>;

/** `reset-budgets`: lets budgets count from zero again. */
export const resetBudgetsCommand: ManagementCommand = {
  create: () =>
    new Command('reset-budgets')
      .summary('let budgets count from zero again')
      .description(
        'Let the budgets of brands and of all their campaigns count from zero again in the current day ' +
          'or month. What was spent stays in the ledger.',
      )
      .addOption(
        new Option('--period <period>', 'which budgets')
          .choices(Object.keys(PERIODS))
          .makeOptionMandatory(),
      )
      .option('--brand <id...>', 'brands by id or external id')
      .option('--all', 'all brands that are not archived')
      .option(...AGENCY_OPTION),
  schema: 'MIGRATED',
  prepare: (given) => {
    const { period, brand, all = false, agency = null } = given.opts<Options>();
    if (all === (brand !== undefined)) {
      throw new InputError(['brand'], 'Say either --brand with one or more brands, or --all.');
    }
    return async ({ kernel, callerIn, watcher }) => {
      const { resetManyBudgets } = await import('../services/budgets/reset-many-budgets.js');
      const request = { period: PERIODS[period], brands: brand ?? 'ALL', watcher } as const;
      const report = await resetManyBudgets(kernel, await callerIn(agency), request);
      const what = `the ${period} of ${report.brands} brands and ${report.campaigns} campaigns`;
      return {
        ok: true,
        lines: [
          `Reset ${what}; ${report.refused} campaigns were refused because they are archived.`,
        ],
        next: [],
        facts: { period, ...report },
      };
    };
  },
};

import { ArgsType, Field } from 'type-graphql';
import type { BudgetPeriod } from '../../domain/time/period.js';
import { PageArgs } from '../paging/page-args.js';
import { BudgetPeriodEnum } from './budget-period-enum.js';

@ArgsType()
export class PeriodClosesArgs extends PageArgs {
  @Field(() => BudgetPeriodEnum, {
    nullable: true,
    description: 'Days alone or months alone; absent: both.',
  })
  readonly period?: BudgetPeriod | null;
}

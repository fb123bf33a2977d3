import { Field, Float, ObjectType } from 'type-graphql';
import type { Brand } from '../../domain/brand/brand.js';
import type { OwnerTotals, Tally } from '../../domain/budget/tally.js';
import { type Usage, usageOf } from '../../domain/budget/usage.js';
import type { Micros } from '../../domain/money/micros.js';
import type { Instant } from '../../domain/time/instant.js';
import type { BudgetPeriod, Period } from '../../domain/time/period.js';
import { MoneyType, optionalMoney } from '../money/money-type.js';
import { DateTimeScalar } from '../scalars/date-time-scalar.js';
import { BudgetPeriodEnum } from './budget-period-enum.js';

interface Span {
  readonly kind: BudgetPeriod;
  readonly period: Period;
  readonly currency: string;
}

@ObjectType('BudgetUsage', {
  description: 'A budget in its current period. It is exhausted when spent >= budget.',
})
export class BudgetUsageType {
  private readonly usage: Usage;

  constructor(
    private readonly span: Span,
    tally: Tally,
    budgetMicros: Micros | null,
  ) {
    this.usage = usageOf(tally, budgetMicros);
  }

  @Field(() => BudgetPeriodEnum, { description: 'Day or month.' })
  get period(): BudgetPeriod {
    return this.span.kind;
  }

  @Field(() => DateTimeScalar, { description: 'Its first instant.' })
  get periodStart(): Instant {
    return this.span.period.startsAt;
  }

  @Field(() => DateTimeScalar, { description: 'Its end (exclusive).' })
  get periodEnd(): Instant {
    return this.span.period.endsAt;
  }

  @Field(() => MoneyType, {
    description:
      'What counts against the cap: true spend less what a reset set aside; never negative.',
  })
  get spent(): MoneyType {
    return new MoneyType(this.usage.spentMicros, this.span.currency);
  }

  @Field(() => MoneyType, { description: 'All that was spent in the period.' })
  get trueSpent(): MoneyType {
    return new MoneyType(this.usage.trueSpentMicros, this.span.currency);
  }

  @Field(() => MoneyType, { nullable: true, description: 'The cap; null: none.' })
  get budget(): MoneyType | null {
    return optionalMoney(this.usage.budgetMicros, this.span.currency);
  }

  @Field(() => MoneyType, {
    nullable: true,
    description: 'budget - spent, may be negative; null without a cap.',
  })
  get remaining(): MoneyType | null {
    return optionalMoney(this.usage.remainingMicros, this.span.currency);
  }

  @Field(() => Float, {
    nullable: true,
    description: 'spent / budget: 1 is exhausted, not clamped; null without a cap.',
  })
  get utilization(): number | null {
    return this.usage.utilization;
  }
}

interface Caps {
  readonly dailyBudgetMicros: Micros | null;
  readonly monthlyBudgetMicros: Micros | null;
}

/** An owner's current day: its own cap and totals in its brand's period and currency. */
export function todayOf(caps: Caps, totals: OwnerTotals, brand: Brand): BudgetUsageType {
  const span: Span = { kind: 'DAY', period: brand.day, currency: brand.currency };
  return new BudgetUsageType(span, totals.day, caps.dailyBudgetMicros);
}

/** An owner's current month: its own cap and totals in its brand's period and currency. */
export function thisMonthOf(caps: Caps, totals: OwnerTotals, brand: Brand): BudgetUsageType {
  const span: Span = { kind: 'MONTH', period: brand.month, currency: brand.currency };
  return new BudgetUsageType(span, totals.month, caps.monthlyBudgetMicros);
}

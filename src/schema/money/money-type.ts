import { Field, ObjectType } from 'type-graphql';
import { formatMicros, type Micros } from '../../domain/money/micros.js';
import { CurrencyScalar } from '../scalars/currency-scalar.js';
import { DecimalScalar } from '../scalars/decimal-scalar.js';

@ObjectType('Money', {
  description: "An exact amount of money. All amounts of one brand are in the brand's currency.",
})
export class MoneyType {
  constructor(
    private readonly micros: Micros,
    private readonly code: string,
  ) {}

  @Field(() => DecimalScalar, {
    description: 'In whole units of the currency: "12.5" is twelve and a half.',
  })
  get amount(): string {
    return formatMicros(this.micros);
  }

  @Field(() => CurrencyScalar, { description: 'The currency of the amount.' })
  get currency(): string {
    return this.code;
  }
}

/** The amount in its currency, if there is one. */
export function optionalMoney(micros: Micros | null, currency: string): MoneyType | null {
  return micros === null ? null : new MoneyType(micros, currency);
}

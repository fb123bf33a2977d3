import { Field, ID, InputType } from 'type-graphql';
import { DecimalScalar } from '../scalars/decimal-scalar.js';
import { DEFAULT_SOURCE } from './record-spend-input.js';

@InputType('RecordRefundInput', { description: 'Money given back.' })
export class RecordRefundInput {
  @Field(() => ID, { description: 'The spend it gives back from.' })
  readonly entryId!: string;

  @Field(() => DecimalScalar, {
    description: 'More than zero; all refunds of one entry never exceed it.',
  })
  readonly amount!: string;

  @Field(() => String, {
    description: '1 to 128 printable ASCII characters, unique per source for ever.',
  })
  readonly eventId!: string;

  @Field(() => String, {
    nullable: true,
    defaultValue: DEFAULT_SOURCE,
    description: '1 to 64 printable ASCII characters.',
  })
  readonly source?: string | null;
}

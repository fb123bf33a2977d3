import { Field, InputType } from 'type-graphql';
import type { Direction } from '../../domain/paging/page.js';
import { describedEnum } from '../described-enum.js';
import { DirectionEnum } from '../paging/direction-enum.js';

/** What members are ordered by. */
export type MemberOrderField = 'NAME' | 'EMAIL' | 'CREATED_AT';

const MemberOrderFieldEnum = describedEnum<MemberOrderField>({
  name: 'MemberOrderField',
  description: 'What members are ordered by.',
  values: {
    NAME: 'Their names.',
    EMAIL: 'Their e-mail addresses.',
    CREATED_AT: 'When they joined the agency.',
  },
});

@InputType('MemberOrder', { description: 'An order of members.' })
export class MemberOrderInput {
  @Field(() => MemberOrderFieldEnum, { description: 'By what.' })
  readonly field!: MemberOrderField;

  @Field(() => DirectionEnum, { description: 'Which end first.' })
  readonly direction!: Direction;
}

import { Field, InputType } from 'type-graphql';
import type { Direction } from '../../domain/paging/page.js';
import { describedEnum } from '../described-enum.js';
import { DirectionEnum } from '../paging/direction-enum.js';

/** What keys are ordered by. */
export type KeyOrderField = 'NAME' | 'CREATED_AT' | 'LAST_USED_AT';

const KeyOrderFieldEnum = describedEnum<KeyOrderField>({
  name: 'KeyOrderField',
  description: 'What keys are ordered by.',
  values: {
    NAME: 'Their names.',
    CREATED_AT: 'When they were made.',
    LAST_USED_AT: 'When they were last used; those that never were last.',
  },
});

@InputType('KeyOrder', { description: 'An order of keys.' })
export class KeyOrderInput {
  @Field(() => KeyOrderFieldEnum, { description: 'By what.' })
  readonly field!: KeyOrderField;

  @Field(() => DirectionEnum, { description: 'Which end first.' })
  readonly direction!: Direction;
}

import { Field, InputType } from 'type-graphql';
import type { Direction } from '../../domain/paging/page.js';
import { describedEnum } from '../described-enum.js';
import { DirectionEnum } from '../paging/direction-enum.js';

/** What invitations are ordered by. */
export type InvitationOrderField = 'EMAIL' | 'CREATED_AT' | 'EXPIRES_AT';

const InvitationOrderFieldEnum = describedEnum<InvitationOrderField>({
  name: 'InvitationOrderField',
  description: 'What invitations are ordered by.',
  values: {
    EMAIL: 'The e-mail addresses.',
    CREATED_AT: 'When they were made.',
    EXPIRES_AT: 'Until when their links can be used.',
  },
});

@InputType('InvitationOrder', { description: 'An order of invitations.' })
export class InvitationOrderInput {
  @Field(() => InvitationOrderFieldEnum, { description: 'By what.' })
  readonly field!: InvitationOrderField;

  @Field(() => DirectionEnum, { description: 'Which end first.' })
  readonly direction!: Direction;
}

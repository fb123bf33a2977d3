import { ArgsType, Field } from 'type-graphql';
import { PageArgs } from '../paging/page-args.js';
import { AuditFilterInput } from './audit-filter-input.js';

@ArgsType()
export class AuditLogArgs extends PageArgs {
  @Field(() => AuditFilterInput, { nullable: true, description: 'Which rows; absent: all.' })
  readonly filter?: AuditFilterInput | null;
}

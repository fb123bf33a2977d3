import { Field, ObjectType } from 'type-graphql';

@ObjectType('PageInfo', {
  description: 'Where a page stands in its list. Lists are paged forward.',
})
export class PageInfoType {
  @Field(() => Boolean, { description: 'Whether more follows.' })
  readonly hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether this page was asked for with `after`.' })
  readonly hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'The cursor of the first item.' })
  readonly startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor to pass as `after` for the next page.',
  })
  readonly endCursor!: string | null;
}

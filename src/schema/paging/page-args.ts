import { ArgsType, Field, Int } from 'type-graphql';

/** How many items a page holds where nothing is asked. */
export const DEFAULT_PAGE_SIZE = 20;

/** Which page of a list; every list takes these. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    defaultValue: DEFAULT_PAGE_SIZE,
    description: 'How many at most, 1 to 100; null: 20.',
  })
  readonly first!: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The cursor after which the page begins: endCursor of the page before. Absent: the first page.',
  })
  readonly after?: string | null;
}

import { Field, ID, InterfaceType } from 'type-graphql';

@InterfaceType('Node', { description: 'Anything with a global id.' })
export abstract class NodeType {
  @Field(() => ID, {
    description: 'An opaque string, prefixed with the type and sortable by creation: campaign_01k…',
  })
  readonly id!: string;
}

import { type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { type PageInfo, PageInfoType } from './page-info-type.js';

/** An item of a page and its place in the list. */
interface Edge<N> {
  readonly node: N;
  readonly cursor: string;
}

/** A page as the API answers it. */
export interface Connection<N> {
  readonly edges: readonly Edge<N>[];
  readonly nodes: readonly N[];
  readonly pageInfo: PageInfo;
}

/** A page that can say how many its filter matches; counted only where it is asked. */
export interface CountedConnection<N> extends Connection<N> {
  readonly totalCount: () => Promise<number>;
}

/** How a connection's types are named and described. */
export interface ConnectionDescription<N extends object> {
  /** "Brand" makes BrandEdge and BrandConnection. */
  readonly name: string;
  readonly nodeType: ClassType<N>;
  /** "brand", "brands": one item and many, as the descriptions call them. */
  readonly one: string;
  readonly many: string;
  /** "A brand in a list." */
  readonly edge: string;
  /** "A page of brands." */
  readonly page: string;
}

/** Makes the two types of a connection. */
export function connectionType<N extends object>(
  described: ConnectionDescription<N>,
): ClassType<Connection<N>> {
  const { name, nodeType, one, many } = described;

  @ObjectType(`${name}Edge`, { description: described.edge })
  class EdgeType implements Edge<N> {
    @Field(() => nodeType, { description: `The ${one}.`, simple: true })
    readonly node!: N;

    @Field(() => String, { description: 'Its place in the list.', simple: true })
    readonly cursor!: string;
  }

  @ObjectType(`${name}Connection`, { description: described.page })
  class ConnectionType implements Connection<N> {
    @Field(() => [EdgeType], { description: `The ${many} with their cursors.`, simple: true })
    readonly edges!: readonly EdgeType[];

    @Field(() => [nodeType], { description: `The ${many}.`, simple: true })
    readonly nodes!: readonly N[];

    @Field(() => PageInfoType, { description: 'Where the page stands.', simple: true })
    readonly pageInfo!: PageInfo;
  }

  return ConnectionType;
}

/** Makes the two types of a connection that is counted. */
export function countedConnectionType<N extends object>(
  described: ConnectionDescription<N>,
): ClassType<CountedConnection<N>> {
  @ObjectType(`${described.name}Connection`, { description: described.page })
  class CountedConnectionType extends connectionType(described) implements CountedConnection<N> {
    @Field(() => Int, { description: 'How many the filter matches.', simple: true })
    readonly totalCount!: () => Promise<number>;
  }

  return CountedConnectionType;
}

import { type GraphQLField, type GraphQLSchema, OperationTypeNode } from 'graphql';
import { type FieldAccess, PERMISSIONS } from '../../../src/domain/access/permission.js';

/** A field of a root of the schema: something that can be asked for, done or watched. */
export interface RootField {
  readonly kind: OperationTypeNode;
  readonly name: string;
  readonly field: GraphQLField<unknown, unknown>;
  /** What it declares to ask of its caller; null: nothing that is known. */
  readonly access: FieldAccess | null;
}

const ACCESSES: readonly FieldAccess[] = [...PERMISSIONS, 'signed-in', 'public'];
const KINDS = [
  OperationTypeNode.QUERY,
  OperationTypeNode.MUTATION,
  OperationTypeNode.SUBSCRIPTION,
] as const;

/** Every field of the three roots of a schema. */
export function rootFieldsOf(schema: GraphQLSchema): readonly RootField[] {
  return KINDS.flatMap((kind) =>
    Object.values(schema.getRootType(kind)?.getFields() ?? {}).map((field) => {
      const access = ACCESSES.find((known) => known === field.extensions['access']) ?? null;
      return { kind, name: field.name, field, access };
    }),
  );
}

import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';

type Part = [name: string, description: string | null];

/** Every part of a schema that can be described (`Brand`, `Brand.campaigns`, `Brand.campaigns(first)`), with its description. */
export function describedParts(schema: GraphQLSchema): Map<string, string | null> {
  const types = Object.values(schema.getTypeMap());
  const ours = types.filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type));
  return new Map(ours.flatMap((type) => [part(type.name, type), ...members(type)]));
}

function members(type: GraphQLNamedType): Part[] {
  if (isEnumType(type)) {
    return type.getValues().map((value) => part(`${type.name}.${value.name}`, value));
  }
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map((field) =>
      part(`${type.name}.${field.name}`, field),
    );
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => {
    const name = `${type.name}.${field.name}`;
    return [part(name, field), ...field.args.map((arg) => part(`${name}(${arg.name})`, arg))];
  });
}

function part(name: string, { description }: { description?: string | null | undefined }): Part {
  return [name, description ?? null];
}

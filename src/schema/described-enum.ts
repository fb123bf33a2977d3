import { registerEnumType } from 'type-graphql';

/** An enum's name in the schema, what it is, and its values with what each means, in the order that the domain has them. */
export interface EnumDescription<Value extends string> {
  readonly name: string;
  readonly description: string;
  readonly values: Readonly<Record<Value, string>>;
}

/** Registers the values of a domain's union as a GraphQL enum; the compiler sees to it that none is left out. */
export function describedEnum<Value extends string>({
  name,
  description,
  values,
}: EnumDescription<Value>): Readonly<Record<string, string>> {
  const entries = Object.entries<string>(values);
  const enumObject = Object.fromEntries(entries.map(([value]) => [value, value]));
  const valuesConfig = Object.fromEntries(
    entries.map(([value, meaning]) => [value, { description: meaning }]),
  );
  registerEnumType(enumObject, { name, description, valuesConfig });
  return enumObject;
}

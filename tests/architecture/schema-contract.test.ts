import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import {
  buildSchema,
  DangerousChangeType,
  findBreakingChanges,
  findDangerousChanges,
  type GraphQLSchema,
} from 'graphql';
import { buildGraphSchema } from '../../src/resolvers/build-schema.js';
import { printGraphSchema } from '../../src/resolvers/print-schema.js';
import { describedParts } from '../support/described-parts.js';

const contract = buildSchema(readFileSync('tests/fixtures/contract.graphql', 'utf8'));
const withTestClock = buildGraphSchema({ testClock: true });
const withRealClock = buildGraphSchema({ testClock: false });

describe('the schema keeps the contract', () => {
  test('nothing of it is missing or has another shape', () => {
    expect(findBreakingChanges(contract, withTestClock)).toEqual([]);
  });

  test('no default differs from it', () => {
    const changes = findDangerousChanges(contract, withTestClock);
    expect(
      changes.filter(({ type }) => type === DangerousChangeType.ARG_DEFAULT_VALUE_CHANGE),
    ).toEqual([]);
    expect(inputDefaults(withTestClock)).toMatchObject(inputDefaults(contract));
  });

  test('everything in it is described in its words', () => {
    const ours = describedParts(withTestClock);
    for (const [part, description] of describedParts(contract)) {
      if (description !== null) expect([part, ours.get(part)]).toEqual([part, description]);
    }
  });

  test('the blockers are in the order of their precedence', () => {
    expect(enumValues(withTestClock, 'BlockerCode')).toEqual(enumValues(contract, 'BlockerCode'));
  });
});

describe('the schema', () => {
  test('describes every type, field, argument, input field and enum value', () => {
    const silent = [...describedParts(withTestClock)].filter(([, description]) => !description);
    expect(silent).toEqual([]);
  });

  test('is the one in src/schema/schema.graphql; if not, npm run schema:emit', () => {
    expect(printGraphSchema()).toBe(readFileSync('src/schema/schema.graphql', 'utf8'));
  });

  test('has setClock only where the clock is a test clock', () => {
    expect(withTestClock.getMutationType()?.getFields()).toHaveProperty('setClock');
    expect(withRealClock.getMutationType()?.getFields()).not.toHaveProperty('setClock');
    expect(findBreakingChanges(contract, withRealClock)).toEqual([
      expect.objectContaining({ description: 'Mutation.setClock was removed.' }),
    ]);
  });
});

function enumValues(schema: GraphQLSchema, name: string): string[] {
  const type = schema.getType(name);
  return type && 'getValues' in type ? type.getValues().map((value) => value.name) : [];
}

function inputDefaults(schema: GraphQLSchema): Record<string, unknown> {
  const defaults: Record<string, unknown> = {};
  for (const type of Object.values(schema.getTypeMap())) {
    if (!('isOneOf' in type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.defaultValue !== undefined)
        defaults[`${type.name}.${field.name}`] = field.defaultValue;
    }
  }
  return defaults;
}

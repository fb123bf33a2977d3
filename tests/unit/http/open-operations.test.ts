import { describe, expect, test } from '@jest/globals';
import {
  buildSchema,
  getIntrospectionQuery,
  getOperationAST,
  GraphQLObjectType,
  parse,
} from 'graphql';
import { UnauthenticatedError } from '../../../src/domain/errors.js';
import { refuseClosed } from '../../../src/http/admission/open-operations.js';
import { onlyRecordsSpend } from '../../../src/http/admission/root-fields.js';

const schema = buildSchema(`
  type Query { options: Options, secrets: [Secret!]! }
  type Options { name: String }
  type Secret { code: String }
  type Mutation { signIn: Boolean, recordSpend: Boolean, recordSpendBatch: Boolean, recordRefund: Boolean }
  type Subscription { told: Boolean }
`);
for (const [type, field] of [
  ['Query', 'options'],
  ['Mutation', 'signIn'],
] as const) {
  const owner = schema.getType(type);
  const found = owner instanceof GraphQLObjectType ? owner.getFields()[field] : undefined;
  if (found) found.extensions = { access: 'public' };
}

function outcomeOf(text: unknown, openSchema = false): string {
  try {
    refuseClosed(text, { schema, openSchema, maxTokens: 1000 });
    return 'open';
  } catch (error) {
    return error instanceof UnauthenticatedError ? 'closed' : String(error);
  }
}

describe('without a credential', () => {
  test.each([
    ['{ options { name } }', 'open'],
    ['{ options { name } __typename }', 'open'],
    ['mutation { signIn }', 'open'],
    ['query Q { ...F } fragment F on Query { ... on Query { options { name } } }', 'open'],
    ['{ secrets { code } }', 'closed'],
    ['{ options { name } secrets { code } }', 'closed'],
    [
      '{ options { name } ...F } fragment F on Query { ...G } fragment G on Query { secrets { code } }',
      'closed',
    ],
    ['query A { options { name } } query B { secrets { code } }', 'closed'],
    ['subscription { told }', 'closed'],
    ['{ __typename }', 'closed'],
    ['{ options { name } __schema { types { name } } }', 'closed'],
    [getIntrospectionQuery(), 'closed'],
    ['{ option }', 'closed'],
    ['{ constructor }', 'closed'],
    ['{ ...F } fragment F on Query { ...F }', 'closed'],
    ['fragment F on Query { options { name } }', 'closed'],
    ['{', 'closed'],
    ['', 'closed'],
    [null, 'closed'],
  ])('%s is %s', (text, outcome) => {
    expect(outcomeOf(text)).toBe(outcome);
  });

  test.each(['{ options { nam } }', '{ options { name } } fragment F on Secret { cod }'])(
    '%s is not helped along',
    (text) => {
      expect(outcomeOf(text)).toBe('This operation is not valid.');
    },
  );

  test('the schema can be asked for where it is open, and nothing with it', () => {
    expect(outcomeOf(getIntrospectionQuery(), true)).toBe('open');
    expect(outcomeOf('{ __typename }', true)).toBe('open');
    expect(outcomeOf('{ __typename secrets { code } }', true)).toBe('closed');
    expect(outcomeOf('query A { __typename } query B { secrets { code } }', true)).toBe('closed');
    expect(outcomeOf('{ options { nam } }', true)).toBe('open');
  });
});

describe('recording spend alone', () => {
  test.each([
    ['mutation { recordSpend }', true],
    ['mutation { a: recordSpend b: recordSpendBatch recordRefund }', true],
    ['mutation { ...F } fragment F on Mutation { recordSpend }', true],
    ['mutation { recordSpend signIn }', false],
    ['mutation { recordSpend __typename }', false],
    ['mutation { ...F } fragment F on Mutation { signIn }', false],
    ['query { recordSpend }', false],
  ])('%s: %s', (text, expected) => {
    const document = parse(text);
    const operation = getOperationAST(document);
    expect(operation && onlyRecordsSpend(document, operation)).toBe(expected);
  });
});

import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { CloseCode } from 'graphql-ws';
import { MAX_PASSWORD_LENGTH } from '../../src/domain/access/password.js';
import { MAX_GRANTED_BRANDS } from '../../src/domain/access/read-grant.js';
import { MAX_KEY_LENGTH } from '../../src/domain/input/key.js';
import { MAX_NAME_LENGTH } from '../../src/domain/input/name.js';
import { formatMicros, MAX_COUNTER_MICROS } from '../../src/domain/money/micros.js';
import { MAX_WINDOWS } from '../../src/domain/schedule/validate-windows.js';
import { MAX_SERIES_POINTS } from '../../src/domain/spend/spend-series.js';
import { TRY_AGAIN_LATER } from '../../src/http/socket-closure.js';
import { MAX_BULK_IDS } from '../../src/services/campaigns/change-each.js';
import { MAX_BATCH } from '../../src/services/spend/record-spend-batch.js';
import { numberIn } from '../support/docs/constants.js';
import { readDocument, rowsBelow } from '../support/docs/document.js';

const api = readDocument('docs/api.md');
const VARIABLE = /^[A-Z_]+$/;

test('the codes of refusals are listed as the schema describes them', () => {
  const schema = readFileSync('src/schema/schema.graphql', 'utf8');
  const [, values = ''] = /^enum UserErrorCode \{([\s\S]*?)^\}/m.exec(schema) ?? [];
  const codes = [...values.matchAll(/"""(.+)"""\s+(\w+)/g)].map(([, text, code]) => [code, text]);
  const listed = rowsBelow(api, '## Answers and errors').filter((row) => row.length === 2);
  expect(listed.slice(1)).toEqual(codes);
});

test('the close codes that are listed are the protocol’s, or the server’s beside it', () => {
  const known = [1001, 1009, TRY_AGAIN_LATER, 4429, ...Object.values(CloseCode)];
  const codes = rowsBelow(api, '## Subscriptions')
    .map(([code]) => Number(code))
    .filter((code) => code >= 1000);
  expect(codes).toHaveLength(12);
  expect(known).toEqual(expect.arrayContaining(codes));
});

test.each([
  ['entries of recordSpendBatch', MAX_BATCH],
  ['ids of a bulk change', MAX_BULK_IDS],
  ['objects that the pages of an operation can hold', numberIn('MAX_PAGED_OBJECTS')],
  ['campaigns or brands of a subscription, by their ids', numberIn('MAX_WATCHED_IDS')],
  ['events that are looked for in the ledger', numberIn('MAX_EVENT_IDS')],
  ['windows of a schedule', MAX_WINDOWS],
  ['points of a spendSeries', MAX_SERIES_POINTS],
  ['characters of a name', MAX_NAME_LENGTH],
  ['operations a minute, of an address without a credential', numberIn('ANONYMOUS_PER_MINUTE')],
  ['brands of a key, a member or an invitation', MAX_GRANTED_BRANDS],
  ['characters of a reason', numberIn('MAX_REASON_LENGTH')],
  ['characters of a password', MAX_PASSWORD_LENGTH],
  ['characters of externalId, eventId, idempotencyKey', MAX_KEY_LENGTH],
  ['total of a period', formatMicros(MAX_COUNTER_MICROS)],
])('the limit is the code’s: %s', (what, limit) => {
  const limits = new Map(rowsBelow(api, '## Limits').map(([name = '', value]) => [name, value]));
  expect(limits.get(what)).toBe(String(limit));
});

test('the limits that are variables are their defaults', () => {
  const variables = rowsBelow(readDocument('docs/operations.md'), '## All variables');
  const defaults = new Map(variables.map(([name = '', , value]) => [name, value]));
  const limits = rowsBelow(api, '## Limits').filter(([, , name = '']) => VARIABLE.test(name));
  expect(limits).toHaveLength(11);
  for (const [, value = '', name = ''] of limits) {
    expect([name, value.replace(/ [KM]iB$/, '')]).toEqual([name, defaults.get(name)]);
  }
});

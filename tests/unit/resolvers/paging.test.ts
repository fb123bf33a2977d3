import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { InputError } from '../../../src/domain/errors.js';
import type { Page } from '../../../src/domain/paging/page.js';
import { decodeCursor, encodeCursor } from '../../../src/resolvers/paging/cursor.js';
import { brandListOrder, campaignListOrder } from '../../../src/resolvers/paging/list-order.js';
import { pageRequest } from '../../../src/resolvers/paging/page-request.js';
import { toConnection } from '../../../src/resolvers/paging/to-connection.js';

const BY_CREATION = campaignListOrder({ field: 'CREATED_AT', direction: 'DESC' });
const BY_NAME = campaignListOrder({ field: 'NAME', direction: 'ASC' });
const BY_UTILIZATION = campaignListOrder({ field: 'UTILIZATION', direction: 'DESC' });
const BY_SPEND = campaignListOrder({ field: 'SPENT_TODAY', direction: 'DESC' });
const ID = '0197a3f0-0000-7000-8000-000000000001';

describe('a cursor', () => {
  test('is read back as the position it was made of', () => {
    const names = fc
      .string({ unit: 'grapheme', maxLength: 200 })
      .filter((name) => !/\p{Cc}/u.test(name));
    const property = fc.property(names, fc.uuid(), (value, id) => {
      const cursor = encodeCursor(BY_NAME, { value, id });
      expect(decodeCursor(BY_NAME, cursor)).toEqual({ value, id });
    });
    fc.assert(property);
  });

  test('may stand among the rows that have no value, where the order has such rows', () => {
    const cursor = encodeCursor(BY_UTILIZATION, { value: null, id: ID });
    expect(decodeCursor(BY_UTILIZATION, cursor)).toEqual({ value: null, id: ID });
  });

  test.each([
    ['another field', campaignListOrder({ field: 'SPENT_TODAY', direction: 'DESC' })],
    ['another direction', campaignListOrder({ field: 'CREATED_AT', direction: 'ASC' })],
    ['another list', brandListOrder({ field: 'CREATED_AT', direction: 'DESC' })],
  ])('is refused in %s', (_, order) => {
    const cursor = encodeCursor(BY_CREATION, { value: '1795426200000', id: ID });
    expect(() => decodeCursor(order, cursor)).toThrow(InputError);
  });

  test.each([
    '',
    'x',
    '!!!',
    'bnVsbA',
    Buffer.from('{"a":1}').toString('base64url'),
    'A'.repeat(5000),
  ])('that was never given out (%p) is refused', (cursor) => {
    expect(() => decodeCursor(BY_CREATION, cursor)).toThrow(InputError);
  });

  test.each([
    [BY_CREATION, 'yesterday'],
    [BY_CREATION, null],
    [BY_SPEND, '12.5'],
    [BY_SPEND, '9999999999999999999'],
    [BY_UTILIZATION, 'NaN'],
    [BY_NAME, 'a\u0000b'],
    [BY_NAME, '\ud800'],
    [BY_NAME, null],
  ])('of %j that holds %j is refused before the database sees it', (order, value) => {
    const forged = Buffer.from(JSON.stringify([order.name, value, ID])).toString('base64url');
    expect(() => decodeCursor(order, forged)).toThrow(InputError);
  });

  test('with an id that is none is refused', () => {
    const cursor = encodeCursor(BY_CREATION, { value: '1795426200000', id: "' or 1=1" });
    expect(() => decodeCursor(BY_CREATION, cursor)).toThrow(InputError);
  });
});

describe('a page', () => {
  test('holds 20 items unless asked otherwise', () => {
    expect(pageRequest({ first: null }, BY_CREATION)).toEqual({ first: 20, after: null });
    expect(pageRequest({ first: 7, after: null }, BY_CREATION)).toEqual({ first: 7, after: null });
  });

  test.each([0, -1, 101])('of %i items is refused', (first) => {
    expect(() => pageRequest({ first }, BY_CREATION)).toThrow(
      expect.objectContaining({ name: 'InputError', field: ['first'] }),
    );
  });

  test('begins after the cursor, which is named where it is at fault', () => {
    const after = encodeCursor(BY_CREATION, { value: '5', id: ID });
    expect(pageRequest({ first: 1, after }, BY_CREATION)).toEqual({
      first: 1,
      after: { value: '5', id: ID },
    });
    expect(() => pageRequest({ first: 1, after: 'x' }, BY_CREATION)).toThrow(
      expect.objectContaining({ name: 'InputError', field: ['after'] }),
    );
  });
});

describe('a connection', () => {
  const toNode = (row: string): string => row.toUpperCase();

  test('gives each item its cursor, and the page those of its ends', () => {
    const page: Page<string> = {
      items: ['a', 'b'].map((node) => ({ node, position: { value: node, id: ID } })),
      hasNextPage: true,
    };
    const request = { first: 2, after: { value: 'A', id: ID } };
    const connection = toConnection(page, { order: BY_NAME, request, toNode });
    const cursors = connection.edges.map(({ cursor }) => cursor);
    expect(connection.nodes).toEqual(['A', 'B']);
    expect(connection.pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: true,
      startCursor: cursors[0],
      endCursor: cursors[1],
    });
    expect(cursors.map((cursor) => decodeCursor(BY_NAME, cursor).value)).toEqual(['a', 'b']);
  });

  test('of nothing has no cursors', () => {
    const request = { first: 2, after: null };
    const connection = toConnection(
      { items: [], hasNextPage: false },
      { order: BY_NAME, request, toNode },
    );
    expect(connection.pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: false,
      startCursor: null,
      endCursor: null,
    });
  });
});

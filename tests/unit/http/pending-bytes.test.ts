import type { IncomingHttpHeaders } from 'node:http';
import { expect, test } from '@jest/globals';
import { UnavailableError } from '../../../src/domain/errors.js';
import { PendingBytes } from '../../../src/http/admission/pending-bytes.js';

function sized(bytes: number): IncomingHttpHeaders {
  return { 'content-length': String(bytes) };
}

const chunked = { 'transfer-encoding': 'chunked' };

test('bodies find room until there is no more, and again when others have gone', () => {
  const pending = new PendingBytes({ maxBodyBytes: 100, maxPendingBytes: 250 });
  const first = pending.reserve(sized(100));
  pending.reserve(chunked);
  expect(pending.size).toBe(200);
  expect(() => pending.reserve(sized(51))).toThrow(UnavailableError);
  pending.reserve(sized(50));
  pending.reserve({});
  first();
  first();
  expect(pending.size).toBe(150);
  pending.reserve(sized(100));
});

test('a body that is larger than all the room there is comes in alone', () => {
  const pending = new PendingBytes({ maxBodyBytes: 1000, maxPendingBytes: 250 });
  const leave = pending.reserve(sized(600));
  expect(() => pending.reserve(sized(1))).toThrow(UnavailableError);
  leave();
  expect(pending.size).toBe(0);
});

test('a body that will be refused for its size takes no room', () => {
  const pending = new PendingBytes({ maxBodyBytes: 100, maxPendingBytes: 100 });
  pending.reserve(sized(100));
  expect(() => pending.reserve(sized(101))).not.toThrow();
});

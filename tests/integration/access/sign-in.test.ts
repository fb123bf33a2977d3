import { createHook } from 'node:async_hooks';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { hashPassword } from '../../../src/auth/password-hash.js';
import { RateLimitedError } from '../../../src/domain/errors.js';
import { encodeId } from '../../../src/domain/ids.js';
import type { PersonRow } from '../../../src/persistence/queries/find-person.js';
import type { Outcome } from '../../../src/services/outcome.js';
import { signIn, type SignedIn } from '../../../src/services/sessions/sign-in.js';
import { accepted, refusals } from '../../support/accepted.js';
import { aPerson, join, PASSWORD, VISITOR, whoHas } from '../../support/people.js';
import { until } from '../../support/until.js';
import { useWorld } from '../../support/world.js';

const world = useWorld();
let serial = 0;
let origin: string;

/** From an address that no other test knows, unless one is given. */
function enter(
  email: string,
  password = PASSWORD,
  { from = origin, perAccount = 10, perAddress = 50 } = {},
): Promise<Outcome<SignedIn>> {
  const signInLimits = {
    perAccount: { failures: perAccount, perSeconds: 900 },
    perAddress: { failures: perAddress, perSeconds: 900 },
  };
  const visitor = { ...VISITOR, origin: from };
  return signIn({ ...world.kernel, signInLimits }, visitor, { email, password });
}

/** Somebody in the agency of this test. */
async function aMember(details: Parameters<typeof aPerson>[1] = {}): Promise<PersonRow> {
  const person = await aPerson(world, details);
  await join(world, person.id);
  return person;
}

/** How many passwords are hashed during the work. */
async function hashesDuring(work: () => Promise<unknown>): Promise<number> {
  let hashes = 0;
  const hook = createHook({
    init: (_id, type) => {
      if (/argon2/i.test(type)) hashes += 1;
    },
  });
  hook.enable();
  try {
    await work();
  } finally {
    hook.disable();
  }
  return hashes;
}

beforeEach(() => {
  serial += 1;
  origin = `203.0.113.${serial}`;
});

describe('signing in', () => {
  test('opens a session of the person in their agency', async () => {
    const { id, email } = await aMember();
    const { session, identity } = accepted(await enter(email));
    expect(session).toEqual({
      id: identity.credential.id,
      token: expect.stringMatching(/^[\w-]{43}$/),
      maxAgeSeconds: 30 * 86_400,
    });
    expect(identity).toMatchObject({
      credential: { kind: 'SESSION', personId: id },
      actor: { kind: 'USER', id: encodeId('person', id), name: 'Ada' },
      standing: { agencyId: world.caller.agencyId, role: 'MANAGER', brandIds: null },
    });
    expect(await whoHas(world, session)).toEqual(identity);
    const rows = 'select action, origin, after from audit_entry where object_id = $1';
    expect(await world.rows(rows, [encodeId('person', id)])).toEqual([
      {
        action: 'session.open',
        origin,
        after: { session: encodeId('session', session.id), by: 'password' },
      },
    ]);
  });

  test('knows an email in any case, with spaces around it', async () => {
    const { email } = await aMember();
    expect(accepted(await enter(` ${email.toUpperCase()} `)).identity.actor.name).toBe('Ada');
  });

  test('lets a person in who is in no agency, and stands in none', async () => {
    const { email } = await aPerson(world);
    expect(accepted(await enter(email)).identity.standing).toBeNull();
  });

  test('keeps neither the password nor the token', async () => {
    const { email } = await aMember();
    const { session } = accepted(await enter(email));
    const rows = await world.rows<{ text: string }>(
      `select s::text || p::text as text from session s join person p on p.id = s.person_id
       where p.email = $1`,
      [email],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.text).not.toContain(session.token);
    expect(rows[0]?.text).not.toContain(PASSWORD);
  });

  test('makes a hash anew that was made with another amount of work', async () => {
    const passwordHash =
      '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
    const { email } = await aMember({ passwordHash });
    accepted(await enter(email, 'password'));
    const [row] = await world.rows<{ hash: string }>(
      'select password_hash as hash from person where email = $1',
      [email],
    );
    expect(row?.hash).toContain('m=19456,t=2,p=1');
    accepted(await enter(email, 'password'));
  });
});

describe('a refusal', () => {
  const CASES: [string, () => Promise<[email: string, password: string]>][] = [
    ['a wrong password', async () => [(await aMember()).email, 'the analytical engine']],
    ['an unknown address', () => Promise.resolve(['nobody@example.com', PASSWORD])],
    ['what is no address', () => Promise.resolve(['\0 or 1=1', PASSWORD])],
    [
      'a person without a password',
      async () => [(await aMember({ passwordHash: null })).email, PASSWORD],
    ],
    [
      'a person who was deactivated',
      async () => {
        const { id, email } = await aMember();
        await world.rows('update person set deactivated_at = now() where id = $1', [id]);
        return [email, PASSWORD];
      },
    ],
  ];

  test.each(CASES)('says the same of %s, after the same work', async (_, prepare) => {
    const [email, password] = await prepare();
    let outcome: Outcome<SignedIn> | undefined;
    const hashes = await hashesDuring(async () => {
      outcome = await enter(email, password);
    });
    expect(hashes).toBe(1);
    expect(outcome).toEqual({
      ok: false,
      error: [
        { field: ['input'], code: 'INVALID', message: 'The email or the password is wrong.' },
      ],
    });
  });

  test.each(CASES)('asks the database the same of %s', async (_, prepare) => {
    const [email, password] = await prepare();
    const asked = await world.statementsOf(() => enter(email, password));
    const usual = await world.statementsOf(() => enter('somebody@example.com', password));
    expect(asked).toEqual(usual);
  });
});

describe('failures', () => {
  test('of an account are limited, whoever they come from, and also the right password then', async () => {
    const { email } = await aMember();
    for (const from of ['198.51.100.1', '198.51.100.2', '198.51.100.3']) {
      const outcome = await enter(email, 'the analytical engine', { from, perAccount: 3 });
      expect(refusals(outcome)).toEqual(['input INVALID']);
    }
    const refused = enter(email.toUpperCase(), PASSWORD, { perAccount: 3 });
    await expect(refused).rejects.toThrow(RateLimitedError);
    const error: unknown = await refused.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ retryAfterSeconds: expect.any(Number) });
    expect((error as RateLimitedError).retryAfterSeconds).toBeGreaterThan(890);
    expect((error as RateLimitedError).retryAfterSeconds).toBeLessThanOrEqual(900);
  });

  test('of an account that nobody has are limited in the same way', async () => {
    const email = `nobody-${serial}@example.com`;
    await enter(email, PASSWORD, { perAccount: 1 });
    await expect(enter(email, PASSWORD, { perAccount: 1 })).rejects.toThrow(RateLimitedError);
  });

  test('from an address are limited, whatever the account', async () => {
    const { email } = await aMember();
    for (const name of ['one', 'two']) {
      await enter(`${name}-${serial}@example.com`, PASSWORD, { perAddress: 2 });
    }
    await expect(enter(email, PASSWORD, { perAddress: 2 })).rejects.toThrow(RateLimitedError);
    accepted(await enter(email, PASSWORD, { perAddress: 2, from: '198.51.100.9' }));
  });

  test('from a network of IPv6 count together', async () => {
    const from = (last: string): string => `2001:db8:${serial}:1::${last}`;
    await enter(`one-${serial}@example.com`, PASSWORD, { perAddress: 1, from: from('1') });
    const again = enter(`two-${serial}@example.com`, PASSWORD, { perAddress: 1, from: from('2') });
    await expect(again).rejects.toThrow(RateLimitedError);
  });

  test('alone count: who succeeds never reaches a limit', async () => {
    const { email } = await aMember();
    for (let i = 0; i < 4; i += 1) {
      accepted(await enter(email, PASSWORD, { perAccount: 2, perAddress: 2 }));
    }
  });

  test('of an account are forgotten when somebody succeeds', async () => {
    const { email } = await aMember();
    for (let i = 0; i < 3; i += 1) {
      await enter(email, 'the analytical engine', { perAccount: 2 });
      accepted(await enter(email, PASSWORD, { perAccount: 2 }));
    }
  });

  test('at the same moment are no way around the limit', async () => {
    const { email } = await aMember();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, () => enter(email, 'the analytical engine', { perAccount: 3 })),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  });

  test('that are over the limit cost no hash', async () => {
    const email = `nobody-${serial}@example.com`;
    await enter(email, PASSWORD, { perAccount: 1 });
    const hashes = await hashesDuring(() =>
      enter(email, PASSWORD, { perAccount: 1 }).catch(() => undefined),
    );
    expect(hashes).toBe(0);
  });

  test('are forgotten after their time, and are kept as digests', async () => {
    await world.rows('delete from sign_in_attempt');
    await enter(`nobody-${serial}@example.com`);
    await world.rows(
      'update sign_in_attempt set expire = expire - 900000 where expire is not null',
    );
    await enter(`somebody-${serial}@example.com`);
    const rows = await world.rows<{ key: string }>('select key from sign_in_attempt');
    expect(rows).toHaveLength(2);
    for (const { key } of rows) expect(key).toMatch(/^(account|address):[\w-]{43}$/);
  });
});

describe('a password that changes while it is checked', () => {
  test('opens nothing', async () => {
    const { id, email } = await aMember();
    const other = await hashPassword('the analytical engine');
    const { database } = world.kernel;
    const [entering] = await database.everywhere.write(async (unit) => {
      await unit.rows('update person set password_hash = $2 where id = $1', [id, other]);
      const started = enter(email);
      // It waits for the row, having compared with what was there before.
      await until(
        async () => (await world.rows('select 1 from pg_locks where not granted')).length > 0,
      );
      return [started] as const;
    });
    expect(refusals(await entering)).toEqual(['input INVALID']);
  });
});

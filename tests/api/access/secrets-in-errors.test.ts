import { beforeAll, describe, expect, test } from '@jest/globals';
import { SecretKeeper } from '../../support/access/secret-keeper.js';
import {
  ACCEPT,
  CHANGE,
  CREATE_KEY,
  INVITE,
  RESET,
  SIGN_IN,
} from '../../support/access/secret-operations.js';
import { RawSocket } from '../../support/raw-socket.js';
import { bearer, codesOf, useApp } from '../../support/test-app.js';

const EMAIL = 'grace@agency.test';
const PASSWORD = 'a heron waits by the grey weir';
const WRONG = 'a heron waits by the wrong weir';

const app = useApp({ LOG_LEVEL: 'trace' });
const keeper = new SecretKeeper(app);
const asAdmin = bearer();

async function invitationOf(email: string): Promise<string> {
  const invite = {
    query: INVITE,
    variables: { input: { email, role: 'ADMIN' } },
    headers: asAdmin,
  };
  return keeper.askFor('token of an invitation', invite, /#invitation=([\w-]+)/);
}

beforeAll(async () => {
  keeper.keep('password', PASSWORD);
  keeper.keep('wrong password', WRONG);
  const input = { token: await invitationOf(EMAIL), name: 'Grace', password: PASSWORD };
  keeper.keepSession(await keeper.ask({ query: ACCEPT, variables: { input } }));
});

describe('no secret is told', () => {
  test('by the refusal of input that has it', async () => {
    const inputs: readonly (readonly [query: string, input: object])[] = [
      [SIGN_IN, { email: EMAIL, password: PASSWORD, otp: '1' }],
      [SIGN_IN, { password: PASSWORD }],
      [SIGN_IN, { email: 7, password: PASSWORD }],
      [SIGN_IN, { email: EMAIL, password: [PASSWORD] }],
      [SIGN_IN, { email: EMAIL, password: { is: PASSWORD } }],
      [SIGN_IN, { email: EMAIL, password: ' at "input.email"; ', code: PASSWORD }],
      [RESET, { token: WRONG, password: PASSWORD, more: true }],
      [ACCEPT, { token: WRONG, name: 7, password: PASSWORD }],
    ];
    for (const [query, input] of inputs) {
      for (const headers of [{}, asAdmin]) {
        const answer = await keeper.ask({ query, variables: { input }, headers });
        expect([input, codesOf(answer)]).toEqual([input, ['BAD_USER_INPUT']]);
      }
    }
    expect(await keeper.leaks()).toEqual([]);
  });

  test('and what is wrong with such input is told all the same', async () => {
    const input = { email: EMAIL, password: PASSWORD, otp: '1' };
    const { body } = await keeper.ask({ query: SIGN_IN, variables: { input } });
    expect(body.errors?.map(({ message }) => message)).toEqual([
      'Variable "$input" got invalid value; Field "otp" is not defined by type "SignInInput".',
    ]);
    const number = { email: EMAIL, password: 7 };
    const { body: other } = await keeper.ask({ query: SIGN_IN, variables: { input: number } });
    expect(other.errors?.map(({ message }) => message)).toEqual([
      'Variable "$input" got invalid value at "input.password"; String cannot represent a non string value.',
    ]);
  });

  test('by the refusal of such input on a socket', async () => {
    const socket = await RawSocket.open(app.socketUrl);
    const change = { currentPassword: PASSWORD, newPassword: null };
    for (const [query, input] of [
      [SIGN_IN, { email: EMAIL, password: PASSWORD, otp: '1' }],
      [CHANGE, change],
    ] as const) {
      const answer = await socket.ask('1', query, { input });
      expect(answer).toMatchObject({ type: 'next', payload: { errors: [expect.anything()] } });
      keeper.hear('a socket', JSON.stringify(answer));
      await socket.hear();
    }
    await socket.close();
    expect(await keeper.leaks()).toEqual([]);
  });

  test('by texts that hold it, and are no good', async () => {
    const literal = `signIn(input: { email: "${EMAIL}", password: "${PASSWORD}"`;
    const queries = [
      `mutation { ${literal}, otp: 1 }) { me { actor { name } } } }`,
      `mutation { ${literal} }) { nothing } }`,
      `mutation { ${literal} }`,
      `mutation { signIn(input: { email: "${EMAIL}", password: ["${PASSWORD}"] }) { userErrors { code } } }`,
      `mutation { signIn(input: { email: "${EMAIL}", password: "${PASSWORD}`,
      `mutation { signIn(input: { email: "${EMAIL}", "${PASSWORD}" }) { userErrors { code } } }`,
      `mutation { signIn(input: """${PASSWORD}""") { userErrors { code } } }`,
      `mutation { signIn(input: "${PASSWORD}") { userErrors { code } } }`,
    ];
    for (const query of queries) {
      for (const headers of [{}, asAdmin]) {
        const { status, body } = await keeper.ask({ query, headers });
        expect([query, status < 500, body.errors?.length]).toEqual([query, true, 1]);
      }
    }
    expect(await keeper.leaks()).toEqual([]);
  });
});

describe('no secret is told by what nobody expected,', () => {
  const EMPTY = '00000000-0000-0000-0000-000000000000';

  /** Lets whatever is written to a table fail as long as work goes on. */
  async function failing(table: string, work: () => Promise<void>): Promise<void> {
    const { pool } = app.app.kernel.database;
    const rule = `alter table ${table} add constraint broken check (id = '${EMPTY}') not valid`;
    await pool.query(rule);
    await work();
    await pool.query(`alter table ${table} drop constraint broken`);
  }

  test.each([
    { table: 'api_key', query: CREATE_KEY, input: { name: 'Feed', role: 'INGEST' } },
    { table: 'invitation', query: INVITE, input: { email: 'new@agency.test', role: 'ADMIN' } },
    { table: 'session', query: SIGN_IN, input: { email: EMAIL, password: PASSWORD } },
  ])('where a row of $table is written', async ({ table, query, input }) => {
    await failing(table, async () => {
      const answer = await keeper.ask({ query, variables: { input }, headers: asAdmin });
      expect(codesOf(answer)).toEqual(['INTERNAL']);
    });
    expect(await keeper.leaks()).toEqual([]);
    const errors = app.log
      .filter(({ level }) => level === 'error')
      .map((line) => JSON.stringify(line));
    expect(errors.filter((line) => /\b[0-9a-f]{64}\b|argon2/.test(line))).toEqual([]);
  });

  test('where a person and their password are', async () => {
    const token = await invitationOf('late@agency.test');
    const input = { token, name: 'Late', password: PASSWORD };
    await failing('person', async () => {
      const answer = await keeper.ask({ query: ACCEPT, variables: { input } });
      expect(codesOf(answer)).toEqual(['INTERNAL']);
    });
    expect(await keeper.leaks()).toEqual([]);
    expect(app.log.filter((line) => JSON.stringify(line).includes('argon2'))).toEqual([]);
  });
});

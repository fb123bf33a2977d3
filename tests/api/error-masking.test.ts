import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { RawSocket } from '../support/raw-socket.js';
import { type Answer, codesOf, useApp } from '../support/test-app.js';

const app = useApp();

const BRANDS = '{ brands { nodes { id } } }';

/** Words that stacks, statements and files have and people's sentences do not. */
const INSIDE = /\bat \w+.*:\d+|select|insert|\brelation\b|column|\.[jt]s\b|node_modules|postgres/i;

describe('what nobody expected', () => {
  beforeAll(() => app.app.kernel.database.pool.query('alter table brand rename to brand_gone'));
  afterAll(() => app.app.kernel.database.pool.query('alter table brand_gone rename to brand'));

  function expectMasked(error: unknown): void {
    expect(error).toMatchObject({
      path: ['brands'],
      extensions: { code: 'INTERNAL', correlationId: expect.any(String) },
    });
    const said = JSON.stringify(error, (key, value: unknown) =>
      key === 'locations' ? null : value,
    );
    expect(said).not.toMatch(INSIDE);
  }

  test('is answered with a correlation id, under which the log has its stack', async () => {
    const { body } = await app.ask(BRANDS);
    const [error] = body.errors ?? [];
    expect(body.data).toBeNull();
    expectMasked(error);
    const correlationId = error?.extensions['correlationId'];
    const line = app.log.find((each) => each['correlationId'] === correlationId);
    expect(line).toMatchObject({ level: 'error', path: ['brands'] });
    expect(JSON.stringify(line)).toMatch(/relation .*brand.* does not exist/);
    expect(JSON.stringify(line)).toContain('stack');
  });

  test('is answered alike on a socket', async () => {
    const socket = await RawSocket.open(app.socketUrl);
    const { payload } = (await socket.ask('1', BRANDS)) as { payload: Answer['body'] };
    expect(payload.data).toBeNull();
    expectMasked(payload.errors?.[0]);
    await socket.close();
  });

  test('leaves what can be null beside it, and says where it was', async () => {
    const { body } = await app.ask(
      '{ jobs { name } node(id: "brand_01h455vb4pex5vsknk084sn02q") { id } }',
    );
    expect(body.data).toMatchObject({ node: null, jobs: expect.any(Array) });
    expect(body.errors).toMatchObject([{ path: ['node'], extensions: { code: 'INTERNAL' } }]);
  });
});

describe('what the client did wrong', () => {
  const CREATE = `mutation ($input: CreateBrandInput!) {
    createBrand(input: $input) { brand { id } userErrors { field code } }
  }`;

  async function expectBadInput(answer: Promise<Answer>): Promise<void> {
    expect(codesOf(await answer)).toEqual(['BAD_USER_INPUT']);
  }

  test('in a variable is bad input', async () => {
    await expectBadInput(
      app.ask(CREATE, { input: { name: 'A', currency: 'EUR', dailyBudget: 1 } }),
    );
    await expectBadInput(app.ask(CREATE, { input: { name: 'A' } }));
    await expectBadInput(app.ask(CREATE, {}));
    await expectBadInput(app.ask(CREATE));
  });

  test('in a variable is named by its path', async () => {
    const fieldsOf = async (input: object): Promise<unknown> => {
      const { body } = await app.ask(CREATE, { input });
      return body.errors?.map(({ extensions }) => extensions['field']);
    };
    const brand = { name: 'A', currency: 'EUR' };
    expect(await fieldsOf({ ...brand, dailyBudget: 1 })).toEqual([['input', 'dailyBudget']]);
    expect(await fieldsOf({ ...brand, monthlyBudget: ' at "input.name"; ' })).toHaveLength(1);
    const batch =
      'mutation ($e: [RecordSpendInput!]!) { recordSpendBatch(entries: $e) { recorded } }';
    const { body } = await app.ask(batch, { e: [{ amount: '1', eventId: '1' }, { amount: 2 }] });
    expect(body.errors?.map(({ extensions }) => extensions['field'])).toEqual([
      ['e', '1', 'amount'],
      ['e', '1'],
    ]);
  });

  test('in a literal is bad input', async () => {
    await expectBadInput(
      app.ask('{ campaigns(orderBy: { field: NOTHING, direction: ASC }) { totalCount } }'),
    );
    await expectBadInput(app.ask('{ campaigns(first: "1") { totalCount } }'));
  });

  test('in an argument that is checked later is bad input and names the field', async () => {
    const answer = await app.ask('{ campaigns(first: 101) { totalCount } }');
    expect(answer.body).toMatchObject({
      data: null,
      errors: [{ path: ['campaigns'], extensions: { code: 'BAD_USER_INPUT', field: ['first'] } }],
    });
  });

  test('is the same on a socket', async () => {
    const socket = await RawSocket.open(app.socketUrl);
    const error = { extensions: { code: 'BAD_USER_INPUT' } };
    const wrong = { input: { name: 'A', currency: 'EUR', dailyBudget: 1 } };
    expect(await socket.ask('1', CREATE, wrong)).toMatchObject({ payload: { errors: [error] } });
    await socket.hear();
    expect(await socket.ask('2', '{ campaigns(first: 0) { totalCount } }')).toMatchObject({
      payload: { errors: [{ extensions: { code: 'BAD_USER_INPUT', field: ['first'] } }] },
    });
    await socket.hear();
    expect(
      await socket.ask('3', 'query A { jobs { name } } query B { jobs { name } }'),
    ).toMatchObject({
      type: 'error',
      payload: [error],
    });
    await socket.close();
  });
});

import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import { loadConfig } from '../../src/config.js';
import { startReport } from '../../src/start-report.js';
import { ProgramRun } from '../support/program-run.js';

const NOWHERE = 'postgres://paceline@127.0.0.1:1/paceline';

const WELCOME = { firstKey: null, demo: null };

describe('the program', () => {
  test('waits for its database, alive but not ready, and can be stopped meanwhile', async () => {
    const program = new ProgramRun({ DATABASE_URL: NOWHERE });
    const { msg } = await program.says('Server listening at');
    const url = String(msg).replace('Server listening at ', '');
    await program.says('waiting for the database');
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    const refused = await fetch(`${url}/graphql?query={__typename}`, {
      headers: { 'apollo-require-preflight': 'yes' },
    });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
    expect(await refused.json()).toMatchObject({
      errors: [{ extensions: { code: 'UNAVAILABLE' } }],
    });
    program.process.kill('SIGTERM');
    expect(await program.exit).toBe(0);
    expect(await program.complaint).toBe('');
  });

  test('says all that is wrong with its configuration, and ends with 2', async () => {
    const program = new ProgramRun({ PORT: 'x', ROLES: 'none', PACELINE_X: '1' });
    expect(await program.exit).toBe(2);
    expect(await program.complaint).toMatch(/PORT=.*\n.*ROLES=.*\n.*PACELINE_X=/);
  });

  test('says which port is taken, and ends with 1', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const program = new ProgramRun({ PORT: String(port), DATABASE_URL: NOWHERE });
    expect(await program.exit).toBe(1);
    expect(await program.complaint).toMatch(/EADDRINUSE.*Set PORT or HOST to another one\.\n$/);
    other.close();
  });
});

describe('the report of a start', () => {
  test('says what runs and where', () => {
    const report = startReport(loadConfig({ DATA_DIR: '/data' }), {
      url: 'http://127.0.0.1:4000',
      welcome: WELCOME,
    });
    for (const path of ['', '/playground', '/docs']) {
      expect(report).toContain(`http://127.0.0.1:4000${path}\n`);
    }
    expect(report).toContain('ws://127.0.0.1:4000/graphql');
    expect(report).toContain('embedded PostgreSQL in /data');
    expect(report).toContain('on: spend is simulated every minute');
  });

  test('keeps the password of a database to itself', () => {
    const config = loadConfig({
      DATABASE_URL: 'postgres://me:hidden@db/paceline',
      ROLES: 'worker',
      TEST_CLOCK: '2026-03-28T12:00:00Z',
    });
    const report = startReport(config, { url: 'http://[::1]:1', welcome: WELCOME });
    expect(report).not.toMatch(/hidden|playground/);
    expect(report).toContain('stands still from 2026-03-28T12:00:00.000Z');
  });
});

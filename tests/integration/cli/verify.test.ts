import { describe, expect, test } from '@jest/globals';
import { runCommand, runForJson } from '../../support/command.js';
import { query } from '../../support/embedded-owner.js';
import { useTestDatabase } from '../../support/test-database.js';

const database = useTestDatabase();

/** What `verify --json` says of the audit logs, the agencies in the order of their making. */
interface Facts {
  readonly ok: boolean;
  readonly differences: number;
  readonly findings: readonly {
    readonly kind: string;
    readonly id: string;
    readonly text: string;
  }[];
  readonly auditLogs: readonly {
    readonly agencyId: string;
    readonly agency: string;
    readonly rows: number;
    readonly hash: string;
  }[];
}

async function verified(): Promise<{ readonly code: number; readonly facts: Facts }> {
  const { code, facts } = await runForJson(database.url, ['verify']);
  return { code, facts: facts as Facts };
}

/** Changes rows as only the owner of the tables can. */
async function tamper(statement: string): Promise<void> {
  await query(
    database.url,
    `alter table audit_entry disable trigger audit_entry_append_only;
     set role paceline_service;
     ${statement};
     reset role;
     alter table audit_entry enable trigger audit_entry_append_only`,
  );
}

describe('the command verify', () => {
  test('tells the hash with which each agency’s audit log ends, and where one was tampered with', async () => {
    for (const name of ['North', 'South']) {
      const owner = ['--owner', `${name}@example.com`, '--owner-name', 'Ada'];
      const { code } = await runForJson(database.url, ['agency', 'create', name, ...owner]);
      expect(code).toBe(0);
    }
    const { code, facts } = await verified();
    expect({ code, ok: facts.ok, differences: facts.differences }).toEqual({
      code: 0,
      ok: true,
      differences: 0,
    });
    const logs = facts.auditLogs.filter(({ agency }) => ['North', 'South'].includes(agency));
    expect(logs).toHaveLength(2);
    const { stdout } = await runCommand(database.url, ['verify']);
    for (const { agency, rows, hash } of logs) {
      expect(rows).toBeGreaterThan(0);
      expect(hash).toMatch(/^[\da-f]{64}$/);
      expect(stdout).toContain(
        `audit log of "${agency}": ${rows} rows, the last with the hash ${hash}`,
      );
    }

    await tamper(
      `update audit_entry set actor_name = 'Eve' where seq = 1
         and agency_id = (select id from agency where name = 'South')`,
    );
    const broken = await runCommand(database.url, ['verify']);
    expect(broken.code).toBe(1);
    expect(broken.stdout).toMatch(/: 1 things do not fit/);
    expect(broken.stdout).toMatch(
      /audit log of "South", row 1 \(audit_\w{26}\): it is not as it was written/,
    );
    await tamper(`delete from audit_entry
      where agency_id = (select id from agency where name = 'North')`);
    const { code: failed, facts: found } = await verified();
    expect(failed).toBe(1);
    expect(found).toMatchObject({ ok: false, differences: 2 });
    const north = logs.find(({ agency }) => agency === 'North');
    expect(found.findings.map(({ kind, id }) => ({ kind, id }))).toEqual([
      { kind: 'AUDIT', id: north?.agencyId },
      { kind: 'AUDIT', id: expect.stringMatching(/^audit_/) },
    ]);
    expect(found.findings[0]?.text).toContain('row 0');
    expect(found.findings[0]?.text).toContain('the rows after it are missing');
  }, 60_000);
});

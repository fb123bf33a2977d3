import { describe, expect, test } from '@jest/globals';
import { FIRST_AGENCY_ID } from '../../../src/domain/access/first-agency.js';
import { ensureAgency } from '../../../src/services/agencies/ensure-agency.js';
import { useWorld } from '../../support/world.js';

const OWNER = { ownerEmail: 'owner@paceline.test' };

const world = useWorld();

function owners() {
  return world.rows<{ email: string; whole: boolean }>(
    `select p.email, m.whole_agency as whole from membership m join person p on p.id = m.person_id
     where m.agency_id = $1 and m.role = 'OWNER'`,
    [FIRST_AGENCY_ID],
  );
}

async function actions(): Promise<readonly string[]> {
  const rows = await world.rows<{ action: string }>(
    'select action from audit_entry where agency_id = $1 order by seq',
    [FIRST_AGENCY_ID],
  );
  return rows.map(({ action }) => action);
}

describe('the first agency', () => {
  test('gets its owner once, however many starts there are', async () => {
    const made = await Promise.all([1, 2, 3].map(() => ensureAgency(world.kernel, OWNER)));
    expect(made.filter(Boolean)).toHaveLength(1);
    expect(await ensureAgency(world.kernel, { ownerEmail: 'other@paceline.test' })).toBe(false);
    expect(await owners()).toEqual([{ email: OWNER.ownerEmail, whole: true }]);
    expect(await actions()).toEqual(['agency.create']);
  });

  test('that a version without people has made gets one too', async () => {
    await world.rows('delete from membership where agency_id = $1', [FIRST_AGENCY_ID]);
    const made = await Promise.all([1, 2, 3].map(() => ensureAgency(world.kernel, OWNER)));
    expect(made).toEqual([false, false, false]);
    expect(await owners()).toEqual([{ email: OWNER.ownerEmail, whole: true }]);
    expect(await actions()).toEqual(['agency.create', 'member.add']);
  });
});

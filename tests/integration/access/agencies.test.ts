import { describe, expect, test } from '@jest/globals';
import { systemCaller } from '../../../src/domain/access/caller.js';
import { ForbiddenError, InputError } from '../../../src/domain/errors.js';
import { encodeId } from '../../../src/domain/ids.js';
import { chooseAgency } from '../../../src/services/agencies/choose-agency.js';
import { createAgency } from '../../../src/services/agencies/create-agency.js';
import { findAgency } from '../../../src/services/agencies/find-agency.js';
import { listAgencies } from '../../../src/services/agencies/list-agencies.js';
import { updateAgency } from '../../../src/services/agencies/update-agency.js';
import { deactivatePerson } from '../../../src/services/people/deactivate-person.js';
import { loadMembers } from '../../../src/services/members/load-members.js';
import { accepted, refusals } from '../../support/accepted.js';
import { inRole } from '../../support/callers.js';
import { useWorld } from '../../support/world.js';

const world = useWorld();

let serial = 0;

function anEmail(): string {
  return `owner-${String((serial += 1))}@example.com`;
}

function create(name: string, email: string, ownerName: string | null = null) {
  return createAgency(world.kernel, { name, owner: { email, name: ownerName } }, 'request-1');
}

describe('a new agency', () => {
  test('has its owner, who is a new person with a link to choose a password', async () => {
    const email = anEmail();
    const made = accepted(await create(' North ', ` ${email.toUpperCase()} `, 'Ada'));
    expect(made.agency.name).toBe('North');
    expect(made.owner).toMatchObject({ email, name: 'Ada', role: 'OWNER', brandIds: null });
    expect(made.passwordLink).toMatch(/^http:\/\/paceline\.test\/sign-in#password=[\w-]{43}$/);
    const caller = systemCaller(made.agency.id, 'request-2');
    expect(await findAgency(world.kernel, caller)).toEqual(made.agency);
    expect(await loadMembers(world.kernel, caller, [made.owner.personId])).toEqual([made.owner]);
    const audits = await world.rows<{ action: string }>(
      'select action from audit_entry where agency_id = $1 order by seq',
      [made.agency.id],
    );
    expect(audits.map(({ action }) => action)).toEqual(['agency.create', 'member.add']);
  });

  test('keeps of the link only a digest, and names its owner as the address begins', async () => {
    const email = anEmail();
    const { owner, passwordLink } = accepted(await create('North', email));
    expect(owner.name).toBe(email.slice(0, email.indexOf('@')));
    const token = passwordLink?.split('=').at(-1) ?? '';
    const kept = await world.rows<{ text: string }>(
      'select l::text as text from password_link l where person_id = $1',
      [owner.personId],
    );
    expect(kept).toHaveLength(1);
    expect(kept[0]?.text).not.toContain(token);
  });

  test('can be owned by a person who is known already, and needs no link', async () => {
    const email = anEmail();
    const first = accepted(await create('First', email, 'Ada'));
    const second = accepted(await create('Second', email, 'Somebody else'));
    expect(second.owner).toMatchObject({ personId: first.owner.personId, name: 'Ada' });
    expect(second.passwordLink).toBeNull();
  });

  test('is refused with all that is wrong with it', async () => {
    const outcome = await create(' ', 'nobody');
    expect(refusals(outcome)).toEqual(['name INVALID', 'owner.email INVALID']);
    const email = anEmail();
    accepted(await create('North', email));
    accepted(await deactivatePerson(world.kernel, email, 'request-1'));
    expect(refusals(await create('South', email))).toEqual(['owner.email INVALID']);
  });
});

describe('the name of an agency', () => {
  test('is changed by its owner', async () => {
    const changed = accepted(
      await updateAgency(world.kernel, inRole(world.caller, 'OWNER'), { name: ' West ' }),
    );
    expect(changed.name).toBe('West');
    expect(await findAgency(world.kernel, world.caller)).toEqual(changed);
    const audits = await world.rows<{ action: string; before: object; after: object }>(
      'select action, before, after from audit_entry where agency_id = $1',
      [world.caller.agencyId],
    );
    expect(audits).toEqual([
      { action: 'agency.update', before: { name: 'Agency' }, after: { name: 'West' } },
    ]);
  });

  test('is refused where it is none', async () => {
    const outcome = await updateAgency(world.kernel, world.caller, { name: '' });
    expect(refusals(outcome)).toEqual(['input.name INVALID']);
  });

  test.each(['ADMIN', 'MANAGER', 'ANALYST', 'CLIENT', 'INGEST'] as const)(
    'is not changed by the role %s',
    async (role) => {
      const caller = inRole(world.caller, role);
      await expect(updateAgency(world.kernel, caller, { name: 'West' })).rejects.toThrow(
        ForbiddenError,
      );
    },
  );
});

describe('the agency of a command', () => {
  test('is named by its id or its name, and has to be where there are several', async () => {
    const { agency } = accepted(await create('Chosen one', anEmail()));
    const id = encodeId('agency', agency.id);
    expect(await chooseAgency(world.kernel, id)).toEqual(agency);
    expect(await chooseAgency(world.kernel, 'Chosen one')).toEqual(agency);
    await expect(chooseAgency(world.kernel, 'Nobody')).rejects.toThrow(InputError);
    await expect(chooseAgency(world.kernel, null)).rejects.toThrow(/several agencies/);
    await expect(chooseAgency(world.kernel, 'a\0b')).rejects.toThrow(InputError);
    await create('Chosen one', anEmail());
    await expect(chooseAgency(world.kernel, 'Chosen one')).rejects.toThrow(id);
  });

  test('is one of the list', async () => {
    const { agency } = accepted(await create('Listed', anEmail()));
    const listed = await listAgencies(world.kernel);
    expect(listed).toContainEqual({ ...agency, members: 1, brands: 0 });
  });
});

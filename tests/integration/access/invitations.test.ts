import { describe, expect, test } from '@jest/globals';
import { hashToken } from '../../../src/auth/token.js';
import { ROLES } from '../../../src/domain/access/role.js';
import { ForbiddenError } from '../../../src/domain/errors.js';
import { acceptInvitation } from '../../../src/services/invitations/accept-invitation.js';
import type {
  AcceptInvitationRequest,
  InviteMemberRequest,
  SentInvitation,
} from '../../../src/services/invitations/invitation-requests.js';
import { inviteMember } from '../../../src/services/invitations/invite-member.js';
import { listInvitations } from '../../../src/services/invitations/list-invitations.js';
import { loadInvitations } from '../../../src/services/invitations/load-invitations.js';
import { revokeInvitation } from '../../../src/services/invitations/revoke-invitation.js';
import { deactivatePerson } from '../../../src/services/people/deactivate-person.js';
import { listMembers } from '../../../src/services/members/list-members.js';
import { removeMember } from '../../../src/services/members/remove-member.js';
import { invitationsRequest, membersRequest } from '../../support/access/list-requests.js';
import { accepted, refusals } from '../../support/accepted.js';
import { inRole } from '../../support/callers.js';
import { useWorld } from '../../support/world.js';

const world = useWorld();
const UNKNOWN = '00000000-0000-0000-0000-000000000000';
const PASSWORD = 'seven grey herons at dawn';
const MS_PER_DAY = 86_400_000;

let serial = 0;

function anEmail(): string {
  return `guest-${String((serial += 1))}@example.com`;
}

function invite(details: Partial<InviteMemberRequest> = {}, caller = world.caller) {
  const request = { email: anEmail(), role: 'ANALYST', brandIds: null, ...details } as const;
  return inviteMember(world.kernel, caller, request);
}

async function invited(details: Partial<InviteMemberRequest> = {}): Promise<SentInvitation> {
  return accepted(await invite(details));
}

function tokenIn({ link }: SentInvitation): string {
  return link.slice(link.indexOf('=') + 1);
}

function accept(token: string, details: Partial<AcceptInvitationRequest> = {}) {
  return acceptInvitation(world.kernel, {
    ...{ token, name: 'Grace', password: PASSWORD, signedInAs: null },
    ...{ origin: '192.0.2.7', userAgent: 'a test', requestId: 'request-1' },
    ...details,
  });
}

async function members() {
  const page = await listMembers(
    world.kernel,
    world.caller,
    membersRequest({ first: 100, after: null }),
  );
  return page.items.map(({ node }) => node);
}

describe('an invitation', () => {
  test('gives a link once and keeps only its digest', async () => {
    const { brand } = await world.aBrand();
    const email = anEmail();
    const details = {
      email: ` ${email.toUpperCase()}`,
      role: 'CLIENT',
      brandIds: [brand.id],
    } as const;
    const sent = await invited(details);
    expect(sent.link).toMatch(/^http:\/\/paceline\.test\/sign-in#invitation=[\w-]{43}$/);
    const { invitation } = sent;
    expect(invitation).toMatchObject({
      email,
      role: 'CLIENT',
      brandIds: [brand.id],
      status: 'OPEN',
    });
    expect(invitation.expiresAt - invitation.createdAt).toBe(7 * MS_PER_DAY);
    expect(Math.abs(invitation.createdAt - Date.now())).toBeLessThan(60_000);
    expect(await loadInvitations(world.kernel, world.caller, [invitation.id])).toEqual([
      invitation,
    ]);
    const [row] = await world.rows<{ hash: string; text: string }>(
      'select token_hash as hash, i::text as text from invitation i where id = $1',
      [invitation.id],
    );
    expect(row?.hash).toBe(hashToken(tokenIn(sent)));
    expect(row?.text).not.toContain(tokenIn(sent));
    const audits = await world.rows<{ text: string }>(
      'select a::text as text from audit_entry a where agency_id = $1',
      [world.caller.agencyId],
    );
    expect(audits.some(({ text }) => text.includes('invitation.create'))).toBe(true);
    expect(audits.some(({ text }) => text.includes(tokenIn(sent)))).toBe(false);
  });

  test('is refused with all that is wrong with it', async () => {
    const wrong = await invite({ email: 'nobody', role: 'CLIENT' });
    expect(refusals(wrong)).toEqual(['input.email INVALID', 'input.brandIds REQUIRED']);
    expect(refusals(await invite({ role: 'INGEST' }))).toEqual(['input.role INVALID']);
    const unknown = await invite({ role: 'CLIENT', brandIds: [UNKNOWN] });
    expect(refusals(unknown)).toEqual(['input.brandIds.0 NOT_FOUND']);
  });

  test('of a member is refused, until they are one no more', async () => {
    const sent = await invited();
    accepted(await accept(tokenIn(sent)));
    const { email } = sent.invitation;
    expect(refusals(await invite({ email }))).toEqual(['input.email TAKEN']);
    const [member] = await members();
    accepted(await removeMember(world.kernel, world.caller, member?.personId ?? ''));
    await invited({ email });
  });

  test('takes the place of the open one to the same address, in this agency alone', async () => {
    const email = anEmail();
    const first = await invited({ email });
    const stranger = await world.aStranger();
    const elsewhere = accepted(await invite({ email }, stranger));
    const second = await invited({ email });
    expect(refusals(await accept(tokenIn(first)))).toEqual(['input.token NOT_FOUND']);
    const ids = [first.invitation.id, second.invitation.id];
    const [before, after] = await loadInvitations(world.kernel, world.caller, ids);
    expect([before?.status, after?.status]).toEqual(['REVOKED', 'OPEN']);
    accepted(await accept(tokenIn(elsewhere)));
    accepted(await accept(tokenIn(second)));
  });

  test('sent twice at once leaves one that is open', async () => {
    const email = anEmail();
    await Promise.all([invited({ email }), invited({ email })]);
    const page = await listInvitations(
      world.kernel,
      world.caller,
      invitationsRequest({ first: 10, after: null }),
    );
    expect(page.items.map(({ node }) => node.status).toSorted()).toEqual(['OPEN', 'REVOKED']);
    expect(await page.totalCount()).toBe(2);
  });

  test.each(ROLES)('is not to a role above the own: %s', async (role) => {
    const caller = inRole(world.caller, role);
    if (role === 'OWNER') accepted(await invite({ role: 'OWNER' }, caller));
    else await expect(invite({ role: 'OWNER' }, caller)).rejects.toThrow(ForbiddenError);
    if (role === 'OWNER' || role === 'ADMIN') accepted(await invite({ role: 'ADMIN' }, caller));
    else await expect(invite({}, caller)).rejects.toThrow(ForbiddenError);
  });
});

describe('revoking an invitation', () => {
  test('makes its link no longer good, once', async () => {
    const sent = await invited();
    const { id } = sent.invitation;
    const revoked = accepted(await revokeInvitation(world.kernel, world.caller, id));
    expect(revoked.status).toBe('REVOKED');
    expect(accepted(await revokeInvitation(world.kernel, world.caller, id))).toEqual(revoked);
    expect(refusals(await accept(tokenIn(sent)))).toEqual(['input.token NOT_FOUND']);
  });

  test('of another agency is as of one that is not there', async () => {
    const { invitation } = await invited();
    const stranger = await world.aStranger();
    for (const id of [invitation.id, UNKNOWN]) {
      const outcome = await revokeInvitation(world.kernel, stranger, id);
      expect(refusals(outcome)).toEqual(['id NOT_FOUND']);
      expect(await loadInvitations(world.kernel, stranger, [id])).toEqual([null]);
    }
  });

  test('is too late once it was accepted, and not for who stands below', async () => {
    const sent = await invited();
    accepted(await accept(tokenIn(sent)));
    const outcome = await revokeInvitation(world.kernel, world.caller, sent.invitation.id);
    expect(refusals(outcome)).toEqual(['id INVALID']);
    const { invitation } = await invited({ role: 'OWNER' });
    const admin = inRole(world.caller, 'ADMIN');
    const attempt = revokeInvitation(world.kernel, admin, invitation.id);
    await expect(attempt).rejects.toThrow(ForbiddenError);
  });
});

describe('accepting an invitation', () => {
  test('makes a new person, their membership and a session, once', async () => {
    const { brand } = await world.aBrand();
    const sent = await invited({ role: 'CLIENT', brandIds: [brand.id] });
    const { agency, session } = accepted(await accept(tokenIn(sent)));
    expect(agency.id).toBe(world.caller.agencyId);
    const { email } = sent.invitation;
    const [member] = await members();
    expect(member).toMatchObject({ email, name: 'Grace', role: 'CLIENT', brandIds: [brand.id] });
    const sessions = await world.rows<{ personId: string; agencyId: string }>(
      `select person_id as "personId", agency_id as "agencyId" from session where token_hash = $1`,
      [hashToken(session.token)],
    );
    expect(sessions).toEqual([{ personId: member?.personId, agencyId: agency.id }]);
    const identity = await world.kernel.credentials.identify({
      bearer: null,
      session: session.token,
    });
    expect(identity?.standing).toEqual({
      agencyId: agency.id,
      role: 'CLIENT',
      brandIds: [brand.id],
    });
    expect(refusals(await accept(tokenIn(sent)))).toEqual(['input.token NOT_FOUND']);
    const [audit] = await world.rows<{ action: string; actor: string }>(
      `select action, actor_name as actor from audit_entry where agency_id = $1 order by seq desc limit 1`,
      [agency.id],
    );
    expect(audit).toEqual({ action: 'member.add', actor: 'Grace' });
  });

  test('twice at once works once', async () => {
    const sent = await invited();
    const outcomes = await Promise.all([accept(tokenIn(sent)), accept(tokenIn(sent))]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await members()).toHaveLength(1);
  });

  test('asks a new person for a name and a good password', async () => {
    const token = tokenIn(await invited());
    const none = await accept(token, { name: null, password: null });
    expect(refusals(none)).toEqual(['input.name REQUIRED', 'input.password REQUIRED']);
    const short = await accept(token, { name: ' ', password: 'short' });
    expect(refusals(short)).toEqual(['input.name INVALID', 'input.password INVALID']);
    accepted(await accept(token));
  });

  test('asks a known person for their password, or for their session', async () => {
    const first = await invited();
    accepted(await accept(tokenIn(first)));
    const [grace] = await members();
    const { email } = first.invitation;
    const stranger = await world.aStranger();
    const sent = accepted(await invite({ email }, stranger));
    for (const password of [null, 'another password', '']) {
      const outcome = await accept(tokenIn(sent), { password });
      const code = password === null ? 'REQUIRED' : 'INVALID';
      expect(refusals(outcome)).toEqual([`input.password ${code}`]);
    }
    const another = await accept(tokenIn(sent), { password: null, signedInAs: UNKNOWN });
    expect(refusals(another)).toEqual(['input.password REQUIRED']);
    accepted(await accept(tokenIn(sent), { name: 'Mallory' }));
    const again = accepted(await invite({ email }, await world.aStranger()));
    const signedIn = { password: null, signedInAs: grace?.personId ?? '' };
    accepted(await accept(tokenIn(again), signedIn));
    const people = await world.rows('select name from person where email = $1', [email]);
    expect(people).toEqual([{ name: 'Grace' }]);
  });

  test('is not for who is kept out', async () => {
    const first = await invited();
    accepted(await accept(tokenIn(first)));
    const { email } = first.invitation;
    accepted(await deactivatePerson(world.kernel, email, 'request-1'));
    const sent = accepted(await invite({ email }, await world.aStranger()));
    expect(refusals(await accept(tokenIn(sent)))).toEqual(['input.token NOT_FOUND']);
  });

  test('ends with seven days of real time, whatever the injected clock says', async () => {
    const sent = await invited();
    await world.rows(`update invitation set expires_at = clock_timestamp() where id = $1`, [
      sent.invitation.id,
    ]);
    const [invitation] = await loadInvitations(world.kernel, world.caller, [sent.invitation.id]);
    expect(invitation?.status).toBe('EXPIRED');
    expect(refusals(await accept(tokenIn(sent)))).toEqual(['input.token NOT_FOUND']);
    const other = await invited();
    world.at('2099-01-01T00:00:00.000Z');
    accepted(await accept(tokenIn(other)));
  });

  test('with a token that nobody made is refused alike', async () => {
    for (const token of ['', 'x', 'x'.repeat(10_000), '\0']) {
      expect(refusals(await accept(token))).toEqual(['input.token NOT_FOUND']);
    }
  });
});

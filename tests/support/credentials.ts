import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { FIRST_AGENCY_ID } from '../../src/domain/access/first-agency.js';
import type { TestApp } from './test-app.js';

/** How a session or key differs from one that is good for a day. */
export interface CredentialDetails {
  readonly lifetimeSeconds?: number;
}

/** A key's token with the id under which it is revoked. */
export interface MadeKey {
  readonly id: string;
  readonly token: string;
}

const DAY_SECONDS = 86_400;

/** Opens a session of the agency's first owner, behind the program's back, and gives its token. */
export async function openSession(
  { app }: TestApp,
  { lifetimeSeconds = DAY_SECONDS }: CredentialDetails = {},
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await app.kernel.database.everywhere.rows(
    `insert into session (id, person_id, token_hash, agency_id, origin, expires_at)
     select $1, person_id, $2, agency_id, 'test', clock_timestamp() + make_interval(secs => $3)
     from membership where agency_id = $4 and role = 'OWNER' limit 1`,
    [randomUUID(), digestOf(token), lifetimeSeconds, FIRST_AGENCY_ID],
  );
  return token;
}

/** The header by which a browser shows a session. */
export function cookieOf(token: string): { readonly cookie: string } {
  return { cookie: `paceline_session=${token}` };
}

/** Makes a key through the API. */
export async function makeKey(app: TestApp, role: string): Promise<MadeKey> {
  const { body } = await app.ask(
    'mutation ($input: CreateKeyInput!) { createKey(input: $input) { key { id } token } }',
    { input: { name: `${role} of a test`, role } },
  );
  const made = body.data?.['createKey'] as { key: { id: string }; token: string } | undefined;
  if (!made) throw new Error(JSON.stringify(body));
  return { id: made.key.id, token: made.token };
}

/** Makes a key, behind the program's back, that ends by itself. */
export async function makeKeyEndingIn({ app }: TestApp, lifetimeSeconds: number): Promise<string> {
  const token = `pcl_00000000_${randomBytes(32).toString('base64url')}`;
  await app.kernel.database.everywhere.rows(
    `insert into api_key (agency_id, id, name, role, whole_agency, prefix, token_hash, created_by, expires_at)
     values ($1, $2, 'Short', 'ADMIN', true, 'pcl_00000000', $3, 'test',
       clock_timestamp() + make_interval(secs => $4))`,
    [FIRST_AGENCY_ID, randomUUID(), digestOf(token), lifetimeSeconds],
  );
  return token;
}

function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

import type { World } from '../world.js';

/** People, keys and invitations, each with a brand. */
export async function fillAccess(world: World, brandId: string): Promise<void> {
  const { kernel, caller } = world;
  const { agencyId } = caller;
  const [person, key, invitation] = [kernel.ids.next(0), kernel.ids.next(0), kernel.ids.next(0)];
  const run = (text: string, ...values: unknown[]) => world.rows(text, values);
  await run(
    `insert into person (id, email, name, created_at) values ($1, 'a@b.test', 'A', now())`,
    person,
  );
  await run(
    `insert into membership values ($1, $2, 'CLIENT', false, now(), now())`,
    agencyId,
    person,
  );
  await run('insert into membership_brand values ($1, $2, $3)', agencyId, person, brandId);
  await run(
    `insert into invitation (agency_id, id, email, role, whole_agency, token_hash, invited_by, expires_at)
     values ($1, $2, 'c@d.test', 'CLIENT', false, 'digest', 'A', now())`,
    agencyId,
    invitation,
  );
  await run('insert into invitation_brand values ($1, $2, $3)', agencyId, invitation, brandId);
  await run(
    `insert into api_key (agency_id, id, name, role, whole_agency, prefix, token_hash, created_by)
     values ($1, $2, 'Feed', 'INGEST', false, 'pcl_0', 'digest', 'A')`,
    agencyId,
    key,
  );
  await run('insert into api_key_brand values ($1, $2, $3)', agencyId, key, brandId);
}

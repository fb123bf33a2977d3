import { hashPassword, verifyPassword } from '../../auth/password-hash.js';
import { formatInstant } from '../../domain/time/instant.js';
import { presentInstant } from '../../persistence/present-instant.js';
import type { BookKernel } from '../kernel.js';

/** The demo's owner, and the password that is to be theirs. */
export interface DemoSignIn {
  readonly email: string;
  readonly password: string;
}

/** Gives the demo's owner the password if they have none; says whether it is theirs. */
export async function openDemoSignIn(
  kernel: BookKernel,
  { email, password }: DemoSignIn,
): Promise<boolean> {
  const { everywhere } = kernel.database;
  const [owner] = await everywhere.rows<{ id: string; password_hash: string | null }>(
    'select id, password_hash from person where email = $1 and deactivated_at is null',
    [email],
  );
  if (owner === undefined) return false;
  if (owner.password_hash !== null) return verifyPassword(password, owner.password_hash);
  const at = formatInstant(await presentInstant(kernel, everywhere));
  const written = await everywhere.rows(
    `update person set password_hash = $2, password_changed_at = $3::timestamptz
     where id = $1 and password_hash is null returning 1`,
    [owner.id, await hashPassword(password), at],
  );
  return written.length > 0 || openDemoSignIn(kernel, { email, password });
}

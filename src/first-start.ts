import { newKeyToken, newToken } from './auth/token.js';
import type { Config } from './config.js';
import { systemCaller } from './domain/access/caller.js';
import { FIRST_AGENCY_ID } from './domain/access/first-agency.js';
import { readOrMakeSecret } from './platform/secret-file.js';
import {
  type BootstrapToken,
  ensureAgency,
  ensureBootstrapKey,
} from './services/agencies/ensure-agency.js';
import type { Kernel } from './services/kernel.js';
import { UNWATCHED } from './services/progress.js';

/** An email and a password that open the demo. */
export interface SignIn {
  readonly email: string;
  readonly password: string;
}

/** What whoever started Paceline needs to get in. Secrets: for a person's eyes, never for the log. */
export interface Welcome {
  /** The first administrator's key, if it was made now; it is not shown again. */
  readonly firstKey: string | null;
  /** The demo's sign-in, at every start of a demo; null: its password was changed, or kept elsewhere. */
  readonly demo: SignIn | null;
}

/** The names of secrets in the data folder. */
const BOOTSTRAP_FILE = 'bootstrap-token';
const DEMO_FILE = 'demo-password';

/** Gives up a start that has not come to its end. */
interface Patience {
  readonly signal?: AbortSignal | undefined;
}

/** Makes what must be there before anybody can come in; safe to do twice, and at once by several. */
export async function welcome(
  kernel: Kernel,
  config: Config,
  { signal }: Patience,
): Promise<Welcome> {
  await ensureAgency(kernel, config);
  const firstKey = await ensureBootstrapKey(kernel, tokenOf(config));
  return { firstKey, demo: config.demo ? await openDemo(kernel, config, { signal }) : null };
}

function tokenOf({ bootstrapToken, dataDir }: Config): BootstrapToken {
  if (bootstrapToken !== null) return { given: bootstrapToken };
  return { make: () => readOrMakeSecret(dataDir, BOOTSTRAP_FILE, () => newKeyToken().token) };
}

/** On the first start, the demo's brands with their past, and a password for its owner. */
async function openDemo(
  kernel: Kernel,
  { dataDir, ownerEmail }: Config,
  { signal }: Patience,
): Promise<SignIn | null> {
  // Loaded only where there is a demo.
  const [{ seedAgency }, { openDemoSignIn }] = await Promise.all([
    import('./services/demo/seed-agency.js'),
    import('./services/demo/open-demo-sign-in.js'),
  ]);
  const watcher = { ...UNWATCHED, ...(signal && { signal }) };
  const made = await seedAgency(kernel, systemCaller(FIRST_AGENCY_ID, 'demo', 'start'), {
    watcher,
  });
  if (made) kernel.log.info(made, 'made the demo');
  const password = await readOrMakeSecret(dataDir, DEMO_FILE, newToken);
  const isOpen = await openDemoSignIn(kernel, { email: ownerEmail, password });
  return isOpen ? { email: ownerEmail, password } : null;
}

import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const OWNER_ONLY = 0o600;

/** Where a secret of the data folder is kept. */
export function secretPath(dataDir: string, name: string): string {
  return join(dataDir, name);
}

/** The secret that the data folder keeps under a name; null: it has none. */
export async function readSecret(dataDir: string, name: string): Promise<string | null> {
  try {
    const text = await readFile(secretPath(dataDir, name), 'utf8');
    return text.trim() === '' ? null : text.trim();
  } catch (error) {
    if (Error.isError(error) && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * The secret that the data folder keeps under a name; made now, for its owner's eyes alone, if there
 * is none. Of several processes that make it at once all get the same one.
 */
export async function readOrMakeSecret(
  dataDir: string,
  name: string,
  make: () => string,
): Promise<string> {
  const kept = await readSecret(dataDir, name);
  if (kept !== null) return kept;
  await mkdir(dataDir, { recursive: true });
  const secret = make();
  try {
    const file = await open(secretPath(dataDir, name), 'wx', OWNER_ONLY);
    try {
      await file.writeFile(`${secret}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    return secret;
  } catch (error) {
    if (!Error.isError(error) || !('code' in error) || error.code !== 'EEXIST') throw error;
    return (await readSecret(dataDir, name)) ?? secret;
  }
}

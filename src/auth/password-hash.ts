import { argon2, type Argon2Parameters, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { Turns } from './turns.js';

/** Argon2id as OWASP's Password Storage Cheat Sheet asks for at least: 19 MiB, two passes, one lane. */
const MEMORY_KIB = 19_456;
const PASSES = 2;
const LANES = 1;
const SALT_BYTES = 16;
const TAG_BYTES = 32;

/** Two hashes at once hold 38 MiB and half of Node's four threads; some hundred may wait for them. */
const turns = new Turns({ concurrent: 2, waiting: 100 });

const derive = promisify(argon2);

/** The parts of a hash in the PHC string format. */
interface PhcHash {
  readonly memory: number;
  readonly passes: number;
  readonly lanes: number;
  readonly salt: Buffer;
  readonly tag: Buffer;
}

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/**
 * A password's hash with a salt of its own, as a PHC string. Throws UnavailableError if too many
 * wait for theirs already.
 */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const parameters = { memory: MEMORY_KIB, passes: PASSES, lanes: LANES, salt };
  const tag = await tagOf(password, { ...parameters, tagLength: TAG_BYTES });
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${unpadded(salt)}$${unpadded(tag)}`;
}

/**
 * Whether the password is the one that was hashed. Null, for an account without a password or no
 * account, is false after the same work. Throws UnavailableError as {@link hashPassword}.
 */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  const known = hash === null ? null : parse(hash);
  const { tag, ...parameters } = known ?? NOBODY;
  const computed = await tagOf(password, { ...parameters, tagLength: tag.length });
  return timingSafeEqual(computed, tag) && known !== null;
}

/** Whether a hash was made in another way than hashes are made now. */
export function needsRehash(hash: string): boolean {
  const known = parse(hash);
  if (known === null) return true;
  const { memory, passes, lanes, tag } = known;
  return memory !== MEMORY_KIB || passes !== PASSES || lanes !== LANES || tag.length !== TAG_BYTES;
}

/** The hash of no password that anybody knows. */
const NOBODY: PhcHash = {
  memory: MEMORY_KIB,
  passes: PASSES,
  lanes: LANES,
  salt: randomBytes(SALT_BYTES),
  tag: randomBytes(TAG_BYTES),
};

function tagOf(
  password: string,
  { memory, passes, lanes, salt, tagLength }: Omit<PhcHash, 'tag'> & { readonly tagLength: number },
): Promise<Buffer> {
  const parameters: Argon2Parameters = {
    // The same text may be typed as different code points on different keyboards.
    message: Buffer.from(password.normalize('NFKC'), 'utf8'),
    nonce: salt,
    parallelism: lanes,
    tagLength,
    memory,
    passes,
  };
  return turns.take(() => derive('argon2id', parameters));
}

function parse(hash: string): PhcHash | null {
  const [, memory, passes, lanes, salt, tag] = PHC.exec(hash) ?? [];
  if (salt === undefined || tag === undefined) return null;
  return {
    memory: Number(memory),
    passes: Number(passes),
    lanes: Number(lanes),
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  };
}

/** The PHC string format's base 64: the standard alphabet without padding. */
function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}

import type { CredentialWatch } from './credentials/credential-watch.js';
import type { Kernel } from './kernel.js';

/** The part of the kernel that managing agencies, people and keys needs: a command has it too. */
export type AccessKernel = Pick<Kernel, 'database' | 'clock' | 'testClock' | 'ids' | 'audit'> & {
  /** Of who comes in only that what changed about them holds at once in this process. */
  readonly credentials: Pick<CredentialWatch, 'forget'>;
};

/** The same where a one-time link is given out. */
export type LinkKernel = AccessKernel & Pick<Kernel, 'publicUrl'>;

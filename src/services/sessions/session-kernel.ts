import type { SignInLimits } from '../../auth/sign-in-attempts.js';
import type { AccessKernel } from '../access-kernel.js';
import type { Kernel } from '../kernel.js';

/** The part of the kernel that signing in and out needs. */
export type SessionKernel = AccessKernel &
  Pick<Kernel, 'credentials'> & {
    /** Absent: SIGN_IN_LIMITS. */
    readonly signInLimits?: SignInLimits;
  };

import { describe, expect, it } from '@jest/globals';
import { newPasswordProblem } from '../../../../web/src/features/account/password-values.js';

const OWNER = { email: 'ada@example.com', name: 'Ada Lovelace' };

function problemOf(newPassword: string): string | null {
  return newPasswordProblem(
    { currentPassword: 'the one before', newPassword, repeated: '' },
    OWNER,
  );
}

describe('a new password', () => {
  it('has 12 characters or more', () => {
    expect(problemOf('')).not.toBeNull();
    expect(problemOf('elevenchars')).toMatch('11 characters');
    expect(problemOf('quiet onions')).toBeNull();
  });

  it('is not the present one, nor one’s own name with digits about it', () => {
    expect(problemOf('the one before')).not.toBeNull();
    expect(problemOf('AdaLovelace1815')).not.toBeNull();
  });
});

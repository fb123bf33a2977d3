import { describedEnum } from '../described-enum.js';

/** What became of one entry of a batch. */
export type SpendOutcome = 'RECORDED' | 'DUPLICATE' | 'REJECTED';

export const SpendOutcomeEnum = describedEnum<SpendOutcome>({
  name: 'SpendOutcome',
  description: 'What became of one entry of a batch.',
  values: {
    RECORDED: 'It is in the ledger now.',
    DUPLICATE: 'It was there before.',
    REJECTED: 'It was refused.',
  },
});

/** Says which agency a command is for. */
export const AGENCY_OPTION = [
  '--agency <agency>',
  'its id or name; need not be said where there is only one',
] as const;

/** How many groups without a duplicate make one in the next unlikely. */
const CALM_GROUPS = 100;

/**
 * Whether groups of spends are likely to hold some that have been recorded before. If not, they are
 * written without looking first: the ledger itself refuses what is there, and then they are looked up.
 */
export class DuplicateWatch {
  private calmGroups = CALM_GROUPS;

  get isLikely(): boolean {
    return this.calmGroups < CALM_GROUPS;
  }

  /** Says whether a group held any. */
  note(hasAny: boolean): void {
    this.calmGroups = hasAny ? 0 : this.calmGroups + 1;
  }
}

/** How much of the size is left with each group. */
const REMEMBERED = 0.98;
/** Which part of the crowd makes a group that is worth beginning while another is being written. */
const WORTHWHILE_PART = 0.4;

/**
 * How many claims there are at once, waiting or being recorded: the most of late, slowly forgotten.
 * Where they are answered and come again, as from clients that wait for their answers, groups settle at
 * what makes the next one begin. Without a measure besides the last group each could only be smaller.
 */
export class Crowd {
  private size = 0;

  /** Says how many there are now, whenever a group could begin. */
  note(claims: number): void {
    this.size = Math.max(this.size * REMEMBERED, claims);
  }

  /** How many of them are worth a group beside another. */
  get worthwhile(): number {
    return Math.ceil(this.size * WORTHWHILE_PART);
  }
}

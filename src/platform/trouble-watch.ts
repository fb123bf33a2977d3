/** How many times without trouble make it unlikely the next time. */
const CALM_TIMES = 100;

/**
 * Whether something that costs doing work again has been met lately. If not, it is not looked for
 * beforehand, which is cheaper as long as it stays away.
 */
export class TroubleWatch {
  private calmTimes = CALM_TIMES;

  get isLikely(): boolean {
    return this.calmTimes < CALM_TIMES;
  }

  /** Says whether it was met. */
  note(wasMet: boolean): void {
    this.calmTimes = wasMet ? 0 : this.calmTimes + 1;
  }
}

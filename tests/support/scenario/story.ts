import { expect } from '@jest/globals';
import type { ChangeEvent } from './reader.js';
import type { Recorder } from './recorder.js';
import type { Scenario } from './scenario.js';
import { changeLine } from './texts.js';

/** The course of events in a scenario, told from one instant to the next. */
export class Story {
  private now = '';
  private readonly heard: string[] = [];

  constructor(
    private readonly scenario: Scenario,
    private readonly changes: Recorder<ChangeEvent>,
  ) {}

  /** Goes on to an instant. */
  async at(instant: string): Promise<void> {
    this.now = instant;
    await this.scenario.setClock(instant);
  }

  /**
   * At this instant exactly these status changes happen, in any order, all for one cause
   * (`SPEND by First key`); each as `name: ACTIVE -> PAUSED DAILY_BUDGET`. Each event shows its
   * campaign after the change.
   */
  async hears(cause: string, ...turns: string[]): Promise<void> {
    const events = await this.changes.take(turns.length);
    const ending = `${cause} at ${this.now.replace(/:00Z$/, 'Z')}`;
    const expected = turns.map((turn) => `${turn}, ${ending}`);
    expect(events.map(eventLine).toSorted()).toEqual(expected.toSorted());
    for (const { campaign, to } of events) expect(campaign.status).toBe(to);
    this.heard.push(...expected);
  }

  /** All that was heard of a campaign, without its name, oldest first. */
  heardOf(name: string): readonly string[] {
    const own = this.heard.filter((line) => line.startsWith(`${name}: `));
    return own.map((line) => line.slice(name.length + 2));
  }
}

function eventLine(event: ChangeEvent): string {
  return `${event.campaign.name}: ${changeLine(event)}`;
}

import { monotonicMs } from '../platform/monotonic.js';
import type { ProgressStep } from '../services/progress.js';

/** Where progress is shown, such as standard error. */
export interface ProgressTarget {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const BAR_INTERVAL_MS = 80;
const LINE_INTERVAL_MS = 3_000;
const BAR_WIDTH = 30;
const DEFAULT_COLUMNS = 80;
const CLEAR_LINE = '\r\u001b[2K';

/** Shows how far a command has come: as a bar on a terminal, elsewhere as a line every few seconds. */
export class ProgressView {
  private shownAt: number;
  private bar = '';

  constructor(private readonly target: ProgressTarget) {
    // What is done within the first seconds needs no line.
    this.shownAt = target.isTTY === true ? -Infinity : monotonicMs();
  }

  show(step: ProgressStep): void {
    const now = monotonicMs();
    const isTerminal = this.target.isTTY === true;
    if (now - this.shownAt < (isTerminal ? BAR_INTERVAL_MS : LINE_INTERVAL_MS)) return;
    this.shownAt = now;
    if (isTerminal) this.draw(barOf(step));
    else this.target.write(`${lineOf(step)}\n`);
  }

  /** Writes a line that stays, above the bar. */
  note(line: string): void {
    const { bar } = this;
    this.clear();
    this.target.write(`${line}\n`);
    if (bar !== '') this.draw(bar);
  }

  /** Takes the bar away. */
  clear(): void {
    if (this.bar !== '') this.target.write(CLEAR_LINE);
    this.bar = '';
  }

  private draw(bar: string): void {
    // A terminal that does not know its width says 0.
    const { columns = 0 } = this.target;
    this.bar = bar.slice(0, (columns > 0 ? columns : DEFAULT_COLUMNS) - 1);
    this.target.write(`${CLEAR_LINE}${this.bar}`);
  }
}

function barOf(step: ProgressStep): string {
  const part = partOf(step);
  if (part === null) return lineOf(step);
  const full = Math.round(part * BAR_WIDTH);
  const bar = '█'.repeat(full) + '░'.repeat(BAR_WIDTH - full);
  return `${step.phase.padEnd(10)} ${bar} ${percentOf(part)}`;
}

function lineOf(step: ProgressStep): string {
  const part = partOf(step);
  return part === null ? `${step.phase}: ${step.done}` : `${step.phase}: ${percentOf(part)}`;
}

function partOf({ done, total }: ProgressStep): number | null {
  if (total === null) return null;
  return total === 0 ? 1 : Math.min(1, done / total);
}

function percentOf(part: number): string {
  return `${Math.floor(part * 100)} %`;
}

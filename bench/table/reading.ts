import { median } from '../rounds.js';

/** `x`: how often as much as what it is compared with, or as long. */
export type Unit = 'x' | 'ms' | 's' | 'MB';

/** A line of the table: what is wanted of a figure. */
export interface Demand {
  /** As issue 5 has it. */
  readonly what: string;
  readonly unit: Unit;
  /** Whether a larger figure is better, or a smaller one. */
  readonly better: 'MORE' | 'LESS';
  /** In that unit. */
  readonly atLeast: number;
  readonly goal: number;
}

/** What was measured of it. */
export interface Reading {
  readonly demand: Demand;
  /** The figure of each round, in the demand's unit; the median counts. */
  readonly rounds: readonly number[];
  /** What the figure is made of and under which circumstances, a short sentence each. */
  readonly notes: readonly string[];
}

/** The figure, and what of the demand it meets. */
export interface Verdict {
  readonly figure: number;
  readonly holds: boolean;
  readonly reachesGoal: boolean;
}

export function judge({ demand, rounds }: Reading): Verdict {
  const figure = median(rounds);
  const meets = (limit: number): boolean =>
    demand.better === 'MORE' ? figure >= limit : figure <= limit;
  return { figure, holds: meets(demand.atLeast), reachesGoal: meets(demand.goal) };
}

/** The lowest and the highest of the rounds. */
export function spreadOf({ demand, rounds }: Reading): string {
  const format = (value: number): string => formatFigure(value, demand.unit);
  return rounds.length < 2 ? '' : `${format(Math.min(...rounds))} … ${format(Math.max(...rounds))}`;
}

export function formatFigure(value: number, unit: Unit): string {
  return `${withThreeDigits(value)} ${unit}`;
}

/** A demand's limit as the table shows it. */
export function formatLimit(limit: number, { unit, better }: Demand): string {
  return `${better === 'MORE' ? '>=' : '<='} ${limit} ${unit}`;
}

function withThreeDigits(value: number): string {
  if (!Number.isFinite(value)) return '?';
  const decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return value.toFixed(decimals);
}

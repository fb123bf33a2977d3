import type uPlot from 'uplot';
import { toScale } from '../../kit/format/exact-amounts.js';
import type { ChartColours } from './chart-colours.js';
import type { ChartModel } from './chart-model.js';
import { formatScale } from './format-scale.js';
import { hourTicks } from './hour-ticks.js';
import { drawMarks } from './plot-marks.js';

export interface PlotInput {
  readonly size: { readonly width: number; readonly height: number };
  readonly colours: ChartColours;
  /** The latest of the same day. */
  readonly model: () => ChartModel;
  readonly onPoint: (place: number | null) => void;
}

/** In whole pixels: uPlot multiplies the digits before `px` on fine screens. */
const FONT = '12px "Inter Variable", system-ui, sans-serif';
/** Room above the highest line, as a part of it. */
const HEADROOM = 0.1;
/** A projection above the budget times this leaves the picture: what matters is when it crosses. */
const PROJECTION_UP_TO = 1.25;
/** Between two marks there is room for a label. */
const TICK_PX = 58;
const TICK_HOURS = [1, 2, 3, 4, 6, 12];
/** How wide a character of a label is at most. */
const CHARACTER_PX = 7.5;
const Y_GAP_PX = 8;

/** How a picture of a day is drawn. */
export function plotOptions({ size, colours, model, onPoint }: PlotInput): uPlot.Options {
  return {
    ...size,
    padding: [14, 22, 0, 0],
    legend: { show: false },
    cursor: {
      y: false,
      drag: { x: false, y: false, setScale: false },
      points: { size: 7 },
      move: snap,
    },
    scales: {
      x: { time: false, range: () => [model().day.start, model().day.end] },
      y: { range: () => [...rangeOf(model())] },
    },
    axes: axesOf(colours, model),
    series: seriesOf(colours),
    bands: [{ series: [2, 3], fill: colours.band }],
    hooks: {
      draw: [
        (plot) => {
          drawMarks(plot, model(), colours);
        },
      ],
      setCursor: [
        (plot) => {
          onPoint(plot.cursor.idx ?? null);
        },
      ],
    },
  };
}

/** The pointer's line stands where amounts are known. */
function snap(plot: uPlot, left: number, top: number): [number, number] {
  const at = left < 0 ? undefined : plot.data[0][plot.posToIdx(left)];
  return [at === undefined ? left : plot.valToPos(at, 'x'), top];
}

/** One for each line of the data, in its order. */
function seriesOf(colours: ChartColours): uPlot.Series[] {
  const points = { show: false };
  return [
    {},
    { stroke: colours.ideal, width: 1.5, dash: [5, 5], points },
    { stroke: 'transparent', width: 0, points },
    { stroke: 'transparent', width: 0, points },
    { stroke: colours.likely, width: 2, dash: [3, 4], points },
    { stroke: colours.spent, width: 2.5, fill: colours.spentArea, points },
  ];
}

function axesOf(colours: ChartColours, model: () => ChartModel): uPlot.Axis[] {
  const look: uPlot.Axis = {
    stroke: colours.soft,
    font: FONT,
    grid: { stroke: colours.grid, width: 1 },
    ticks: { show: false },
  };
  return [
    {
      ...look,
      size: 30,
      gap: 10,
      splits: (plot) => ticksOf(plot, model()).map(({ at }) => at),
      values: (plot) => ticksOf(plot, model()).map(({ label }) => label),
      grid: { show: false },
    },
    {
      ...look,
      size: (_plot, labels) => Y_GAP_PX + CHARACTER_PX * longest(labels),
      gap: Y_GAP_PX,
      space: 44,
      values: (_plot, splits) => splits.map((split) => formatScale(split, model().currency)),
    },
  ];
}

function longest(labels: readonly string[] | null): number {
  return Math.max(1, ...(labels ?? []).map(({ length }) => length));
}

function ticksOf(plot: uPlot, { day, timeZone }: ChartModel) {
  const room = Math.max(1, Math.floor(plot.width / TICK_PX));
  const every = TICK_HOURS.find((hours) => 24 / hours <= room) ?? 12;
  return hourTicks(day, timeZone, every);
}

function rangeOf({ capMicros, last, rows }: ChartModel): readonly [number, number] {
  const spent = rows.flatMap((row) => (row.spent === null ? [] : [toScale(row.spent)]));
  const cap = capMicros === null ? null : toScale(capMicros);
  const ahead = toScale(rows.at(-1)?.high ?? last.micros);
  const limit = cap === null ? ahead : Math.min(ahead, cap * PROJECTION_UP_TO);
  const highest = Math.max(limit, cap ?? 0, ...spent);
  return [Math.min(0, ...spent), highest <= 0 ? 1 : highest * (1 + HEADROOM)];
}

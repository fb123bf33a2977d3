import uPlot from 'uplot';
import { formatCoins } from '../../kit/format/money.js';
import { formatClock } from '../../kit/format/time.js';
import { moneyOf, toScale } from '../../kit/format/exact-amounts.js';
import type { ChartColours } from './chart-colours.js';
import type { ChartModel } from './chart-model.js';

interface Marks {
  readonly ctx: CanvasRenderingContext2D;
  /** The plot's box, in the canvas's own pixels. */
  readonly box: uPlot.BBox;
  readonly x: (at: number) => number;
  readonly y: (micros: bigint) => number;
  /** A length of the screen in the canvas's own pixels. */
  readonly px: (length: number) => number;
}

/** How wide a time of day is, and some room. */
const LABEL_PX = 48;

/** Draws the budget, now, the last point and the exhaustion on what uPlot has drawn. */
export function drawMarks(plot: uPlot, model: ChartModel, colours: ChartColours): void {
  const marks: Marks = {
    ctx: plot.ctx,
    box: plot.bbox,
    x: (at) => plot.valToPos(at, 'x', true),
    y: (micros) => plot.valToPos(toScale(micros), 'y', true),
    px: (length) => length * uPlot.pxRatio,
  };
  const { ctx } = marks;
  ctx.save();
  ctx.font = `600 ${marks.px(12)}px "Inter Variable", system-ui, sans-serif`;
  drawBudget(marks, model, colours);
  drawNow(marks, model, colours);
  drawExhaustion(marks, model, colours);
  drawLast(marks, model, colours);
  ctx.restore();
}

function drawBudget(marks: Marks, model: ChartModel, colours: ChartColours): void {
  const { ctx, box, px } = marks;
  const { capMicros, currency } = model;
  if (capMicros === null) return;
  const y = Math.round(marks.y(capMicros));
  line(marks, {
    color: colours.budget,
    dash: [],
    from: [box.left, y],
    to: [box.left + box.width, y],
  });
  ctx.fillStyle = colours.budget;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'bottom';
  const text = `Daily budget ${formatCoins(moneyOf(capMicros, currency))}`;
  ctx.fillText(text, box.left + px(6), y - px(4));
}

function drawNow(marks: Marks, model: ChartModel, colours: ChartColours): void {
  const { ctx, box, px } = marks;
  const { now, timeZone } = model;
  if (now === null) return;
  const x = Math.round(marks.x(now));
  line(marks, {
    color: colours.text,
    dash: [1, 4],
    from: [x, box.top],
    to: [x, box.top + box.height],
  });
  const isNearEnd = x > box.left + box.width - px(80);
  ctx.fillStyle = colours.text;
  ctx.textAlign = isNearEnd ? 'right' : 'left';
  ctx.textBaseline = 'bottom';
  ctx.fillText(
    `now ${formatClock(now, timeZone)}`,
    x + px(isNearEnd ? -6 : 6),
    box.top + box.height - px(6),
  );
}

function drawExhaustion(marks: Marks, model: ChartModel, colours: ChartColours): void {
  const { ctx, px } = marks;
  const { outlook, capMicros, timeZone } = model;
  if (outlook.kind !== 'exhausts' || capMicros === null) return;
  const [x, y] = [marks.x(outlook.at), marks.y(capMicros)];
  dot(marks, { at: [x, y], radius: 4, fill: colours.ground, stroke: colours.likely });
  // Beside the line of now there is no room on the left.
  const isCrowded = x - marks.x(model.last.at) < px(LABEL_PX);
  ctx.fillStyle = colours.likely;
  ctx.textAlign = isCrowded ? 'left' : 'right';
  ctx.textBaseline = isCrowded ? 'top' : 'bottom';
  ctx.fillText(
    formatClock(outlook.at, timeZone),
    x + px(isCrowded ? 8 : -4),
    y + px(isCrowded ? 7 : -7),
  );
}

function drawLast(marks: Marks, model: ChartModel, colours: ChartColours): void {
  const { at, micros } = model.last;
  dot(marks, {
    at: [marks.x(at), marks.y(micros)],
    radius: 5,
    fill: colours.spent,
    stroke: colours.ground,
  });
}

interface LineLook {
  readonly color: string;
  readonly dash: readonly number[];
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

function line({ ctx, px }: Marks, { color, dash, from, to }: LineLook): void {
  ctx.beginPath();
  ctx.setLineDash(dash.map(px));
  ctx.lineCap = 'round';
  ctx.lineWidth = px(1.5);
  ctx.strokeStyle = color;
  ctx.moveTo(...from);
  ctx.lineTo(...to);
  ctx.stroke();
  ctx.setLineDash([]);
}

interface DotLook {
  readonly at: readonly [number, number];
  readonly radius: number;
  readonly fill: string;
  readonly stroke: string;
}

function dot({ ctx, px }: Marks, { at, radius, fill, stroke }: DotLook): void {
  ctx.beginPath();
  ctx.arc(at[0], at[1], px(radius), 0, 2 * Math.PI);
  ctx.fillStyle = fill;
  ctx.fill();
  ctx.lineWidth = px(2);
  ctx.strokeStyle = stroke;
  ctx.stroke();
}

import uPlot from 'uplot';
import { toScale } from '../../kit/format/exact-amounts.js';
import { readColours, watchTheme } from './chart-colours.js';
import type { ChartModel, ChartRow } from './chart-model.js';
import { plotOptions } from './plot-options.js';

type Line = Exclude<keyof ChartRow, 'at'>;

/** In this order they lie on each other; {@link plotOptions} has a series for each. */
const LINES: readonly Line[] = ['ideal', 'high', 'low', 'likely', 'spent'];

/** A picture of a day's spend within an element: it follows its size, and the theme. */
export class SpendPlot {
  private plot: uPlot | null = null;
  private model: ChartModel | null = null;
  private readonly sizes: ResizeObserver;
  private readonly endTheme: () => void;

  constructor(
    private readonly host: HTMLElement,
    /** Told the place of the row under the pointer; null: none. */
    private readonly onPoint: (place: number | null) => void,
  ) {
    this.sizes = new ResizeObserver(this.fit);
    this.sizes.observe(host);
    this.endTheme = watchTheme(this.rebuild);
  }

  /** Draws this from now on. */
  show(model: ChartModel): void {
    const before = this.model;
    this.model = model;
    const isSame = before?.timeZone === model.timeZone && before.day.start === model.day.start;
    if (this.plot !== null && isSame) this.plot.setData(dataOf(model));
    else this.rebuild();
  }

  destroy(): void {
    this.endTheme();
    this.sizes.disconnect();
    this.plot?.destroy();
    this.plot = null;
  }

  private readonly rebuild = (): void => {
    const { model } = this;
    if (model === null) return;
    this.plot?.destroy();
    const options = plotOptions({
      size: this.size(),
      colours: readColours(this.host),
      model: () => this.model ?? model,
      onPoint: this.onPoint,
    });
    this.plot = new uPlot(options, dataOf(model), this.host);
  };

  private readonly fit = (): void => {
    const { width, height } = this.size();
    if (width > 0 && height > 0) this.plot?.setSize({ width, height });
  };

  private size(): { readonly width: number; readonly height: number } {
    return { width: this.host.clientWidth, height: this.host.clientHeight };
  }
}

function dataOf({ rows }: ChartModel): uPlot.AlignedData {
  const lines = LINES.map((line) =>
    rows.map((row) => {
      const micros = row[line];
      return micros === null ? null : toScale(micros);
    }),
  );
  return [rows.map(({ at }) => at), ...lines];
}

import 'uplot/dist/uPlot.min.css';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { ChartModel } from './chart-model.js';
import { ChartLegend } from './chart-legend.js';
import classes from './spend-chart.module.css';
import { SpendPlot } from './spend-plot.js';

export interface SpendCanvasProps {
  readonly model: ChartModel;
  /** The picture in words. */
  readonly label: string;
}

/** The picture of a {@link ChartModel}, with what is under the pointer beneath it. */
export function SpendCanvas({ model, label }: SpendCanvasProps): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<SpendPlot>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  useEffect(() => {
    if (host.current === null) return undefined;
    const drawn = new SpendPlot(host.current, setPointed);
    plot.current = drawn;
    return () => {
      plot.current = null;
      drawn.destroy();
    };
  }, []);
  useEffect(() => {
    plot.current?.show(model);
  }, [model]);
  return (
    <figure className={classes.figure}>
      <div ref={host} className={classes.canvas} role="img" aria-label={label} />
      <ChartLegend model={model} pointed={pointed} />
    </figure>
  );
}

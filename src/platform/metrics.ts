import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Counts } from './activity.js';

const PREFIX = 'paceline_';
/** From a cached answer to a batch of 10 000 entries. */
const DURATION_BUCKETS_SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What a metric is called, without the program's prefix, in the unit that its end names. */
export interface Naming {
  readonly name: string;
  readonly help: string;
}

/** What a process tells Prometheus about itself. */
export class Metrics {
  private readonly registry = new Registry();

  readonly httpRequestSeconds = this.duration(
    { name: 'http_request_duration_seconds', help: 'How long HTTP requests took.' },
    ['method', 'route', 'status'],
  );

  readonly operationSeconds = this.duration(
    {
      name: 'graphql_operation_duration_seconds',
      help: 'How long GraphQL queries and mutations took, over HTTP and websockets.',
    },
    ['transport', 'type', 'outcome'],
  );

  /** Adds what Node itself knows: memory, CPU, event loop, garbage collection. */
  includeProcess(): void {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Adds a number that goes up and down, read when the metrics are asked for. */
  level({ name, help }: Naming, read: () => number): void {
    new Gauge({
      name: PREFIX + name,
      help,
      registers: [this.registry],
      collect() {
        this.set(read());
      },
    });
  }

  /** Adds a number that only grows while the process lives, read when the metrics are asked for. */
  total({ name, help }: Naming, read: () => number): void {
    new Counter({
      name: PREFIX + name,
      help,
      registers: [this.registry],
      collect() {
        this.reset();
        this.inc(read());
      },
    });
  }

  /** Adds counts that tell their cases apart by a label. */
  totals({ name, help, label }: Naming & { readonly label: string }, counts: Counts): void {
    new Counter({
      name: PREFIX + name,
      help,
      labelNames: [label],
      registers: [this.registry],
      collect() {
        this.reset();
        for (const [value, count] of counts.all()) this.inc({ [label]: value }, count);
      },
    });
  }

  /** Everything in Prometheus' text format, and its content type. */
  async expose(): Promise<{ readonly text: string; readonly contentType: string }> {
    return { text: await this.registry.metrics(), contentType: this.registry.contentType };
  }

  private duration<Label extends string>(
    { name, help }: Naming,
    labelNames: Label[],
  ): Histogram<Label> {
    return new Histogram({
      name: PREFIX + name,
      help,
      labelNames,
      buckets: DURATION_BUCKETS_SECONDS,
      registers: [this.registry],
    });
  }
}

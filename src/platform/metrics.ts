import {
  collectDefaultMetrics,
  Counter,
  Gauge,
  Histogram,
  Registry,
  type CounterConfiguration,
  type HistogramConfiguration,
} from 'prom-client';

const PREFIX = 'paceline_';
/** From a cached answer to a batch of 10 000 entries. */
const DURATION_BUCKETS_SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** A number that is read when the metrics are asked for. */
export interface Reading {
  /** Without the program's prefix; in the unit that its end names. */
  readonly name: string;
  readonly help: string;
  readonly read: () => number | Promise<number>;
}

/** What a process tells Prometheus about itself. */
export class Metrics {
  private readonly registry = new Registry();

  readonly httpRequestSeconds = this.histogram({
    name: 'http_request_duration_seconds',
    help: 'How long HTTP requests took.',
    labelNames: ['method', 'route', 'status'] as const,
  });

  readonly operationSeconds = this.histogram({
    name: 'graphql_operation_duration_seconds',
    help: 'How long GraphQL queries and mutations took, over HTTP and websockets.',
    labelNames: ['transport', 'type', 'outcome'] as const,
  });

  readonly spendEntriesTotal = this.counter({
    name: 'spend_entries_total',
    help: 'Spend and refunds that were sent, by what became of them.',
    labelNames: ['kind', 'outcome'] as const,
  });

  readonly jobRunsTotal = this.counter({
    name: 'job_runs_total',
    help: 'Runs of jobs in this process.',
    labelNames: ['job', 'outcome'] as const,
  });

  readonly repairsTotal = this.counter({
    name: 'job_repairs_total',
    help: 'Differences that jobs found and repaired; normally none.',
    labelNames: ['job'] as const,
  });

  /** Adds what Node itself knows: memory, CPU, event loop, garbage collection. */
  includeProcess(): void {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Adds a number that is read at each scrape. One that cannot be read is left out. */
  read({ name, help, read }: Reading): void {
    new Gauge({
      name: PREFIX + name,
      help,
      registers: [this.registry],
      async collect() {
        try {
          this.set(await read());
        } catch {
          this.reset();
        }
      },
    });
  }

  /** Everything in Prometheus' text format, and its content type. */
  async expose(): Promise<{ readonly text: string; readonly contentType: string }> {
    return { text: await this.registry.metrics(), contentType: this.registry.contentType };
  }

  private counter<Label extends string>(settings: CounterConfiguration<Label>): Counter<Label> {
    return new Counter({ ...settings, name: PREFIX + settings.name, registers: [this.registry] });
  }

  private histogram<Label extends string>(
    settings: HistogramConfiguration<Label>,
  ): Histogram<Label> {
    return new Histogram({
      buckets: DURATION_BUCKETS_SECONDS,
      ...settings,
      name: PREFIX + settings.name,
      registers: [this.registry],
    });
  }
}

/** The process's own. */
export const metrics = new Metrics();

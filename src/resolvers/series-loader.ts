import DataLoader from 'dataloader';
import type { Caller } from '../domain/access/caller.js';
import type { SpendPoint } from '../domain/spend/spend-series.js';
import type { SpendSeriesArgs } from '../schema/spend/spend-series-args.js';
import type { Kernel } from '../services/kernel.js';
import { readSpendSeries } from '../services/spend/read-spend-series.js';
import type { SeriesOwner } from '../services/spend/spend-requests.js';

type Series = readonly SpendPoint[];
type OwnerLoader = DataLoader<SeriesOwner, Series>;

/** Reads the series of all owners that ask for the same points in one query. */
export class SeriesLoader {
  private readonly loaders = new Map<string, OwnerLoader>();

  constructor(
    private readonly kernel: Kernel,
    private readonly caller: Caller,
  ) {}

  /** The owner's points. Rejects with an InputError if there were too many. */
  load(owner: SeriesOwner, args: SpendSeriesArgs): Promise<Series> {
    const key = `${args.granularity} ${args.from} ${args.to}`;
    const loader = this.loaders.get(key) ?? this.createLoader(args);
    this.loaders.set(key, loader);
    return loader.load(owner);
  }

  private createLoader({ granularity, from, to }: SpendSeriesArgs): OwnerLoader {
    const read = (owners: readonly SeriesOwner[]): Promise<readonly Series[]> =>
      readSpendSeries(this.kernel, this.caller, { owners, granularity, from, to });
    return new DataLoader(read, { cache: false });
  }
}

import DataLoader from 'dataloader';

/** Reads the same page of the lists of several owners, in their order. */
type ReadLists<Request, P> = (
  ownerIds: readonly string[],
  request: Request,
) => Promise<readonly P[]>;

/** Reads the lists of all objects of a page that ask for the same part of theirs in one query. */
export class ListLoader<Request, P> {
  private readonly loaders = new Map<string, DataLoader<string, P>>();

  constructor(private readonly read: ReadLists<Request, P>) {}

  load(ownerId: string, request: Request): Promise<P> {
    const key = JSON.stringify(request);
    const loader = this.loaders.get(key) ?? this.createLoader(request);
    this.loaders.set(key, loader);
    return loader.load(ownerId);
  }

  /** An owner that is shown twice is asked for once; nothing is kept. */
  private createLoader(request: Request): DataLoader<string, P> {
    const batch = async (ids: readonly string[]): Promise<P[]> => {
      const distinct = [...new Set(ids)];
      const pages = await this.read(distinct, request);
      return ids.flatMap((id) => pages[distinct.indexOf(id)] ?? []);
    };
    return new DataLoader(batch, { cache: false });
  }
}

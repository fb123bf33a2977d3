type Listener = () => void;

/** Runs its argument before one of the next pictures is drawn. */
export type Schedule = (flush: () => void) => void;

/**
 * The latest news of many objects by their ids, on top of what was read of them. News that arrive
 * together are shown together, and only whoever reads one of those objects is told.
 * It holds one object for each id that was heard of, until it is forgotten.
 */
export class LiveStore<News extends object> {
  private readonly news = new Map<string, { readonly value: News; readonly heardAt: number }>();
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly changed = new Set<string>();
  private isScheduled = false;

  constructor(
    private readonly schedule: Schedule,
    private readonly now: () => number,
  ) {}

  /** The news of an object since it was last read; undefined: none. The same object until more come. */
  get(id: string): News | undefined {
    return this.news.get(id)?.value;
  }

  /** Adds to the news of an object: its later parts replace the earlier ones. */
  put(id: string, part: Partial<News>): void {
    const value = { ...this.news.get(id)?.value, ...part } as News;
    this.news.set(id, { value, heardAt: this.now() });
    this.tell(id);
  }

  /**
   * Objects were read with a request that was sent at `sentAt`: what was heard before is in what
   * was read. What was heard since stays, as it may be newer; if it is older, newer news follow.
   */
  forget(ids: Iterable<string>, sentAt: number): void {
    for (const id of ids) {
      const known = this.news.get(id);
      if (known === undefined || known.heardAt >= sentAt) continue;
      this.news.delete(id);
      this.tell(id);
    }
  }

  /** Calls `listener` when an object has news. Gives what ends it. */
  subscribe(id: string, listener: Listener): () => void {
    const all = this.listeners.get(id) ?? new Set();
    this.listeners.set(id, all.add(listener));
    return () => {
      all.delete(listener);
      if (all.size === 0 && this.listeners.get(id) === all) this.listeners.delete(id);
    };
  }

  private tell(id: string): void {
    this.changed.add(id);
    if (this.isScheduled) return;
    this.isScheduled = true;
    this.schedule(() => {
      this.flush();
    });
  }

  private flush(): void {
    this.isScheduled = false;
    const ids = [...this.changed];
    this.changed.clear();
    for (const id of ids) {
      for (const listener of [...(this.listeners.get(id) ?? [])]) listener();
    }
  }
}

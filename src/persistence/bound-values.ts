/** The values of a statement that is put together at run time. */
export class BoundValues {
  readonly all: unknown[] = [];

  /** Binds a value and gives the placeholder that stands for it. */
  bind(value: unknown): string {
    this.all.push(value);
    return `$${this.all.length}`;
  }
}

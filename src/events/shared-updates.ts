/**
 * The update that an event and a snapshot make, the same one for every subscriber who gets both: so
 * that whatever is made of it, such as its text, can be made once. Keeps nothing alive.
 */
export class SharedUpdates<Event extends object, Snapshot extends object, Update> {
  private readonly bySnapshot = new WeakMap<Snapshot, WeakMap<Event, Update>>();

  constructor(private readonly make: (event: Event, snapshot: Snapshot) => Update) {}

  of(event: Event, snapshot: Snapshot): Update {
    const byEvent = this.bySnapshot.get(snapshot) ?? new WeakMap<Event, Update>();
    const known = byEvent.get(event);
    if (known !== undefined) return known;
    const update = this.make(event, snapshot);
    this.bySnapshot.set(snapshot, byEvent.set(event, update));
    return update;
  }
}

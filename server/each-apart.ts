/**
 * Does the same for many things, one after the other: a fault of one takes no other its turn. Rejects at the end with all
 * faults, for whoever runs the job to be told.
 */
export async function eachApart<Thing>(things: Iterable<Thing>, work: (thing: Thing) => Promise<void>): Promise<void> {
  const faults: unknown[] = [];
  for (const thing of things) {
    try {
      await work(thing);
    } catch (fault) {
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} could not be dealt with: ${faults[0]}`);
}

/** Repeats a piece of work in so many lanes until the time is over; says how often it was done. */
export async function inParallel(
  lanes: number,
  durationMs: number,
  work: (lane: number) => Promise<void>,
): Promise<number> {
  const end = performance.now() + durationMs;
  let done = 0;
  const lane = async (_: unknown, number: number): Promise<void> => {
    while (performance.now() < end) {
      await work(number);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return done;
}

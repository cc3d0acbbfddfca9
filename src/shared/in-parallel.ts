/** Runs something for every item, at most `limit` at a time. The first error ends it, after what had begun has ended. */
export async function inParallel<Item>(
  items: Iterable<Item>,
  limit: number,
  run: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  let next = 0;
  let failed = false;
  const worker = async (): Promise<void> => {
    while (!failed && next < waiting.length) {
      const item = waiting[next] as Item; // within the list's length, and a list may hold undefined
      next += 1;
      try {
        await run(item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const results = await Promise.allSettled(Array.from({ length: Math.min(limit, waiting.length) }, worker));
  const refused = results.find((result) => result.status === 'rejected');
  if (refused !== undefined) throw refused.reason;
}

const PIECE = 1024 * 1024;

/** What a stream needs of an open file. */
type OpenFile = {
  /** Reads into the buffer from a place in the file; 0 at its end. */
  readonly read: (buffer: Uint8Array, position: number) => Promise<number>;
  readonly close: () => Promise<void>;
};

/**
 * An open file in pieces of a megabyte. Not a generator: those close nothing when they are given back before their first piece. Several
 * loops over it share one place, and it can be read once.
 */
export function streamOf(file: OpenFile): AsyncIterableIterator<Uint8Array> {
  let position = 0;
  let open = true;
  const close = async () => {
    if (!open) return;
    open = false;
    await file.close();
  };
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      if (!open) return { done: true, value: undefined };
      const buffer = new Uint8Array(PIECE);
      try {
        const length = await file.read(buffer, position);
        position += length;
        if (length > 0) return { done: false, value: buffer.subarray(0, length) };
      } catch (error) {
        await close();
        throw error;
      }
      await close();
      return { done: true, value: undefined };
    },
    async return() {
      await close();
      return { done: true, value: undefined };
    },
  };
}

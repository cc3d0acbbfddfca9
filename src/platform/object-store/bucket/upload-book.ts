/** An upload in parts that has begun. */
export type BegunUpload = {
  readonly uploadId: string;
  readonly size: number;
  readonly partSize: number;
  /** Milliseconds since 1970, by the store's clock. */
  readonly begunAt: number;
  /** The store's receipts of the parts that it has, from the first on without a gap. */
  readonly receipts: readonly string[];
};

/**
 * Which uploads have begun, by the address of the object: kept where it outlives the process. Losing it costs an upload from the start. Entries
 * are small; none holds a key or content.
 */
export interface UploadBook {
  all(): Promise<ReadonlyMap<string, BegunUpload>>;
  /** Notes how far an upload is; `undefined` strikes it out. */
  note(address: string, upload: BegunUpload | undefined): Promise<void>;
}

/** A book that ends with the process. */
export function memoryUploadBook(): UploadBook {
  const uploads = new Map<string, BegunUpload>();
  return {
    all: async () => uploads,
    note: async (address, upload) => {
      if (upload === undefined) uploads.delete(address);
      else uploads.set(address, upload);
    },
  };
}

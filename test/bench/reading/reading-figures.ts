import { z } from 'zod';

/** What one checkout's reader made of a set, beside what other programs read. Shares are from 0 to 1. */
export const setFigures = z.object({
  files: z.number(),
  withWords: z.number(),
  pages: z.number(),
  /** Files that ended the process that read them. */
  lost: z.number(),
  cpuSeconds: z.number(),
  compared: z.number(),
  recall: z.number(),
  precision: z.number(),
  /** The tenth percentile of the files' recall. */
  recallP10: z.number(),
  pageFiles: z.number(),
  closePages: z.number(),
  samePage: z.number(),
  nearPage: z.number(),
  pictures: z.number(),
  ssim: z.number(),
  ssimP10: z.number(),
});
export type SetFigures = z.infer<typeof setFigures>;

const taken = z.object({ files: z.number(), wallSeconds: z.number(), cpuSeconds: z.number() });
export type Taken = z.infer<typeof taken>;

/** What an import of a set took, and other programs that read it. */
export const importFigures = z.object({
  files: z.number(),
  pages: z.number(),
  failed: z.number(),
  searchableSeconds: z.number(),
  busyAfterSeconds: z.number(),
  cpuSeconds: z.number(),
  memoryMb: z.number(),
  /** A digest of all texts: the same at every import of the same files, whatever else the machine does. */
  textsSha256: z.string().optional(),
  peers: z.object({ pdftotext: taken.optional(), recollindex: taken.optional() }),
});
export type ImportFigures = z.infer<typeof importFigures>;

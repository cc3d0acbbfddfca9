import { z } from 'zod';

const lineSchema = z.object({
  width: z.number(),
  color: z.string(),
  line: z.enum(['dashed', 'double']).optional(),
});

const cellLookSchema = z.object({
  fill: z.string().optional(),
  color: z.string().optional(),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  underline: z.boolean().optional(),
  /** Points; absent for the sheet's own size. */
  size: z.number().optional(),
  font: z.string().optional(),
  align: z.enum(['center', 'right']).optional(),
  /** Absent for the bottom. */
  vertical: z.enum(['top', 'middle']).optional(),
  wraps: z.boolean().optional(),
  indent: z.number().optional(),
  /** A number, which is never cut; `general`: its decimals may be fewer. */
  number: z.enum(['general', 'set']).optional(),
  /** A bar behind the text. */
  bar: z.object({ color: z.string(), share: z.number() }).optional(),
  /** A sign at the left. */
  sign: z.object({ text: z.string(), color: z.string() }).optional(),
  lines: z
    .object({
      left: lineSchema.optional(),
      top: lineSchema.optional(),
      right: lineSchema.optional(),
      bottom: lineSchema.optional(),
    })
    .optional(),
});

const countsSchema = z.object({ rows: z.number(), columns: z.number() });

/** What is seen of a sheet beside the texts of its cells. Lengths in pixels at its actual size; rows and columns count from 0. */
export const sheetLookSchema = z.object({
  /** The sheet's own letters: their size in points, their font. */
  size: z.number(),
  font: z.string().optional(),
  /** Each look there is, once. The first is that of cells of which nothing is said. */
  looks: z.array(cellLookSchema),
  /** Of each row's cells, the number of their look; cells after the last have their column's. */
  cells: z.array(z.array(z.number())),
  /** The texts of cells of which parts look otherwise, in these parts. */
  runs: z.array(
    z.object({
      row: z.number(),
      column: z.number(),
      runs: z.array(
        cellLookSchema
          .pick({ color: true, bold: true, italic: true, underline: true })
          .extend({ text: z.string() }),
      ),
    }),
  ),
  columns: z.array(z.object({ width: z.number(), look: z.number() })),
  heights: z.array(z.number()),
  merges: z.array(countsSchema.extend({ row: z.number(), column: z.number() })),
  /** How many rows and columns stay where they are when the others move. */
  frozen: countsSchema,
  gridLines: z.boolean(),
  /** Charts and pictures, drawn: each begins `dx` and `dy` from the corner of its cell. `data` is base64. */
  pictures: z.array(
    z.object({
      row: z.number(),
      column: z.number(),
      dx: z.number(),
      dy: z.number(),
      w: z.number(),
      h: z.number(),
      mediaType: z.string(),
      data: z.string(),
      alt: z.string(),
    }),
  ),
});

/** The same as the window has it. */
export type SheetLook = z.infer<typeof sheetLookSchema>;

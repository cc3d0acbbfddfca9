import { z } from 'zod';
import { assetSummarySchema } from './assets.ts';
import { procedure } from './errors.ts';

/** What is new. */

export const newsContract = {
  /** Published or renewed since the current member was here the time before. */
  whatIsNew: procedure
    .input(z.object({ limit: z.number().int().max(50) }))
    .output(z.object({ since: z.number(), assets: z.array(assetSummarySchema) })),
  /** What colleagues published, renewed or released since the engine was opened, or since somebody looked at it; newest first. */
  arrivals: procedure
    .input(z.object({ limit: z.number().int().max(50) }))
    .output(z.object({ assets: z.array(assetSummarySchema), total: z.number(), mark: z.number() })),
  /** What an answer of `arrivals` showed was looked at: the answer is named by its mark. */
  arrivalsSeen: procedure.input(z.object({ mark: z.number() })).output(z.object({ seen: z.boolean() })),
};

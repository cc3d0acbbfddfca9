import { z } from 'zod';
import { log } from './base/log.ts';

type Steps = { readonly reloadWindow: () => void; readonly restartEngine: () => void };

/** Hears the development run over the channel that it started this process with. Nothing of it is in a packaged build. */
export function obeyDevelopment(steps: Steps): void {
  if (process.env.KITBAG_DEV === undefined) return;
  /** What `npm run dev` asks of a running window once something was built. */
  const askedSchema = z.object({ kitbagDevelopment: z.enum(['reload-window', 'restart-engine']) });
  process.on('message', (message: unknown) => {
    const asked = askedSchema.safeParse(message);
    if (!asked.success) return;
    log(`development: ${asked.data.kitbagDevelopment}`);
    if (asked.data.kitbagDevelopment === 'reload-window') steps.reloadWindow();
    else steps.restartEngine();
  });
}

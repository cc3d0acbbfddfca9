import type { Implementer } from '../base/implementer.ts';
import type { Told } from '../base/wire-error.ts';
import { checkSends } from '../sends/check-send.ts';
import { makePdf } from './make-pdf.ts';
import type { WithAssembly } from './with-assembly.ts';

/** The tray, and what is made of it. */
export function assemblyRouter({ assembly }: Implementer, replica: () => WithAssembly, told: Told) {
  /** What the person here may not see any more is not told of. */
  const shown = () => replica().tray.items.filter(({ asset }) => replica().summaries.visible().has(asset));
  return {
    tray: assembly.tray.handler(() => ({ items: shown() })),
    keep: assembly.keep.handler(async ({ input }) => {
      const before = shown();
      await replica().tray.keep(input.items);
      replica().changes.emit('tray');
      return { items: before };
    }),
    check: assembly.check.handler(async ({ input }) => ({
      items: await checkSends(replica(), input.items, 'assemble'),
    })),
    make: assembly.make.handler(({ input, signal }) =>
      told(makePdf(replica(), input, signal), 'assembly.make'),
    ),
  };
}

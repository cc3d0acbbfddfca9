import type { WithAssets } from '../assets/with-assets.ts';
import type { Implementer } from '../base/implementer.ts';
import { takeBack } from './take-back.ts';

/** Taking changes back. */
export function undoRouter({ undo }: Implementer, replica: () => WithAssets) {
  return { take: undo.take.handler(({ input }) => takeBack(replica(), input.undo)) };
}

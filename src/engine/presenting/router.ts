import type { Implementer } from '../base/implementer.ts';
import { prepareShow } from './prepare-show.ts';
import type { WithPresenting } from './with-presenting.ts';

/** What is presented. */
export function presentingRouter({ presenting }: Implementer, replica: () => WithPresenting) {
  return {
    prepare: presenting.prepare.handler(({ input }) => prepareShow(replica(), input.what)),
  };
}

import type { Implementer } from '../base/implementer.ts';
import type { WithGate } from './with-gate.ts';

/** What may leave. */
export function gateRouter({ gate }: Implementer, replica: () => WithGate) {
  return {
    pass: gate.pass.handler(({ input: { version, way, confirmed } }) =>
      replica().gate.pass(replica(), version, way, confirmed),
    ),
  };
}

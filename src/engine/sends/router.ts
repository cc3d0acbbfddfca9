import type { Implementer } from '../base/implementer.ts';
import { checkSends } from './check-send.ts';
import { prepareSend } from './send.ts';
import type { WithSends } from './with-sends.ts';

/** What is sent. */
export function sendsRouter({ sends }: Implementer, replica: () => WithSends) {
  return {
    check: sends.check.handler(async ({ input }) => ({ items: await checkSends(replica(), input.items) })),
    prepare: sends.prepare.handler(({ input }) => prepareSend(replica(), input)),
    ledger: sends.ledger.handler(({ input }) => ({ sent: [...replica().sent.lines(input.to)] })),
  };
}

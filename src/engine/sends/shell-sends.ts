import type { SendOut } from '../../contract/sends.ts';
import { says } from '../../shared/says/says.ts';
import type { LeavingWay } from '../../shared/vocabulary/sends.ts';
import type { BasePorts } from '../base/base-ports.ts';
import { saysOf } from '../base/says-of.ts';
import { noteSent as note, handOutSend as ready } from './send.ts';
import type { WithSends } from './with-sends.ts';

/** What the shell asks when something is sent. It is told in values: nothing is thrown through its messages. */

type SendsCore = { readonly ports: BasePorts; replica(): WithSends };

/** The files of what was made ready, if they may leave. */
export async function handOutSend(core: SendsCore, ticket: string): Promise<SendOut> {
  try {
    return await ready(core.replica(), ticket);
  } catch (error) {
    return {
      outcome: 'held',
      says: saysOf(error, 'sends.handOut', core.ports.logger) ?? says('defect.unexpected'),
    };
  }
}

/** It has left. A note that can't be written is logged: what has left can't be taken back. */
export async function noteSent(core: SendsCore, ticket: string, how: LeavingWay): Promise<void> {
  try {
    await note(core.replica(), ticket, how);
  } catch (error) {
    saysOf(error, 'sends.note', core.ports.logger);
  }
}

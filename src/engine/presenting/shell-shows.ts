import type { ShowOut } from '../../contract/presenting.ts';
import { says } from '../../shared/says/says.ts';
import type { BasePorts } from '../base/base-ports.ts';
import { saysOf } from '../base/says-of.ts';
import { noteShown as note } from './note-shown.ts';
import { handOutShow as ready } from './prepare-show.ts';
import type { WithPresenting } from './with-presenting.ts';

/** What the shell asks when something is presented. It is told in values: nothing is thrown through its messages. */

type ShowsCore = { readonly ports: BasePorts; replica(): WithPresenting };

/** The running order of what was made ready, if it may still be shown. */
export async function handOutShow(core: ShowsCore, ticket: string): Promise<ShowOut> {
  try {
    return await ready(core.replica(), ticket);
  } catch (error) {
    return {
      outcome: 'held',
      says: saysOf(error, 'presenting.handOut', core.ports.logger) ?? says('defect.unexpected'),
    };
  }
}

/** It was shown. A note that can't be written is logged: what was seen can't be taken back. */
export async function noteShown(core: ShowsCore, ticket: string, shown: readonly number[]): Promise<void> {
  try {
    await note(core.replica(), ticket, shown);
  } catch (error) {
    saysOf(error, 'presenting.note', core.ports.logger);
  }
}

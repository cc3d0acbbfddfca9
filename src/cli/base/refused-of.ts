import type { CheckedSend } from '../../contract/sends.ts';
import { says } from '../../shared/says/says.ts';
import { say } from '../../words/say.ts';

/** Why something does not go out, as other programs read it. */
export function refusedOf({ asset, title, held }: CheckedSend) {
  return {
    id: asset,
    code: held?.code ?? 'missing',
    message: say(held?.says ?? says('sends.away', { title })),
    ...(held?.instead !== undefined && { instead: held.instead.asset }),
  };
}

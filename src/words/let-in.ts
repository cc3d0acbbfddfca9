import { msg, select } from '@lingui/core/runtime-macro';
import type { LetIn } from '../shared/let-in.ts';
import { sentence, sentences } from './sentence.ts';

/** Says to somebody who waited, or had been removed, that they are in. `hub`: its name. */
export function letInSentence(letIn: LetIn, hub: string): string {
  return sentences(letInBy(letIn, hub), sentence(msg`Your ratings and requests reach your colleagues now.`));
}

function letInBy({ role, by, again }: LetIn, hub: string): string {
  const as = select({ role }, { lead: 'a content lead', marketer: 'a marketer', other: 'a rep' });
  if (by === undefined)
    return sentence(
      again ? msg`You are back in ${{ hub }} now, as ${as}.` : msg`You are in ${{ hub }} now, as ${as}.`,
    );
  return sentence(
    again
      ? msg`${{ by }} let you back into ${{ hub }}, as ${as}.`
      : msg`${{ by }} let you into ${{ hub }}, as ${as}.`,
  );
}

import type { RefusalCode } from '../../domain/kernel/fold-event.ts';
import type { DomainModel } from '../../domain/registry.ts';
import { type Says, says } from '../../shared/says/says.ts';

/** Why events change nothing, and what they wanted, for a lead. */

/** Says whether an event counts as soon as somebody lets its author in: what people write who wait is no offence. */
export function waits(why: RefusalCode): boolean {
  return why === 'not-admitted' || why === 'not-accepted';
}

/** What an event wanted. Kinds come from other people's devices. */
export function refusedWhat(kind: string, model: DomainModel): Says {
  return model.isKind(kind)
    ? says(`wanted.${kind}`)
    : says('wanted.something-new', { kind: kind.slice(0, 60) });
}

/** Why an event changes nothing. */
export function refusedWhy(why: RefusalCode): Says {
  return says(`refused.${why}`);
}

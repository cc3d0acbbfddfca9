import { t } from '@lingui/core/macro';
import type { Person } from '../../contract/people.ts';

/** A member as a choice of a list. */
type PersonChoice = { readonly value: string; readonly label: string };

/**
 * Who can be chosen: members, of those only who may publish where `publishers` is wanted. Who is chosen already stands there in any case, so that
 * nobody takes a field for empty whose owner was removed.
 */
export function personChoices(
  people: readonly Person[],
  { publishers, chosen }: { readonly publishers: boolean; readonly chosen: string | null },
): readonly PersonChoice[] {
  return people
    .filter(({ id, state, publishes }) => id === chosen || (publishers ? publishes : state === 'member'))
    .map((person) => ({ value: person.id, label: labelOf(person) }));
}

function labelOf({ name, self, state }: Person): string {
  if (self) return t`${name} (you)`;
  return state === 'removed' ? t`${name} (removed)` : name;
}

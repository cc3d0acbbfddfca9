import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Role } from '../../../contract/common.ts';
import type { Person, Policies } from '../../../contract/people.ts';
import { ROLE_NAMES } from '../../app/app-rail.tsx';
import { engine, orpc } from '../../app/engine-client.ts';
import { showDone, showError, showUndo } from '../../ui/undo-toast.ts';

/** Everybody of the hub and its policies. */
export function usePeople() {
  return useQuery(orpc.people.list.queryOptions());
}

/** How many refused entries a page shows. */
export const REFUSED_PAGE = 50;

/** What changes nothing: counts by device, and a page of entries. */
export function useRefused(device: string | null, page: number) {
  return useQuery({
    ...orpc.people.refused.queryOptions({
      input: { ...(device !== null && { device }), offset: page * REFUSED_PAGE, limit: REFUSED_PAGE },
    }),
    placeholderData: keepPreviousData,
  });
}

/** What a lead can do with people. */
export type PeopleActions = {
  readonly grant: (person: Person, role: Role) => void;
  readonly admit: (person: Person, role: Role) => void;
  readonly remove: (person: Person) => void;
  readonly setPolicies: (set: Partial<Policies>, done: string) => void;
};

/** Changes of who is who. What can be taken back is, from a toast; removing can't. */
export function usePeopleActions(): PeopleActions {
  return {
    grant: (person, role) =>
      void engine.people.grant({ member: person.id, role }).then(
        ({ before }) =>
          before === null || before === role
            ? undefined
            : showUndo({
                message: `${person.name} is now a ${ROLE_NAMES[role].toLowerCase()}.`,
                undo: () => engine.people.grant({ member: person.id, role: before }),
              }),
        showError,
      ),
    admit: (person, role) =>
      void engine.people
        .grant({ member: person.id, role })
        .then(() => showDone(`${person.name} is in, as a ${ROLE_NAMES[role].toLowerCase()}.`), showError),
    remove: (person) =>
      void engine.people
        .remove({ member: person.id })
        .then(
          () =>
            showDone(
              person.state === 'waiting'
                ? `${person.name} was turned away.`
                : `${person.name} was removed. What they did until now stays.`,
            ),
          showError,
        ),
    setPolicies: (set, done) =>
      void engine.people
        .setPolicies(set)
        .then(
          ({ before }) => showUndo({ message: done, undo: () => engine.people.setPolicies(before) }),
          showError,
        ),
  };
}

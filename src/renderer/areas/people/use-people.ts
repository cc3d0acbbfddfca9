import { t } from '@lingui/core/macro';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Person, Policies } from '../../../contract/people.ts';
import type { Role } from '../../../shared/vocabulary/roles.ts';
import { showChanged } from '../../base/changed-toast.ts';
import { engine, orpc } from '../../base/engine-client.ts';
import { showDone, showError } from '../../base/undo-toast.ts';

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
  readonly grant: (person: Person, role: Role) => Promise<void>;
  readonly admit: (person: Person, role: Role) => void;
  /** `to`: who takes over what they own and verify. */
  readonly remove: (person: Person, everything: boolean, to: string | null) => void;
  readonly setPolicies: (set: Partial<Policies>, done: string) => Promise<void>;
};

const NOW: Readonly<Record<Role, (name: string) => string>> = {
  rep: (name) => t`${name} is now a rep.`,
  marketer: (name) => t`${name} is now a marketer.`,
  lead: (name) => t`${name} is now a content lead.`,
};

const IN: Readonly<Record<Role, (name: string) => string>> = {
  rep: (name) => t`${name} is in, as a rep.`,
  marketer: (name) => t`${name} is in, as a marketer.`,
  lead: (name) => t`${name} is in, as a content lead.`,
};

/** Removes somebody, and has somebody else take over what they answer for; both are taken back together, the removal first. */
async function removeFrom(
  member: Person['id'],
  everything: boolean,
  to: string | null,
): Promise<{ undo: readonly (string | undefined)[] }> {
  const handed = to === null ? undefined : await engine.reviews.handOver({ from: member, to });
  const { undo } = await engine.people.remove({ member, everything });
  return { undo: [undo, handed?.undo] };
}

/** Changes of who is who. What can be taken back is, from a toast. */
export function usePeopleActions(): PeopleActions {
  const client = useQueryClient();
  /** Does something; settled once the list shows it. */
  const act = async <Answer>(doing: Promise<Answer>, done: (answer: Answer) => void): Promise<void> => {
    try {
      done(await doing);
      await client.invalidateQueries({ queryKey: orpc.people.list.key() });
    } catch (error) {
      showError(error);
    }
  };
  return {
    grant: (person, role) =>
      act(engine.people.grant({ member: person.id, role }), ({ undo }) => {
        if (undo === undefined) return;
        showChanged({ message: NOW[role](person.name), undo });
      }),
    admit: (person, role) =>
      void act(engine.people.grant({ member: person.id, role }), () => showDone(IN[role](person.name))),
    remove: (person, everything, to) =>
      void act(removeFrom(person.id, everything, to), ({ undo }) => {
        if (person.state === 'waiting') return showDone(t`${{ name: person.name }} was turned away.`);
        showChanged({
          message: everything
            ? t`${{ name: person.name }} was removed, with everything they did.`
            : t`${{ name: person.name }} was removed. What they have done so far stays.`,
          undo,
        });
      }),
    setPolicies: (set, done) =>
      act(engine.people.setPolicies(set), ({ undo }) => showChanged({ message: done, undo })),
  };
}

/** What was chosen, shown until the answer is there: the choice does not jump back meanwhile. */
export function useChosen<Value>(value: Value): [Value, (next: Value, done: Promise<void>) => void] {
  const [chosen, setChosen] = useState<{ readonly value: Value } | null>(null);
  const choose = (next: Value, done: Promise<void>): void => {
    setChosen({ value: next });
    void done.finally(() => setChosen(null));
  };
  return [chosen === null ? value : chosen.value, choose];
}

import { t } from '@lingui/core/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { CallDetail, CallFacts, CallInvitation } from '../../../contract/calls.ts';
import type { CallContext } from '../../../contract/search.ts';
import { dimensionValues } from '../../../shared/dimension-values.ts';
import { useCallContext } from '../../base/call-context-state.ts';
import { engine } from '../../base/engine-client.ts';
import { showError } from '../../base/undo-toast.ts';
import { changeCall } from './use-calls.ts';

/** A call as it stands in the form; `when` as the field has it, `2026-12-03T14:00`. */
type Typed = Omit<CallFacts, 'at'> & { readonly when: string };

/** A call on its way: what is typed, and what an invitation said. */
export type Preparation = {
  readonly typed: Typed;
  readonly set: (what: Partial<Typed>) => void;
  /** The meetings of the invitation, to choose among; empty where there is one or none. */
  readonly choices: readonly CallInvitation[];
  readonly chosen: number;
  readonly choose: (at: number) => void;
  readonly readText: (text: string) => void;
  readonly readFiles: (files: readonly File[]) => void;
  readonly chooseFile: () => void;
  /** Whether all is there that a call needs. */
  readonly complete: boolean;
  readonly busy: boolean;
  readonly save: () => Promise<void>;
};

/** What one types of a call, from nothing or from one that is there. */
export function usePrepare(call: CallDetail | undefined, onDone: () => void): Preparation {
  const navigate = useNavigate();
  const [context, setContext] = useCallContext();
  const [typed, setTyped] = useState(() => (call === undefined ? emptyWith(context) : typedOf(call)));
  const [choices, setChoices] = useState<readonly CallInvitation[]>([]);
  const [chosen, setChosen] = useState(0);
  const [busy, setBusy] = useState(false);
  const set = (what: Partial<Typed>): void => setTyped((before) => ({ ...before, ...what }));
  const fill = (one: CallInvitation | undefined): void => {
    if (one !== undefined) setTyped((before) => filled(before, one));
  };
  const read = async (source: Promise<{ grant: string } | { text: string } | null>): Promise<void> => {
    try {
      const input = await source;
      if (input === null) return;
      const { invitations } = await engine.calls.read(input);
      setChoices(invitations.length > 1 ? invitations : []);
      setChosen(0);
      fill(invitations[0]);
    } catch (error) {
      showError(error);
    }
  };
  const at = new Date(typed.when).getTime();
  const complete = typed.title.trim() !== '' && Number.isFinite(at);
  const save = async (): Promise<void> => {
    if (!complete || busy) return;
    setBusy(true);
    const { when: _, ...facts } = typed;
    const id = await keep(call, { ...facts, at });
    setBusy(false);
    if (id === undefined) return;
    const [persona] = typed.personas;
    const { stage } = typed;
    // One looks for more as one looks for this call.
    if (stage !== null || persona !== undefined)
      setContext({ ...(stage !== null && { stage }), ...(persona !== undefined && { persona }) });
    onDone();
    await navigate({ to: '/calls/$callId', params: { callId: id } });
  };
  return {
    ...{ typed, set, choices, chosen, complete, busy, save },
    choose: (index) => {
      setChosen(index);
      fill(choices[index]);
    },
    readText: (text) => void read(Promise.resolve({ text })),
    readFiles: (files) => void read(window.kitbag.grantFiles(files.slice(0, 1))),
    chooseFile: () => void read(window.kitbag.chooseFiles()),
  };
}

/** Keeps what was typed; answers the call’s id. */
async function keep(call: CallDetail | undefined, facts: CallFacts): Promise<string | undefined> {
  if (call !== undefined) {
    const done = await changeCall(call.id, { set: facts }, t`Changed “${{ title: facts.title }}”.`);
    return done ? call.id : undefined;
  }
  try {
    return (await engine.calls.prepare(facts)).id;
  } catch (error) {
    showError(error);
    return undefined;
  }
}

function emptyWith({ stage, persona }: CallContext): Typed {
  const personas = persona === undefined ? [] : [persona];
  return { title: '', when: '', account: '', about: '', stage: stage ?? null, personas, people: [] };
}

function typedOf(call: CallDetail): Typed {
  const { title, at, account, about, stage, personas, people } = call;
  return {
    ...dimensionValues(call),
    ...{ title, when: whenOf(at), account, about, stage, personas, people },
  };
}

/** What the invitation says takes the place of what stood there; what it does not say stays. */
function filled(before: Typed, one: CallInvitation): Typed {
  return {
    ...before,
    title: one.title || before.title,
    when: one.at === undefined ? before.when : whenOf(one.at),
    account: one.account || before.account,
    about: one.about || before.about,
    stage: one.stage ?? before.stage,
    personas: one.personas.length > 0 ? one.personas : before.personas,
    people: one.people.length > 0 ? one.people : before.people,
  };
}

/** A moment on this device’s clock, as a field for it wants it. */
function whenOf(at: number): string {
  const local = at - new Date(at).getTimezoneOffset() * 60_000;
  return new Date(local).toISOString().slice(0, 16);
}

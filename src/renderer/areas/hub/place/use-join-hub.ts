import { t } from '@lingui/core/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AskedPlace, JoinProgress, ReadInvitation } from '../../../../contract/hub.ts';
import type { HubLocation } from '../../../../shared/hub-location.ts';
import { engine, orpc } from '../../../base/engine-client.ts';
import { createStore, useStore } from '../../../base/store.ts';
import { showDone, showError } from '../../../base/undo-toast.ts';
import { describeError } from '../../../base/wire-error.ts';
import type { BucketProblem } from './bucket-form.tsx';
import { type KnownBucket, knownBucket } from './bucket-named.ts';
import { type ChosenPlace, choosePlace } from './choose-place.ts';
import { joiningHindrance } from './hindrance.ts';

/** Who joins; with the code of a device of one's own as the same member; only the hub of the fingerprint. */
export type Joiner = {
  readonly name: string;
  readonly code?: string;
  /** The one in one's invitation, else the one that was shown. */
  readonly fingerprint?: string;
  /** The one in one's invitation, as it was typed or pasted. */
  readonly invited: string;
};

type JoinStep =
  | { readonly at: 'start' }
  | { readonly at: 'invitation'; readonly read?: ReadInvitation; readonly problem: BucketProblem | null }
  | {
      readonly at: 'bucket';
      readonly known?: KnownBucket | undefined;
      readonly problem: BucketProblem | null;
      /** Of the hub that one is invited to. */
      readonly fingerprint?: string | undefined;
      /** The address is out of an invitation. */
      readonly invited?: true;
      /** The joining that waits: whoever chooses no other place goes on with it. */
      readonly waiting?: { readonly name: string; readonly location: HubLocation };
    }
  | {
      readonly at: 'found';
      readonly place: ChosenPlace;
      readonly problem: string | null;
      /** Of the hub that one is invited to. */
      readonly fingerprint?: string | undefined;
      /** What one said the last time. */
      readonly who?: Joiner;
    }
  | {
      readonly at: 'joining';
      readonly name: string;
      /** Where, as far as this window has seen it. */
      readonly location?: HubLocation | undefined;
      readonly progress: JoinProgress | null;
    };

/** Outside React: on the way the session becomes another one, and with it the screen. */
const joinStep = createStore<JoinStep>({ at: 'start' });

function problemOf(error: unknown): BucketProblem {
  const { field, message } = describeError(error);
  return { field, message };
}

function placeOf(step: JoinStep): HubLocation | undefined {
  if (step.at === 'found') return step.place.location;
  if (step.at === 'bucket') return step.waiting?.location;
  return step.at === 'joining' ? step.location : undefined;
}

/** What an invitation still asks for: keys of one's own, or the password of those that it carries. */
function askedFor(read: ReadInvitation): JoinStep {
  const { needs, fingerprint, bucket } = read;
  if (needs !== 'keys') return { at: 'invitation', read, problem: null };
  return { at: 'bucket', known: bucket && { named: bucket }, problem: null, fingerprint, invited: true };
}

/** Counts what is followed: whoever begins something else does not hear of what was under way. */
let followed = 0;

/** Joining a hub, step by step: a folder, a look into it, who one is, in. */
export function useJoinHub() {
  const client = useQueryClient();
  const step = useStore(joinStep);
  const [busy, setBusy] = useState(false);
  const doing = async (work: () => Promise<void>, onError: (error: unknown) => void): Promise<void> => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      onError(error);
    } finally {
      setBusy(false);
    }
  };
  const found = (place: ChosenPlace, fingerprint: string | undefined): void => {
    followed += 1;
    joinStep.set({ at: 'found', place, problem: null, fingerprint });
  };
  const chooseFolder = (fingerprint?: string): Promise<void> =>
    doing(async () => {
      const place = await choosePlace();
      if (place !== null) found(place, fingerprint);
    }, showError);
  /** Another place of the same kind: as that of the step, or the one that is given. */
  const choose = async (at?: HubLocation): Promise<void> => {
    const fingerprint = step.at === 'found' ? step.fingerprint : undefined;
    const location = at ?? placeOf(step);
    const grant = step.at === 'found' && at === undefined ? step.place.grant : undefined;
    const known = location && knownBucket(location, grant);
    if (location === undefined || known === undefined) return chooseFolder(fingerprint);
    const waiting = step.at === 'joining' ? { waiting: { name: step.name, location } } : {};
    // Else what is told of the joining would take the form away again.
    followed += 1;
    joinStep.set({ at: 'bucket', known, problem: null, fingerprint, ...waiting });
  };
  const askBucket = (asked: AskedPlace): Promise<void> => {
    const before = step.at === 'bucket' ? step : ({ at: 'bucket', problem: null } as const);
    return doing(
      async () => {
        const place = await engine.hub.look(asked);
        const problem = joiningHindrance(place);
        // What is wrong is said in the form, where it is put right: the keys that were typed are nowhere else.
        if (problem === null) found(place, before.fingerprint);
        else joinStep.set({ ...before, problem: { field: undefined, message: problem } });
      },
      (error) => joinStep.set({ ...before, problem: problemOf(error) }),
    );
  };
  const readInvitation = (text: string, password: string): Promise<void> => {
    const before = step.at === 'invitation' ? step : ({ at: 'invitation', problem: null } as const);
    return doing(
      async () => {
        const read = await engine.hub.readInvitation({ text, ...(password.trim() !== '' && { password }) });
        if (read.needs === 'folder') await chooseFolder(read.fingerprint);
        else if (read.found !== undefined) found(read.found, read.fingerprint);
        else joinStep.set(askedFor(read));
      },
      (error) => joinStep.set({ ...before, problem: problemOf(error) }),
    );
  };
  const follow = async (
    steps: AsyncIterable<JoinProgress>,
    { name, location }: { readonly name: string; readonly location?: HubLocation | undefined },
  ): Promise<void> => {
    followed += 1;
    const mine = followed;
    for await (const progress of steps) {
      if (mine !== followed) return;
      const before = joinStep.get();
      // What it waits for stands there until it goes on, not until it is tried again.
      const again = progress.phase === 'looking' || progress.phase === 'receiving';
      if (again && before.at === 'joining' && before.progress?.held !== undefined) continue;
      joinStep.set({ at: 'joining', name, location, progress });
    }
    if (mine !== followed) return;
    await client.invalidateQueries({ queryKey: orpc.key() });
    joinStep.set({ at: 'start' });
  };
  const join = async (place: ChosenPlace, who: Joiner): Promise<void> => {
    const { invited, ...said } = who;
    const name = place.name ?? '';
    const { location } = place;
    joinStep.set({ at: 'joining', name, location, progress: null });
    try {
      await follow(await engine.hub.join({ grant: place.grant, ...said }), { name, location });
    } catch (error) {
      joinStep.set({
        at: 'found',
        place,
        problem: describeError(error).message,
        who,
        fingerprint: invited,
      });
      await client.invalidateQueries({ queryKey: orpc.session.key() });
    }
  };
  /** Goes on with a joining that was broken off; why it does not go on is told by the session. */
  const resume = async (name: string, anyway: boolean): Promise<void> => {
    const location = placeOf(joinStep.get());
    joinStep.set({ at: 'joining', name, location, progress: null });
    try {
      await follow(await engine.hub.resume({ anyway }), { name, location });
    } catch {
      // The session says in a sentence what is in the way.
      await client.invalidateQueries({ queryKey: orpc.session.key() });
      joinStep.set({ at: 'start' });
    }
  };
  const giveUp = async (): Promise<void> => {
    try {
      await engine.hub.giveUp();
      followed += 1;
      joinStep.set({ at: 'start' });
      await client.invalidateQueries({ queryKey: orpc.key() });
      showDone(t`You stopped joining. Nothing of the hub is left on this device.`);
    } catch (error) {
      showError(error);
    }
  };
  const back = (): void => {
    if (step.at === 'bucket' && step.waiting !== undefined) void resume(step.waiting.name, false);
    else joinStep.set({ at: 'start' });
  };
  return {
    step,
    busy,
    choose: (at?: HubLocation) => void choose(at),
    takeInvitation: () => joinStep.set({ at: 'invitation', problem: null }),
    nameBucket: () => joinStep.set({ at: 'bucket', problem: null }),
    askBucket: (asked: AskedPlace) => void askBucket(asked),
    readInvitation: (text: string, password: string) => void readInvitation(text, password),
    join: (place: ChosenPlace, who: Joiner) => void join(place, who),
    resume: (name: string, anyway = false) => void resume(name, anyway),
    giveUp: () => void giveUp(),
    back,
  };
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AskedPlace } from '../../../../contract/hub.ts';
import type { HubLocation } from '../../../../shared/hub-location.ts';
import type { Admission } from '../../../../shared/vocabulary/people.ts';
import { engine, orpc } from '../../../base/engine-client.ts';
import { showError } from '../../../base/undo-toast.ts';
import { useSession } from '../../../base/use-session.ts';
import { describeError } from '../../../base/wire-error.ts';
import type { BucketProblem } from './bucket-form.tsx';
import { type KnownBucket, knownBucket } from './bucket-named.ts';
import { type ChosenPlace, choosePlace } from './choose-place.ts';
import { sharingHindrance } from './hindrance.ts';

type Step =
  | { readonly at: 'start' }
  | {
      readonly at: 'bucket';
      readonly known?: KnownBucket | undefined;
      readonly problem: BucketProblem | null;
    }
  | { readonly at: 'found'; readonly place: ChosenPlace; readonly name: string }
  | { readonly at: 'done'; readonly name: string; readonly location: HubLocation };

/** Sharing a hub, step by step: a folder, a look into it, a name, done. */
export function useShareHub() {
  const client = useQueryClient();
  const { hub } = useSession();
  const [step, setStep] = useState<Step>({ at: 'start' });
  const [busy, setBusy] = useState(false);
  const { data } = useQuery(orpc.hub.state.queryOptions());
  const asLead = data?.sharing === 'as-lead';
  const doing = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      showError(error);
    } finally {
      setBusy(false);
    }
  };
  const choose = (): void =>
    void doing(async () => {
      const place = await choosePlace();
      if (place !== null) setStep({ at: 'found', place, name: hub.name });
    });
  const nameBucket = (): void => {
    const known = step.at === 'found' ? knownBucket(step.place.location, step.place.grant) : undefined;
    setStep({ at: 'bucket', known, problem: null });
  };
  const askBucket = (asked: AskedPlace): void =>
    void doing(async () => {
      try {
        const place = await engine.hub.look(asked);
        const problem = sharingHindrance(place);
        // What is wrong is said in the form, where it is put right: the keys that were typed are nowhere else.
        if (problem === null) setStep({ at: 'found', place, name: hub.name });
        else setStep({ at: 'bucket', problem: { field: undefined, message: problem } });
      } catch (error) {
        const { field, message } = describeError(error);
        setStep({ at: 'bucket', problem: { field, message } });
      }
    });
  const share = (name: string, admission: Admission | undefined): void => {
    if (step.at !== 'found') return;
    const { grant, location } = step.place;
    void doing(async () => {
      const state = await engine.hub.share({
        grant,
        name,
        asLead,
        ...(admission !== undefined && { admission }),
      });
      client.setQueryData(orpc.hub.state.queryKey(), state);
      setStep({ at: 'done', name, location: state.location ?? location });
    });
  };
  const back = (): void => setStep({ at: 'start' });
  return { step, choose, nameBucket, askBucket, back, share, busy, asLead, isSample: hub.sample };
}

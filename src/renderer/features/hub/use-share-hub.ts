import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { HubLocation } from '../../../shared/hub-location.ts';
import { engine, orpc } from '../../app/engine-client.ts';
import { useSession } from '../../app/use-session.ts';
import { showError } from '../../ui/undo-toast.ts';
import { type ChosenPlace, choosePlace } from './choose-place.ts';
import type { Admission } from './share-terms.tsx';

type Step =
  | { readonly at: 'start' }
  | { readonly at: 'found'; readonly place: ChosenPlace; readonly name: string }
  | {
      readonly at: 'done';
      readonly name: string;
      readonly location: HubLocation;
      readonly fingerprint: string;
    };

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
      setStep({ at: 'done', name, location: state.location ?? location, fingerprint: state.fingerprint });
    });
  };
  return { step, choose, share, busy, asLead, isSample: hub.sample };
}

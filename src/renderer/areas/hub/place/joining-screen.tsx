import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect } from 'react';
import { type HubLocation, locationText } from '../../../../shared/hub-location.ts';
import type { Says } from '../../../../shared/says/says.ts';
import { say } from '../../../../words/say.ts';
import { sentences } from '../../../../words/sentence.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import wholeWindow from '../../../ui/whole-window.module.css';
import { JoinForm, Joining } from './join-hub.tsx';
import { useJoinHub } from './use-join-hub.ts';
import { WayIn } from './way-in.tsx';

type Props = {
  readonly hub: string;
  readonly location: HubLocation;
  /** Why it does not go on without somebody. */
  readonly says: Says | undefined;
};

/** Somebody is on their way into a hub: goes on by itself after a start, and says what it waits for or what is in the way. */
export function JoiningScreen({ hub, location, says }: Props) {
  const joining = useJoinHub();
  const { step, busy, choose, join, back, resume, giveUp } = joining;
  const isHeld = says !== undefined;
  useEffect(() => {
    if (step.at === 'start' && !isHeld) resume(hub);
  }, [step, isHeld, hub, resume]);
  return (
    <main className={wholeWindow.window} data-screen="Joining" data-ready="true">
      <div className={wholeWindow.page}>
        {step.at === 'joining' ? (
          <Joining
            name={hub === '' ? step.name : hub}
            progress={step.progress}
            waiting={{
              onStartAnyway: () => resume(hub, true),
              onChoose: () => choose(location),
              onGiveUp: giveUp,
              inBucket: location.kind === 'bucket',
            }}
          />
        ) : step.at === 'found' ? (
          <JoinForm
            key={step.place.grant}
            place={step.place}
            suggestedName=""
            before={step.who}
            invited={step.fingerprint}
            problem={step.problem}
            busy={busy}
            onJoin={(who) => join(step.place, who)}
            onChoose={() => choose()}
            onBack={back}
          />
        ) : step.at === 'bucket' || step.at === 'invitation' ? (
          <WayIn joining={joining} />
        ) : (
          isHeld && (
            <div role="alert">
              <EmptyState
                level={1}
                icon={IconPlugConnectedX}
                title={notInTitle(hub)}
                text={sentences(say(says), whatIsKept(location))}
                action={
                  <>
                    <Button variant="default" onClick={giveUp}>{t`Give up`}</Button>
                    <Button variant="default" loading={busy} onClick={() => choose(location)}>
                      {location.kind === 'folder' ? t`Choose the folder again…` : t`Change the bucket…`}
                    </Button>
                    <Button onClick={() => resume(hub)}>{t`Try again`}</Button>
                  </>
                }
              />
            </div>
          )
        )}
      </div>
    </main>
  );
}

function notInTitle(hub: string): string {
  return hub === '' ? t`Not in the hub yet` : t`Not in ${hub} yet`;
}

function whatIsKept(location: HubLocation): string {
  return t`What has arrived so far is kept. The hub is at ${{ place: locationText(location) }}.`;
}

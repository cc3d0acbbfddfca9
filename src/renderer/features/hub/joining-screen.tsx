import { Button } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import wholeWindow from '../../app/whole-window.module.css';
import { EmptyState } from '../../ui/empty-state.tsx';
import { JoinForm, Joining } from './join-hub.tsx';
import { useJoinHub } from './use-join-hub.ts';

type Props = { readonly hub: string; readonly location: string; readonly message: string | undefined };

/** Somebody is on their way into a hub: goes on by itself after a start, and says what is in the way. */
export function JoiningScreen({ hub, location, message }: Props) {
  const { step, busy, choose, join, back, resume } = useJoinHub();
  const began = useRef(false);
  useEffect(() => {
    if (began.current || step.at !== 'start' || message !== undefined) return;
    began.current = true;
    resume(hub);
  }, [step, message, hub, resume]);
  return (
    <main className={wholeWindow.window} data-screen="Joining" data-ready="true">
      <div className={wholeWindow.page}>
        {step.at === 'joining' ? (
          <Joining name={step.name} progress={step.progress} />
        ) : step.at === 'found' ? (
          <JoinForm
            key={step.place.grant}
            place={step.place}
            suggestedName=""
            before={step.who}
            problem={step.problem}
            busy={busy}
            onJoin={(who) => join(step.place, who)}
            onChoose={choose}
            onBack={back}
          />
        ) : (
          <div role="alert">
            <EmptyState
              level={1}
              icon={IconPlugConnectedX}
              title={`Not in ${hub} yet`}
              text={`${message ?? 'Joining was interrupted.'} What came so far is kept. The hub is at ${location}.`}
              action={
                <>
                  <Button variant="default" loading={busy} onClick={choose}>
                    Choose the folder again…
                  </Button>
                  <Button onClick={() => resume(hub)}>Try again</Button>
                </>
              }
            />
          </div>
        )}
      </div>
    </main>
  );
}

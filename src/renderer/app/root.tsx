import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { IconCompass } from '@tabler/icons-react';
import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { say } from '../../words/say.ts';
import { JoiningScreen } from '../areas/hub/place/joining-screen.tsx';
import { WelcomeScreen } from '../areas/welcome/welcome-screen.tsx';
import { ErrorState } from '../base/error-state.tsx';
import { useEngineStatus } from '../base/use-engine-status.ts';
import { useLiveChanges } from '../base/use-live-changes.ts';
import { ReadySessionProvider, useSessionQuery } from '../base/use-session.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Screen } from '../ui/screen.tsx';
import { AppShell } from './app-shell.tsx';
import { BlockedScreen } from './blocked-screen.tsx';
import { StartingScreen } from './starting-screen.tsx';

/** What the window shows: the first start, what is in the way, or the shell with a screen in it. */
export function Root() {
  useLiveChanges();
  const session = useSessionQuery();
  const status = useEngineStatus();
  const retry = (): void => void session.refetch();
  if (session.data === undefined) {
    if (status.status === 'failed')
      return <BlockedScreen message={say(status.says)} onRetry={() => window.kitbag.restartEngine()} />;
    if (session.isError) return <ErrorState error={session.error} onRetry={retry} />;
    return <StartingScreen />;
  }
  switch (session.data.state) {
    case 'new':
      return (
        <WelcomeScreen dataFolder={session.data.dataFolder} suggestedName={session.data.suggestedName} />
      );
    case 'joining':
      return (
        <JoiningScreen
          hub={session.data.hub}
          location={session.data.location}
          message={session.data.message}
        />
      );
    case 'blocked':
      return (
        <BlockedScreen
          message={say(session.data.says)}
          dataFolder={session.data.dataFolder}
          onRetry={() => window.kitbag.restartEngine()}
        />
      );
    case 'ready':
      return (
        <ReadySessionProvider value={session.data}>
          <AppShell />
        </ReadySessionProvider>
      );
  }
}

/** An address that leads nowhere. */
export function NotFound() {
  return (
    <Screen title={t`Not found`} ready>
      <EmptyState
        icon={IconCompass}
        title={t`There is no such screen`}
        text={t`The link may come from another version of Kitbag.`}
        action={<Button component={Link} to="/">{t`Go home`}</Button>}
      />
    </Screen>
  );
}

/** A screen that failed; the rest of the window goes on. */
export function ScreenFailure({ error, reset }: ErrorComponentProps) {
  console.error('A screen failed.', error);
  return (
    <Screen title={t`Something went wrong`} ready>
      <ErrorState error={error} onRetry={reset} />
    </Screen>
  );
}

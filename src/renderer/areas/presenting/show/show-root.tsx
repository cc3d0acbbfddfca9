import { useEffect } from 'react';
import { useStore } from '../../../base/store.ts';
import { Audience } from './audience.tsx';
import { PresenterView } from './presenter.tsx';
import { followPresentation, presentation } from './show-store.ts';

/** A window of a presentation: which one it is, the shell knows. Dark until it says. */
export function ShowRoot() {
  const now = useStore(presentation);
  useEffect(() => {
    followPresentation().catch((reason: unknown) => console.error('The shell did not answer.', reason));
  }, []);
  if (now === null) return null;
  return now.role === 'audience' ? <Audience now={now} /> : <PresenterView now={now} />;
}

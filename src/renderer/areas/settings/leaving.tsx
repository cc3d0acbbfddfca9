import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import type { Says } from '../../../shared/says/says.ts';
import { say } from '../../../words/say.ts';
import { orpc } from '../../base/engine-client.ts';
import { ErrorState } from '../../base/error-state.tsx';
import { Note } from '../../ui/note.tsx';
import { useIsPrivate } from '../hub/sync/use-sync.ts';
import styles from './settings-screen.module.css';

/** What leaves this device, and who gets it: by the kinds of events that there are. */
export function Leaving() {
  const isPrivate = useIsPrivate();
  const { data, error, refetch } = useQuery(orpc.session.leaving.queryOptions());
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  return (
    <>
      <Note>
        {isPrivate
          ? t`Nothing leaves this device while the hub is private. Once it is shared, this goes to it:`
          : t`This goes to the hub. Whoever can read the place where it is can read it all: nothing is encrypted there.`}
      </Note>
      <Told by={t`To everybody in the hub`} what={data.everybody} />
      <Told by={t`To marketers and content leads`} what={data.publishers} />
      <Note>{t`Kitbag has no server of its own, and nothing is sent to its makers.`}</Note>
    </>
  );
}

function Told({ by, what }: { readonly by: string; readonly what: readonly Says[] }) {
  return (
    <div>
      <h3 className={styles.part}>{by}</h3>
      <ul className={styles.list}>
        {what.map((told) => (
          <li key={told.code}>{say(told)}</li>
        ))}
      </ul>
    </div>
  );
}

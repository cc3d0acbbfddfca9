import { plural, t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Watch, WatchRun } from '../../../contract/watches.ts';
import { engine, orpc } from '../../base/engine-client.ts';
import { PersonaSelect, StageSelect } from '../../base/term-select.tsx';
import { showDone, showError, showUndo } from '../../base/undo-toast.ts';
import { LabelledCheckBox } from '../../ui/check-box.tsx';
import { FilePath } from '../../ui/file-path.tsx';
import { Note } from '../../ui/note.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import styles from './settings-screen.module.css';

/** What a look found, in a sentence. */
function foundWords({ published, staged, moved, missing, failed }: WatchRun): string {
  const parts = [
    ...(published.length > 0 ? [plural(published.length, { one: '# published', other: '# published' })] : []),
    ...(staged.length > 0
      ? [plural(staged.length, { one: '# on the publish table', other: '# on the publish table' })]
      : []),
    ...(moved.length > 0 ? [plural(moved.length, { one: '# moved', other: '# moved' })] : []),
    ...(missing.length > 0 ? [plural(missing.length, { one: '# missing', other: '# missing' })] : []),
    ...(failed.length > 0
      ? [plural(failed.length, { one: '# can’t be read', other: '# can’t be read' })]
      : []),
  ];
  return parts.length === 0 ? t`Nothing new in the watched folders.` : `${parts.join(', ')}.`;
}

/** The folders that this device watches: what comes into them is staged or published. */
export function WatchedFolders() {
  const { data } = useQuery(orpc.watches.list.queryOptions());
  const look = useMutation({
    mutationFn: () => engine.watches.run(),
    onSuccess: (run) => showDone(foundWords(run)),
    onError: showError,
  });
  if (data === undefined) return null;
  return (
    <>
      <Note>
        {t`Kitbag looks into these folders while it is open, on this device only. New and changed files go to the publish table, or out at once. Deleted files are only reported.`}
      </Note>
      {data.watches.length > 0 && (
        <ul className={styles.watches} aria-label={t`Watched folders`}>
          {data.watches.map((watch) => (
            <WatchedFolder key={watch.id} watch={watch} />
          ))}
        </ul>
      )}
      <AddFolder />
      {data.watches.length > 0 && (
        <div className={styles.line}>
          <Button
            variant="default"
            loading={look.isPending}
            onClick={() => look.mutate()}
          >{t`Look now`}</Button>
        </div>
      )}
    </>
  );
}

async function stopWatching({ id }: Watch): Promise<void> {
  try {
    await engine.watches.remove({ id });
    showUndo({
      message: t`This folder is no longer watched.`,
      undo: async () => void (await engine.watches.restore({ id })),
    });
  } catch (error) {
    showError(error);
  }
}

function WatchedFolder({ watch }: { readonly watch: Watch }) {
  const { path, publish, files, missing, away, lookedAt } = watch;
  return (
    <li className={styles.watch}>
      <div className={styles.watchText}>
        <FilePath>{path}</FilePath>
        <Note>
          {publish ? t`What comes is published.` : t`What comes waits on the publish table.`}{' '}
          {plural(files, { one: '# file', other: '# files' })}
          {missing > 0 && <>, {plural(missing, { one: '# missing', other: '# missing' })}</>}
          {'. '}
          {away ? (
            t`The folder can’t be reached now. Nothing of it counts as missing.`
          ) : lookedAt === null ? (
            t`Not looked into yet.`
          ) : (
            <>
              {t`Last look:`} <RelativeTime at={lookedAt} />
            </>
          )}
        </Note>
      </div>
      <Button
        variant="default"
        aria-label={t`Stop watching ${path}`}
        onClick={() => void stopWatching(watch)}
      >{t`Stop watching`}</Button>
    </li>
  );
}

/** Watches one more folder; where it publishes, for whom. */
function AddFolder() {
  const [publish, setPublish] = useState(false);
  const [stage, setStage] = useState<string | null>(null);
  const [persona, setPersona] = useState<string | null>(null);
  const add = async (): Promise<void> => {
    try {
      const grant = await window.kitbag.chooseFolder();
      if (grant === null) return;
      const set = {
        ...(publish && stage !== null && { stages: [stage] }),
        ...(publish && persona !== null && { personas: [persona] }),
      };
      await engine.watches.add({ grant: grant.grant, publish, set });
    } catch (error) {
      showError(error);
    }
  };
  return (
    <>
      <LabelledCheckBox
        label={t`Publish at once what has all it needs`}
        checked={publish}
        onChange={(event) => setPublish(event.currentTarget.checked)}
      />
      {publish && (
        <div className={styles.line}>
          <StageSelect label={t`Buying stage`} value={stage} onChange={setStage} />
          <PersonaSelect label={t`Persona`} value={persona} onChange={setPersona} />
        </div>
      )}
      <div className={styles.line}>
        <Button variant="default" onClick={() => void add()}>{t`Watch a folder…`}</Button>
      </div>
    </>
  );
}

import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import type { HistoryChange, HistoryEntry } from '../../../contract/history.ts';
import { nameOfDevice } from '../../../words/devices.ts';
import { fieldLabel, fieldValue } from '../../../words/fields.ts';
import { say } from '../../../words/say.ts';
import { PersonMarks } from '../../ui/person-marks.tsx';
import { Pill } from '../../ui/pill.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import classes from './history.module.css';
import { type RestoreActions, toldChange } from './use-history.ts';

type Props = {
  readonly entries: readonly HistoryEntry[];
  /** Absent for those who may not change anything. */
  readonly onRestore?: RestoreActions;
};

/** What happened, the newest first. */
export function HistoryList({ entries, onRestore }: Props) {
  return (
    <ol className={classes.entries} aria-label={t`History`}>
      {entries.map((entry) => (
        <li key={`${entry.device}/${entry.seq}`} className={classes.entry}>
          <p className={classes.what}>
            <strong>{entry.by.name}</strong> <PersonMarks person={entry.by} /> {say(entry.what)}
          </p>
          <p className={classes.quiet}>
            <RelativeTime at={entry.at} />, {nameOfDevice(entry)}
          </p>
          {entry.refused === undefined ? null : (
            <p className={classes.quiet}>
              <Pill tone="bad">{t`Refused`}</Pill> {say(entry.refused)}
            </p>
          )}
          {entry.changes.map((change) => (
            <Change key={change.field} entry={entry} change={change} {...(onRestore && { onRestore })} />
          ))}
          <VersionOf entry={entry} {...(onRestore && { onRestore })} />
        </li>
      ))}
    </ol>
  );
}

function Change({
  entry,
  change,
  onRestore,
}: {
  readonly entry: HistoryEntry;
  readonly change: HistoryChange;
  readonly onRestore?: RestoreActions;
}) {
  const { before, current } = change;
  const field = toldChange(change);
  const label = fieldLabel(field);
  const after = fieldValue(field, change.after);
  const restorable = onRestore !== undefined && entry.refused === undefined;
  return (
    <p className={classes.change}>
      <span className={classes.quiet}>{label}: </span>
      {before === null ? null : <del className={classes.before}>{fieldValue(field, before)}</del>} {after}
      {restorable && current && before !== null ? (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={t`Undo the change: ${label}`}
          onClick={() => onRestore.field(entry, change, 'before')}
        >{t`Undo`}</Button>
      ) : null}
      {restorable && !current ? (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={t`Restore ${label} ‘${after}’`}
          onClick={() => onRestore.field(entry, change, 'after')}
        >{t`Restore`}</Button>
      ) : null}
    </p>
  );
}

function VersionOf({
  entry,
  onRestore,
}: {
  readonly entry: HistoryEntry;
  readonly onRestore?: RestoreActions;
}) {
  const { version, refused } = entry;
  if (version === undefined) return null;
  return (
    <p className={classes.change}>
      <span className={classes.quiet}>{t`Version ${{ number: version.number }}:`} </span>
      {version.fileName}
      {onRestore === undefined || version.current || refused !== undefined ? null : (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={t`Restore version ${{ number: version.number }}`}
          onClick={() => onRestore.version(entry)}
        >{t`Restore`}</Button>
      )}
    </p>
  );
}

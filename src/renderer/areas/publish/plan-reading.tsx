import { plural, t } from '@lingui/core/macro';
import { IconCheck, IconFolder } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { StagedRow } from '../../../contract/publish-rows.ts';
import { formatNumber } from '../../ui/format.ts';
import { Note } from '../../ui/note.tsx';
import classes from './plan.module.css';
import { type FolderReading, foldersRead } from './plan-lines.ts';

/** Folders that are listed while they are read; of more their number is told. */
const MOST_LISTED = 200;

/** What was dropped, by folder, while its files are still being read: what is proposed follows when all of them were. */
export function PlanReading({ rows }: { readonly rows: readonly StagedRow[] }) {
  const folders = useMemo(() => foldersRead(rows), [rows]);
  const more = folders.length - MOST_LISTED;
  return (
    <section className={classes.reading} aria-label={t`Folders being read`}>
      <Note>{t`Proposals appear when every file is read. The table can be used now.`}</Note>
      <ul className={classes.readFolders}>
        {folders.slice(0, MOST_LISTED).map((one) => (
          <ReadFolder key={one.folder} reading={one} />
        ))}
      </ul>
      {more > 0 ? (
        <p className={classes.why}>{plural(more, { one: '# more folder', other: '# more folders' })}</p>
      ) : null}
    </section>
  );
}

function ReadFolder({ reading: { folder, read, files, failed } }: { readonly reading: FolderReading }) {
  const done = formatNumber(read);
  const isRead = read === files;
  const Icon = isRead ? IconCheck : IconFolder;
  return (
    <li>
      <Icon size={16} aria-hidden className={classes.icon} />
      <span className={classes.name} title={folder}>
        {folder === '' ? t`Files without a folder` : folder}
      </span>
      {failed > 0 ? (
        <span className={classes.why}>{plural(failed, { one: '# failed', other: '# failed' })}</span>
      ) : null}
      <span className={classes.count}>
        {isRead
          ? plural(files, { one: '# file', other: '# files' })
          : plural(files, { one: `${done} of # file read`, other: `${done} of # files read` })}
      </span>
    </li>
  );
}

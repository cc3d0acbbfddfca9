import { plural, t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import type { StagedRow } from '../../../contract/publish-rows.ts';
import { isSecret } from '../../../shared/vocabulary/secrets.ts';
import { LabelledCheckBox } from '../../ui/check-box.tsx';
import { formatNumber } from '../../ui/format.ts';
import { missingIn } from './columns.ts';
import classes from './publish-screen.module.css';

type Props = {
  readonly rows: readonly StagedRow[];
  readonly skipped: number;
  readonly onlyMissing: boolean;
  readonly onOnlyMissing: (only: boolean) => void;
  readonly preview: boolean;
  readonly onPreview: (shown: boolean) => void;
  readonly onRetry: (rows: readonly string[]) => void;
  readonly onRemove: (rows: readonly string[]) => void;
};

/** The line above the table while nothing is selected: what is on it, what is incomplete, what failed. */
export function PublishTools({
  rows,
  skipped,
  onlyMissing,
  onOnlyMissing,
  preview,
  onPreview,
  onRetry,
  onRemove,
}: Props) {
  const incomplete = rows.filter((row) => row.state === 'ready' && missingIn(row).length > 0).length;
  const idsIn = (state: StagedRow['state']) => rows.filter((row) => row.state === state).map((row) => row.id);
  // What looks like a secret is asked about one by one.
  const failed = rows.filter((row) => row.state === 'failed' && !isSecret(row.reason)).map((row) => row.id);
  const duplicates = idsIn('duplicate');
  return (
    <div className={classes.tools}>
      <span>{plural(rows.length, { one: '# file', other: '# files' })}</span>
      <LabelledCheckBox
        label={t`Only incomplete rows (${{ count: formatNumber(incomplete) }})`}
        checked={onlyMissing}
        onChange={(event) => onOnlyMissing(event.currentTarget.checked)}
      />
      {failed.length > 0 ? (
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => onRetry(failed)}>
          {t`Retry ${{ count: formatNumber(failed.length) }} failed`}
        </Button>
      ) : null}
      {duplicates.length > 0 ? (
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => onRemove(duplicates)}>
          {plural(duplicates.length, { one: 'Remove # duplicate', other: 'Remove # duplicates' })}
        </Button>
      ) : null}
      {skipped > 0 ? (
        <span title={t`Hidden files, system files and Office lock files`}>
          {plural(skipped, { one: '# system file skipped', other: '# system files skipped' })}
        </span>
      ) : null}
      <span className={classes.gap} />
      <LabelledCheckBox
        label={t`Preview`}
        checked={preview}
        onChange={(event) => onPreview(event.currentTarget.checked)}
      />
    </div>
  );
}

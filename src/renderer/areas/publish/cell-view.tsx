import { plural, t } from '@lingui/core/macro';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { StagedRow } from '../../../contract/publish-rows.ts';
import { say } from '../../../words/say.ts';
import { formatNumber, formatPercent } from '../../ui/format.ts';
import { AssetThumbnail } from '../../ui/thumbnail.tsx';
import { type ColumnKey, maybeVersion, missingIn, missingWords, stateWord, textOf } from './columns.ts';
import classes from './publish-table.module.css';
import { rowMessage } from './row-message.ts';
import type { RowTerms } from './row-terms.ts';

type Props = {
  readonly row: StagedRow;
  readonly column: ColumnKey;
  readonly terms: RowTerms;
  /** Makes the row a version of the asset that it looks like. */
  readonly onVersion?: (() => void) | undefined;
};

/** The words for a value that is missing in this cell; null when nothing is. */
export function missingText(row: StagedRow, column: ColumnKey, terms: RowTerms): string | null {
  // Before a file is read nobody knows what it lacks.
  if (row.state !== 'ready') return null;
  const key = missingIn(row).find((missing) => missing === column);
  return key === undefined ? null : missingWords(key, terms);
}

/** What a cell shows while it is not being edited. */
export function CellView({ row, column, terms, onVersion }: Props) {
  if (column === 'state') return <StateCell row={row} />;
  if (column === 'file') return <FileCell row={row} onVersion={onVersion} />;
  if (row.earlierOf !== undefined)
    return (
      <span className={`${classes.text} ${classes.kept}`}>
        {column === 'title' ? t`Comes with its newest version` : t`Kept`}
      </span>
    );
  if (row.fields.versionOf !== null)
    return (
      <span className={`${classes.text} ${classes.kept}`}>
        {column === 'title' ? t`New version: keeps its title and tags` : t`Kept`}
      </span>
    );
  const missing = missingText(row, column, terms);
  if (missing !== null) {
    return (
      <span className={classes.missing}>
        <IconAlertTriangle size={12} aria-hidden />
        <span title={missing}>{missing}</span>
      </span>
    );
  }
  const text = textOf(row, column, terms);
  const guessed = row.guessed.includes(column);
  const proposed = guessed ? row.proposed?.[column] : undefined;
  return (
    <span
      className={guessed ? `${classes.text} ${classes.guessed}` : classes.text}
      title={
        proposed === undefined
          ? guessed
            ? t`${text} (guessed)`
            : text
          : t`${{ why: say(proposed.why) }} ${{ sure: formatPercent(proposed.sure) }} sure. ${text} (guessed)`
      }
    >
      {text}
    </span>
  );
}

function StateCell({ row }: { readonly row: StagedRow }) {
  return (
    <>
      {row.found ? (
        <AssetThumbnail
          version={{
            kind: row.found.kind,
            ...(row.found.thumbnail ? { thumbnail: row.found.thumbnail } : {}),
          }}
          title=""
          width={36}
        />
      ) : null}
      <span className={classes.state} data-state={row.state} title={rowMessage(row) ?? ''}>
        {stateWord(row)}
      </span>
    </>
  );
}

/** What a file may be a version of, in place of its folder: taken with one press, or in the preview by the keyboard. */
function VersionMark({ row, onVersion }: Pick<Props, 'row' | 'onVersion'>) {
  const { looksLike } = row;
  if (looksLike === undefined || onVersion === undefined) return null;
  const number = formatNumber(looksLike.versions + 1);
  const what = t`Looks like version ${{ number }} of ‘${{ asset: looksLike.title }}’`;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={classes.mark}
      title={what}
      aria-label={t`${{ what }}: publish it as that`}
      onClick={(event) => {
        event.stopPropagation();
        onVersion();
      }}
    >
      {what}
    </button>
  );
}

function FileCell({ row, onVersion }: Pick<Props, 'row' | 'onVersion'>) {
  return (
    <span className={classes.file}>
      <span className={classes.name} title={row.fileName}>
        {row.fileName}
      </span>
      {maybeVersion(row) ? (
        <VersionMark row={row} onVersion={onVersion} />
      ) : row.folder === '' && row.copies === undefined ? null : (
        <span className={classes.folder} title={row.folder}>
          {[
            row.folder,
            row.copies === undefined
              ? ''
              : plural(row.copies.length, { one: '# copy left out', other: '# copies left out' }),
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
      )}
    </span>
  );
}

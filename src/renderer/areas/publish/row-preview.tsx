import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Alert, Anchor, Button, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { IconRefresh, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { RowFields, StagedRow } from '../../../contract/publish-rows.ts';
import { takesFields } from '../../../contract/row-changes.ts';
import { isSecret } from '../../../shared/vocabulary/secrets.ts';
import { say } from '../../../words/say.ts';
import { languageName } from '../../../words/sentence.ts';
import { textMessage } from '../../../words/texts.ts';
import { kindName } from '../../ui/document-kind.tsx';
import { formatBytes, formatNumber } from '../../ui/format.ts';
import { AssetThumbnail } from '../../ui/thumbnail.tsx';
import { EarlierVersion } from './earlier-version.tsx';
import { FollowsOriginal } from './follows-original.tsx';
import { NearNote } from './near-note.tsx';
import { rowMessage } from './row-message.ts';
import classes from './row-preview.module.css';

type Props = {
  readonly row: StagedRow;
  readonly onSet: (set: Partial<RowFields>, what: string) => void;
  /** Keeps a row of several with the same bytes. */
  readonly onKeep: (row: string) => void;
  /** Makes another row the current one. */
  readonly onShow: (row: string) => void;
  readonly onRetry: () => void;
  readonly onRemove: () => void;
};

/** What was found in the file of the current row, and what there is to decide about it. */
export function RowPreview({ row, onSet, onKeep, onShow, onRetry, onRemove }: Props) {
  const { found } = row;
  return (
    <section className={classes.preview} aria-label={t`Preview of ${{ file: row.fileName }}`}>
      {found ? (
        <AssetThumbnail
          version={{ kind: found.kind, ...(found.thumbnail ? { thumbnail: found.thumbnail } : {}) }}
          title={row.fields.title || row.fileName}
          width={248}
        />
      ) : null}
      <h2 className={classes.title}>{row.fields.title || row.fileName}</h2>
      <p className={classes.file} data-selectable>
        {row.folder === '' ? '' : `${row.folder} / `}
        {row.fileName}
      </p>
      <ProposedBy row={row} />
      <Failure row={row} onRetry={onRetry} />
      <Duplicate row={row} />
      <CopyOf row={row} onKeep={onKeep} onShow={onShow} />
      <Copies row={row} onKeep={onKeep} onShow={onShow} />
      <EarlierVersion row={row} onShow={onShow} />
      <NewVersion row={row} onSet={onSet} />
      {found ? <NearNote row={row} found={found} onSet={onSet} /> : null}
      {found ? <Findings row={row} found={found} /> : null}
      {found && found.text.state !== 'searchable' ? (
        <Alert
          variant="light"
          color="gray"
          title={found.text.state === 'not' ? t`Not searchable` : t`Partly searchable`}
        >
          {textMessage(found.text)}
        </Alert>
      ) : null}
      {row.state === 'ready' && rowMessage(row) !== undefined ? (
        <Alert variant="light" color="yellow">
          {rowMessage(row)}
        </Alert>
      ) : null}
      {row.state === 'ready' && takesFields(row) ? <Summary row={row} onSet={onSet} /> : null}
      {row.state === 'ready' ? <VersionNote key={row.id} row={row} onSet={onSet} /> : null}
      {row.state === 'ready' ? <FollowsOriginal row={row} onSet={onSet} /> : null}
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        leftSection={<IconTrash size={14} aria-hidden />}
        onClick={onRemove}
      >{t`Remove from the table`}</Button>
    </section>
  );
}

function Findings({
  row,
  found,
}: {
  readonly row: StagedRow;
  readonly found: NonNullable<StagedRow['found']>;
}) {
  const facts: [string, string][] = [
    [t`Kind`, found.misnamed ? t`${{ kind: kindName(found.kind) }}, despite its name` : kindName(found.kind)],
    [t`Size`, formatBytes(row.size)],
  ];
  if (found.pageCount > 0) facts.push([t`Pages`, formatNumber(found.pageCount)]);
  if (found.words > 0) facts.push([t`Words`, formatNumber(found.words)]);
  if (row.fields.language !== null) facts.push([t`Language`, languageName(row.fields.language)]);
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) => (
        <div key={name} className={classes.fact}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Of what somebody proposed: who, and why. */
function ProposedBy({ row: { proposal } }: { readonly row: StagedRow }) {
  if (proposal === undefined) return null;
  return (
    <Alert variant="light" color="teal" title={t`Proposed by ${{ name: proposal.by }}`}>
      <p className={classes.sentence}>“{proposal.why}”</p>
      <p
        className={classes.sentence}
      >{t`Publishing adopts it and names ${{ name: proposal.by }} as contributor.`}</p>
    </Alert>
  );
}

function Failure({ row, onRetry }: Pick<Props, 'row' | 'onRetry'>) {
  if (row.state !== 'failed') return null;
  const asks = isSecret(row.reason);
  const title = asks ? t`Should everyone see this?` : t`This file couldn’t be read`;
  return (
    <Alert variant="light" color={asks ? 'yellow' : 'red'} title={title}>
      <p className={classes.sentence}>
        {row.says === undefined ? t`Kitbag can’t say why. Check the file, then try again.` : say(row.says)}
      </p>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconRefresh size={14} aria-hidden />}
        onClick={onRetry}
      >
        {asks ? t`Add it anyway` : t`Retry`}
      </Button>
    </Alert>
  );
}

function Duplicate({ row }: { readonly row: StagedRow }) {
  if (row.state !== 'duplicate' || !row.duplicateOf) return null;
  return (
    <Alert variant="light" color="yellow" title={t`Already in the library`}>
      <p
        className={classes.sentence}
      >{t`The same file is already published as ‘${{ asset: row.duplicateOf.title }}’. It won’t be published again.`}</p>
      <Anchor
        component={Link}
        to={`/asset/${row.duplicateOf.asset}`}
        size="sm"
      >{t`Open the existing asset`}</Anchor>
    </Alert>
  );
}

type CopyProps = Pick<Props, 'row' | 'onKeep' | 'onShow'>;

/** Of a copy that is not kept: which one is, and why this one may be kept instead. */
function CopyOf({ row, onKeep, onShow }: CopyProps) {
  const { sameAs } = row;
  if (sameAs === undefined) return null;
  const place = (
    <Anchor
      component="button"
      type="button"
      size="sm"
      className={classes.place}
      onClick={() => onShow(sameAs.row)}
    >
      {placeOf(sameAs)}
    </Anchor>
  );
  return (
    <Alert variant="light" color="yellow" title={t`A copy of another file`}>
      <p className={classes.sentence}>
        <Trans>The same file is kept from {place}</Trans>
      </p>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => onKeep(row.id)}
      >{t`Keep this one instead`}</Button>
    </Alert>
  );
}

/** Of the copy that is kept: where the others are. */
function Copies({ row, onKeep, onShow }: CopyProps) {
  const { copies } = row;
  if (copies === undefined) return null;
  return (
    <Alert
      variant="light"
      color="gray"
      title={plural(copies.length, { one: 'Kept; # copy left out', other: 'Kept; # copies left out' })}
    >
      <ul className={classes.copies}>
        {copies.slice(0, 20).map((copy) => (
          <li key={copy.row}>
            <Anchor
              component="button"
              type="button"
              size="sm"
              className={classes.place}
              onClick={() => onShow(copy.row)}
            >
              {placeOf(copy)}
            </Anchor>
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => onKeep(copy.row)}
            >{t`Keep this one`}</Button>
          </li>
        ))}
      </ul>
      {copies.length > 20 ? (
        <p className={classes.sentence}>{t`and ${{ count: formatNumber(copies.length - 20) }} more`}</p>
      ) : null}
    </Alert>
  );
}

function placeOf({ folder, fileName }: { readonly folder: string; readonly fileName: string }): string {
  return folder === '' ? fileName : `${folder}/${fileName}`;
}

function NewVersion({ row, onSet }: Pick<Props, 'row' | 'onSet'>) {
  const { looksLike } = row;
  if (row.state !== 'ready' || row.earlierOf !== undefined || !looksLike) return null;
  const asVersion = row.fields.versionOf !== null;
  return (
    <Alert
      variant="light"
      color="teal"
      title={t`Looks like a new version of ‘${{ asset: looksLike.title }}’`}
    >
      <p className={classes.sentence}>
        {asVersion
          ? t`It becomes version ${{ number: formatNumber(looksLike.versions + 1) }}. Ratings and tags stay, and older versions can still be opened.`
          : plural(looksLike.versions, {
              one: 'That asset has # version. This file becomes a separate asset.',
              other: 'That asset has # versions. This file becomes a separate asset.',
            })}
      </p>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t`Publish as`}
        value={asVersion ? 'version' : 'asset'}
        data={[
          { value: 'version', label: t`New version` },
          { value: 'asset', label: t`New asset` },
        ]}
        onChange={(value) =>
          onSet(
            { versionOf: value === 'version' ? looksLike.asset : null },
            value === 'version' ? t`Set as new version.` : t`Set as new asset.`,
          )
        }
      />
    </Alert>
  );
}

function Summary({ row, onSet }: Pick<Props, 'row' | 'onSet'>) {
  const [text, setText] = useState(row.fields.summary);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another row begins with its own text
  useEffect(() => setText(row.fields.summary), [row.id, row.fields.summary]);
  return (
    <Textarea
      label={t`Summary`}
      description={t`One or two sentences that a rep reads under the title.`}
      autosize
      minRows={2}
      maxRows={6}
      maxLength={10_000}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => {
        if (text.trim() !== row.fields.summary) onSet({ summary: text.trim() }, t`Summary changed.`);
      }}
    />
  );
}

/** What is to be known of this version; what the file's name says of it is proposed. */
function VersionNote({ row, onSet }: Pick<Props, 'row' | 'onSet'>) {
  const isVersion = row.fields.versionOf !== null;
  const [text, setText] = useState(row.fields.note);
  useEffect(() => setText(row.fields.note), [row.fields.note]);
  return (
    <TextInput
      label={isVersion ? t`What changed in this version?` : t`Version note`}
      description={
        isVersion
          ? t`Shown to everyone who used the version before.`
          : t`Shown beside the version, like ‘v3, FINAL’ from the file’s name.`
      }
      maxLength={300}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => {
        if (text.trim() !== row.fields.note) onSet({ note: text.trim() }, t`Version note changed.`);
      }}
    />
  );
}

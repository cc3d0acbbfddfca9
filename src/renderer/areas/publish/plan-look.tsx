import { plural, t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { PlanEditions, PlanFamily } from '../../../contract/import-plan.ts';
import type { StagedRow } from '../../../contract/publish-rows.ts';
import { say } from '../../../words/say.ts';
import { languageName, listed } from '../../../words/sentence.ts';
import { showDone } from '../../base/undo-toast.ts';
import { formatPercent } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import classes from './plan.module.css';
import { type PlanLine, rulePatterns } from './plan-lines.ts';
import { lineName, proposedWords } from './plan-words.ts';
import type { RowTerms } from './row-terms.ts';

type Props = {
  readonly line: PlanLine;
  readonly rows: ReadonlyMap<string, StagedRow>;
  readonly terms: RowTerms;
  readonly onTakeApart: (current: string) => void;
  readonly onUnlink: (editions: PlanEditions) => void;
  readonly onRule: () => void;
  readonly onClose: () => void;
};

/** Files that are listed of a line; the table has all of them. */
const MOST_LISTED = 100;

/** What a line is about: its files, what is proposed for them and why. */
export function PlanLook({ line, rows, terms, onTakeApart, onUnlink, onRule, onClose }: Props) {
  const { name } = lineName(line);
  const shown = line.rows.slice(0, MOST_LISTED).flatMap((id) => rows.get(id) ?? []);
  return (
    <aside className={classes.look} aria-label={t`Look into ${{ name }}`}>
      <div className={classes.lookHead}>
        <h2>{name}</h2>
        <IconButton aria-label={t`Close`} onClick={onClose}>
          <IconX size={16} aria-hidden />
        </IconButton>
      </div>
      {line.kind === 'group' ? <Proposals line={line} terms={terms} onRule={onRule} /> : null}
      {line.kind === 'families' ? (
        line.families.map((family) => (
          <FamilyVersions key={family.current} family={family} rows={rows} onTakeApart={onTakeApart} />
        ))
      ) : line.kind === 'editions' ? (
        line.editions.map((one) => (
          <EditionFiles key={one.original} editions={one} rows={rows} onUnlink={onUnlink} />
        ))
      ) : (
        <ul className={classes.files}>
          {shown.map((row) => (
            <FileLine key={row.id} row={row} />
          ))}
        </ul>
      )}
      {line.rows.length > MOST_LISTED && line.kind !== 'families' && line.kind !== 'editions' ? (
        <p className={classes.why}>
          {plural(line.rows.length - MOST_LISTED, {
            one: '# more in the table',
            other: '# more in the table',
          })}
        </p>
      ) : null}
      {line.kind === 'left' ? <CopyList rows={shown} /> : null}
    </aside>
  );
}

type ProposalsProps = {
  readonly line: Extract<PlanLine, { kind: 'group' }>;
  readonly terms: RowTerms;
  readonly onRule: () => void;
};

function Proposals({ line, terms, onRule }: ProposalsProps) {
  const { proposed } = line.group;
  if (proposed.length === 0) return null;
  const patterns = rulePatterns(line);
  const names = listed(patterns);
  return (
    <>
      <ul className={classes.reasons}>
        {proposed.map((proposal) => (
          <li key={proposal.attribute}>
            <strong>{proposedWords(proposal, terms)}</strong>{' '}
            <span className={classes.why}>
              {t`${{ sure: formatPercent(proposal.sure) }} sure.`} {say(proposal.why)}
            </span>
          </li>
        ))}
      </ul>
      {patterns.length === 0 ? null : (
        <Button
          size="compact-sm"
          variant="default"
          className={classes.keepRule}
          title={patterns.join('\n')}
          onClick={onRule}
        >
          {plural(patterns.length, {
            one: `Keep as a rule: ${names}`,
            other: `Keep as # rules: ${names}`,
          })}
        </Button>
      )}
    </>
  );
}

function FileLine({ row }: { readonly row: StagedRow }) {
  return (
    <li>
      <span className={classes.fileName} title={row.fileName}>
        {row.fileName}
      </span>
      <span className={classes.above}>{row.says === undefined ? row.folder : say(row.says)}</span>
    </li>
  );
}

type FamilyProps = {
  readonly family: PlanFamily;
  readonly rows: ReadonlyMap<string, StagedRow>;
  readonly onTakeApart: (current: string) => void;
};

function FamilyVersions({ family, rows, onTakeApart }: FamilyProps) {
  const { title, current, earlier, joined } = family;
  return (
    <section className={classes.family} aria-label={title}>
      <h3>{title}</h3>
      <ol className={classes.files} reversed>
        {[current, ...earlier.toReversed()].map((id) => (
          <li key={id}>
            <span className={classes.fileName}>{rows.get(id)?.fileName}</span>
            {id === current ? <span className={classes.above}>{t`current`}</span> : null}
          </li>
        ))}
      </ol>
      {joined ? (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => onTakeApart(current)}
        >{t`Take apart`}</Button>
      ) : null}
    </section>
  );
}

type EditionProps = Pick<Props, 'rows' | 'onUnlink'> & { readonly editions: PlanEditions };

/** A document in several languages: its files, the original first. */
function EditionFiles({ editions, rows, onUnlink }: EditionProps) {
  const { title, original, joined } = editions;
  return (
    <section className={classes.family} aria-label={title}>
      <h3>{title}</h3>
      <ul className={classes.files}>
        {editions.rows.map(({ row, language }) => (
          <li key={row}>
            <span className={classes.fileName}>{rows.get(row)?.fileName}</span>
            <span className={classes.above}>
              {row === original
                ? t`${{ language: languageName(language) }}, original`
                : languageName(language)}
            </span>
          </li>
        ))}
      </ul>
      {joined ? (
        <Button size="compact-sm" variant="subtle" onClick={() => onUnlink(editions)}>{t`Take apart`}</Button>
      ) : null}
    </section>
  );
}

/** What was left out and why, as lines that can be pasted elsewhere. */
function CopyList({ rows }: { readonly rows: readonly StagedRow[] }) {
  const copy = async () => {
    const lines = rows.map(({ folder, fileName, says: why }) =>
      [folder === '' ? fileName : `${folder}/${fileName}`, why === undefined ? '' : say(why)].join('\t'),
    );
    await window.kitbag.copyText({ text: lines.join('\n') });
    showDone(t`List copied.`);
  };
  return <Button size="compact-sm" variant="default" onClick={() => void copy()}>{t`Copy list`}</Button>;
}

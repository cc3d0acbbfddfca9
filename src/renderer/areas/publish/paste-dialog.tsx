import { plural, t } from '@lingui/core/macro';
import { Button, Modal } from '@mantine/core';
import { listed } from '../../../words/sentence.ts';
import { formatNumber } from '../../ui/format.ts';
import type { FieldKey } from './columns.ts';
import classes from './paste-dialog.module.css';
import type { PastedCell, PastePlan } from './paste-plan.ts';
import { changedCells, effectWords } from './row-effect.ts';

type Props = { readonly plan: PastePlan; readonly onDone: (apply: boolean) => void };

/** Cells that are listed; a paste of thousands is judged by its first ones and by the counts. */
const SHOWN = 200;
/** Words that are listed, and how much of one: whole paragraphs may have landed in a column of names. */
const SHOWN_WORDS = 50;
const LONGEST_WORD = 80;

function columnLabel(columns: PastePlan['columns'], key: FieldKey): string {
  return columns.find((column) => column.key === key)?.label ?? key;
}

/** What a paste would do, before it does it: Enter applies, Escape leaves. */
export function PasteDialog({ plan, onDone }: Props) {
  const cells = changedCells(plan.effect);
  return (
    <Modal
      opened
      onClose={() => onDone(false)}
      returnFocus={false}
      size="lg"
      title={
        cells === 0
          ? t`This paste changes nothing`
          : plural(cells, { one: 'This paste changes # cell', other: 'This paste changes # cells' })
      }
      closeButtonProps={{ 'aria-label': t`Close` }}
      transitionProps={{ duration: 0 }}
    >
      <div className={classes.body}>
        {cells > 0 ? <p className={classes.line}>{effectWords(plan.effect)}</p> : null}
        <Unknown plan={plan} />
        <Notes plan={plan} />
        {cells > 0 ? <Cells cells={plan.cells} columns={plan.columns} /> : null}
        <div className={classes.buttons}>
          <Button variant="default" onClick={() => onDone(false)} data-autofocus={cells === 0 || undefined}>
            {cells === 0 ? t`Close` : t`Cancel`}
          </Button>
          {cells > 0 ? (
            <Button data-autofocus onClick={() => onDone(true)}>
              {plural(cells, { one: 'Change # cell', other: 'Change # cells' })}
            </Button>
          ) : null}
        </div>
      </div>
    </Modal>
  );
}

function Unknown({ plan: { unknown, columns } }: Pick<Props, 'plan'>) {
  if (unknown.length === 0) return null;
  const count = unknown.reduce((sum, { times }) => sum + times, 0);
  return (
    <section className={classes.unknown} aria-label={t`Not recognized`}>
      <h3 className={classes.heading}>
        {plural(count, {
          one: '# value not recognized, left out',
          other: '# values not recognized, left out',
        })}
      </h3>
      <ul className={classes.words}>
        {unknown.slice(0, SHOWN_WORDS).map(({ word, key, times }) => (
          <li key={`${key} ${word}`}>
            {quoted(word.length > LONGEST_WORD ? `${word.slice(0, LONGEST_WORD)}…` : word)}{' '}
            <span className={classes.quiet}>{t`in ${{ column: columnLabel(columns, key) }}`}</span>
            {times > 1 ? <span className={classes.quiet}> × {formatNumber(times)}</span> : null}
          </li>
        ))}
        {unknown.length > SHOWN_WORDS ? (
          <li>{t`and ${{ count: formatNumber(unknown.length - SHOWN_WORDS) }} more`}</li>
        ) : null}
      </ul>
    </section>
  );
}

function Notes({ plan }: Pick<Props, 'plan'>) {
  const notes = notesOf(plan);
  return notes.length === 0 ? null : (
    <ul className={classes.notes}>
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

function quoted(name: string): string {
  return t`‘${name}’`;
}

/** The first of some names, and how many more there are. */
function firstOf(names: readonly string[]): string {
  const first = names.slice(0, 5).map(quoted);
  const more = names.length - first.length;
  return listed(more > 0 ? [...first, plural(more, { one: '# more', other: '# more' })] : first);
}

function notesOf(plan: PastePlan): string[] {
  const notes: string[] = [];
  if (plan.header) {
    notes.push(
      plan.byFile
        ? t`The first line names the columns; rows are found by file name.`
        : t`The first line names the columns and is not pasted.`,
    );
  }
  if (plan.unknownColumns.length > 0)
    notes.push(t`Columns left out: ${{ columns: firstOf(plan.unknownColumns) }}.`);
  if (plan.unknownFiles.length > 0)
    notes.push(t`No single row for ${{ files: firstOf(plan.unknownFiles) }}.`);
  if (plan.blocked > 0) {
    notes.push(
      plural(plan.blocked, {
        one: '# line left out: duplicates, failed files and new versions keep what they have.',
        other: '# lines left out: duplicates, failed files and new versions keep what they have.',
      }),
    );
  }
  if (plan.linesLeft > 0)
    notes.push(
      plural(plan.linesLeft, {
        one: '# line left out: there are no more rows.',
        other: '# lines left out: there are no more rows.',
      }),
    );
  return notes;
}

const EFFECT_WORDS: Readonly<Record<PastedCell['effect'], string>> = {
  fills: t`Set`,
  confirms: t`Confirmed`,
  'replaces-guess': t`Replaces a guess`,
  replaces: t`Replaces`,
  clears: t`Cleared`,
  same: t`Same`,
};

function Cells({ cells, columns }: Pick<PastePlan, 'cells' | 'columns'>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={classes.cells} aria-label={t`Cells that change`} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t`File`}</th>
            <th scope="col">{t`Column`}</th>
            <th scope="col">{t`Now`}</th>
            <th scope="col">{t`After`}</th>
            <th scope="col">{t`What happens`}</th>
          </tr>
        </thead>
        <tbody>
          {cells.slice(0, SHOWN).map(({ row, key, before, after, effect }) => (
            <tr key={`${row.id} ${key}`} data-effect={effect}>
              <td title={row.fileName}>{row.fileName}</td>
              <td>{columnLabel(columns, key)}</td>
              <td className={classes.before}>{before === '' ? '–' : before}</td>
              <td>{after}</td>
              <td className={classes.effect}>{EFFECT_WORDS[effect]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {cells.length > SHOWN ? (
        <p className={classes.quiet}>
          {plural(cells.length - SHOWN, { one: 'and # more cell', other: 'and # more cells' })}
        </p>
      ) : null}
    </section>
  );
}

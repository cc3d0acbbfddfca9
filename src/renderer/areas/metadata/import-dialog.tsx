import { plural, t } from '@lingui/core/macro';
import { Button, Modal, NativeSelect } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import type { OpenTable } from '../../../contract/metadata.ts';
import { useDimensions, useFieldWords } from '../../base/use-taxonomy.ts';
import { useEscapeCloses } from '../../ui/dismiss.ts';
import { formatNumber } from '../../ui/format.ts';
import { performKey } from '../../ui/keys/perform-key.ts';
import { choiceOf, columnChoices, LEFT_OUT } from './column-choices.ts';
import { ImportPreview } from './import-preview.tsx';
import classes from './metadata.module.css';
import { closeTable, useOpenTable } from './metadata-state.ts';
import { type TableImport, useImport } from './use-import.ts';

/** A table that somebody chose: what its columns are, what it would change, and *Import*. */
export function ImportDialog() {
  const table = useOpenTable();
  useEscapeCloses(table !== null, closeTable);
  return (
    <Modal
      opened={table !== null}
      onClose={closeTable}
      closeOnEscape={false}
      data-layer
      size={900}
      title={table === null ? '' : t`Import metadata from ${{ name: table.fileName }}`}
      closeButtonProps={{ 'aria-label': t`Close` }}
      transitionProps={{ duration: 0 }}
    >
      {table === null ? null : <ImportForm key={table.table} table={table} />}
    </Modal>
  );
}

function ImportForm({ table }: { readonly table: OpenTable }) {
  const importing = useImport(table);
  const { effect, problem, busy, apply } = importing;
  const changes = effect?.changed.length ?? 0;
  const send = (): void => {
    if (changes > 0 && !busy) void apply();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    performKey(event, 'form', { send, take: null, leave: null });
  };
  return (
    <form
      className={classes.form}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p className={classes.quiet}>
        {rowsOf(table)} {t`An empty cell changes nothing; (none) empties a field.`}
      </p>
      <ColumnTable table={table} importing={importing} />
      {problem === null ? (
        <ImportPreview effect={effect} />
      ) : (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={classes.buttons}>
        <Button variant="default" onClick={closeTable}>{t`Cancel`}</Button>
        <Button type="submit" loading={busy} disabled={changes === 0} title={t`Ctrl+Enter`}>
          {changes === 0 ? t`Import` : plural(changes, { one: 'Change # asset', other: 'Change # assets' })}
        </Button>
      </div>
    </form>
  );
}

function rowsOf({ rows, cut }: OpenTable): string {
  const counted = plural(rows, { one: '# row.', other: '# rows.' });
  return cut ? `${counted} ${t`The table has more; the rest is left out.`}` : counted;
}

/** What each column is: a line a column, with what stands in it first. */
function ColumnTable({ table, importing }: { readonly table: OpenTable; readonly importing: TableImport }) {
  const dimensions = useDimensions().map(({ field }) => field);
  const choices = columnChoices(dimensions, useFieldWords());
  const options = [
    { value: LEFT_OUT, label: t`Leave out` },
    ...choices.map(({ value, label }) => ({ value, label })),
  ];
  const used = importing.columns.filter((target) => target !== null).length;
  return (
    <section className={classes.columns} aria-label={t`Columns`}>
      <table className={classes.table}>
        <caption className={classes.caption}>
          {t`${{ used: formatNumber(used) }} of ${{ all: formatNumber(table.columns.length) }} columns are read`}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t`Column`}</th>
            <th scope="col">{t`First value`}</th>
            <th scope="col">{t`What it is`}</th>
          </tr>
        </thead>
        <tbody>
          {table.columns.map(({ heading, sample, readOnly }, at) => {
            const name = heading === '' ? t`Column ${{ number: formatNumber(at + 1) }}` : heading;
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns stay in their order, and two may have one heading
              <tr key={at}>
                <th scope="row">{name}</th>
                <td className={classes.sample}>{sample}</td>
                <td>
                  {readOnly ? (
                    <span className={classes.quiet}>{t`To be read only`}</span>
                  ) : (
                    <NativeSelect
                      size="xs"
                      data-autofocus={at === 0 || undefined}
                      aria-label={t`What the column ${{ name }} is`}
                      data={options}
                      value={choiceOf(importing.columns[at] ?? null)}
                      onChange={(event) => {
                        const chosen = choices.find(({ value }) => value === event.currentTarget.value);
                        importing.setColumn(at, chosen?.target ?? null);
                      }}
                    />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

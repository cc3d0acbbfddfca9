import { plural, t } from '@lingui/core/macro';
import type { Imported } from '../../../contract/metadata.ts';
import { fieldLabel } from '../../../words/fields.ts';
import { say } from '../../../words/say.ts';
import { useFieldWords } from '../../base/use-taxonomy.ts';
import { formatNumber } from '../../ui/format.ts';
import classes from './metadata.module.css';

/** How many changes and failures are listed; a table of thousands is judged by its first ones and by the counts. */
const SHOWN = 100;

/** What a table would do: how many assets it changes, which fields how, which rows don't fit and why. */
export function ImportPreview({ effect }: { readonly effect: Imported | undefined }) {
  if (effect === undefined) return <p className={classes.quiet}>{t`Reading the table…`}</p>;
  const { changed, unchanged, failed, failedRows, examples } = effect;
  return (
    <>
      <p className={classes.summary} role="status">
        {[
          plural(changed.length, { one: '# asset will change.', other: '# assets will change.' }),
          ...(unchanged.length > 0
            ? [
                plural(unchanged.length, {
                  one: '# is like this already.',
                  other: '# are like this already.',
                }),
              ]
            : []),
          ...(failedRows > 0
            ? [plural(failedRows, { one: '# row does not fit.', other: '# rows don’t fit.' })]
            : []),
        ].join(' ')}
      </p>
      {failed.length > 0 && <FailedRows failed={failed} />}
      {examples.length > 0 && <Changes examples={examples} />}
    </>
  );
}

function FailedRows({ failed }: Pick<Imported, 'failed'>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys
    <section className={classes.failed} aria-label={t`Rows that don’t fit`} tabIndex={0}>
      <ul>
        {failed.slice(0, SHOWN).map(({ row, column, says }) => (
          <li key={`${row} ${column}`}>
            <b>
              {column === ''
                ? t`Row ${{ row: formatNumber(row) }}`
                : t`Row ${{ row: formatNumber(row) }}, ${{ column }}`}
            </b>{' '}
            {say(says)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Changes({ examples }: Pick<Imported, 'examples'>) {
  const told = useFieldWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys
    <section className={classes.examples} aria-label={t`Changes`} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t`Asset`}</th>
            <th scope="col">{t`Field`}</th>
            <th scope="col">{t`Before`}</th>
            <th scope="col">{t`After`}</th>
          </tr>
        </thead>
        <tbody>
          {examples.slice(0, SHOWN).map(({ row, title, field, before, after }) => (
            <tr key={`${row} ${field}`}>
              <td>{title}</td>
              <td>{field === 'variant' ? t`Language version of` : fieldLabel(told(field))}</td>
              <td className={classes.before}>{before}</td>
              <td>{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

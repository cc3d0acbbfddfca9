import { t } from '@lingui/core/macro';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconTrash, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { GoldenRow, GoldenRun } from '../../../contract/search-quality.ts';
import { answerTitle } from '../../../words/search-quality.ts';
import { ExportButton } from '../../base/export-csv.tsx';
import { useSession } from '../../base/use-session.ts';
import { useTermNames } from '../../base/use-taxonomy.ts';
import boxed from '../../ui/boxed-table.module.css';
import { formatNumber } from '../../ui/format.ts';
import { InsightsSection } from '../../ui/insights-section.tsx';
import { Pill } from '../../ui/pill.tsx';
import classes from '../../ui/report.module.css';
import { formatMrr } from './search-cards.tsx';
import styles from './search-quality.module.css';
import { removeAnswer, retireGolden } from './use-golden.ts';

/** How good a place is: the first is, the first page will do, further down hardly anybody looks. */
function toneOf(place: number | null): 'good' | 'plain' | 'warn' | 'bad' {
  if (place === null) return 'bad';
  return place === 1 ? 'good' : place <= 5 ? 'plain' : 'warn';
}

function Answers({ row, editable }: { readonly row: GoldenRow; readonly editable: boolean }) {
  return (
    <ul className={styles.answers} aria-label={t`Right answers to “${{ query: row.query }}”`}>
      {row.answers.map(({ asset, title: own, place }) => {
        const title = answerTitle(own);
        return (
          <li key={asset} className={styles.answer}>
            <Pill tone={toneOf(place)} title={t`Current place in the results`}>
              {place === null ? t`Not found` : t`No. ${place}`}
            </Pill>
            <Link className={styles.asset} to="/asset/$assetId" params={{ assetId: asset }} title={title}>
              {title}
            </Link>
            {editable && (
              <Tooltip label={t`Not a right answer`}>
                <ActionIcon
                  size={24}
                  aria-label={t`${title} is not a right answer to “${{ query: row.query }}”`}
                  onClick={() => void removeAnswer(row, asset)}
                >
                  <IconX size={14} aria-hidden />
                </ActionIcon>
              </Tooltip>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Query({ row, editable }: { readonly row: GoldenRow; readonly editable: boolean }) {
  const names = useTermNames();
  const { stage, persona } = row.context;
  const call = [
    ...(stage === undefined ? [] : [names.stage(stage)]),
    ...(persona === undefined ? [] : [names.persona(persona)]),
  ].join(' · ');
  return (
    <tr>
      <th scope="row" className={styles.query}>
        <Link to="/library" search={{ q: row.query }}>
          {row.query}
        </Link>
        <span className={styles.call}>{call === '' ? t`Any call` : t`For ${call}`}</span>
      </th>
      <td>
        <Answers row={row} editable={editable} />
      </td>
      <td className={styles.number}>{formatMrr(row.reciprocal)}</td>
      <td className={styles.number}>{formatNumber(row.results)}</td>
      <td>
        {editable && (
          <Tooltip label={t`Remove`}>
            <ActionIcon aria-label={t`Remove ${{ query: row.query }}`} onClick={() => void retireGolden(row)}>
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
      </td>
    </tr>
  );
}

/** Searches with the assets that they ought to find, and where these stand now. */
export function GoldenQueries({ run, days }: { readonly run: GoldenRun; readonly days: number }) {
  const { can } = useSession();
  const editable = can['define-terms'];
  const text = t`Each search with its right answers and where they rank now. Checked again whenever something changes.`;
  return (
    <InsightsSection
      id="golden"
      title={t`Golden queries`}
      text={text}
      action={run.rows.length > 0 && <ExportButton table="golden" days={days} />}
    >
      {run.rows.length === 0 ? (
        <p className={classes.quiet}>
          {editable
            ? t`None yet. Search in the library, open the menu of a result and choose ‘Right answer’: you’ll see here where it ranks.`
            : t`None yet. A content lead can add one from the menu of a result.`}
        </p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
        <section className={boxed.box} aria-label={t`Table of golden queries`} tabIndex={0}>
          <table className={`${boxed.table} ${styles.table}`} aria-label={t`Golden queries`}>
            <thead>
              <tr>
                <th scope="col">{t`Search`}</th>
                <th scope="col">{t`Right answers and their rank`}</th>
                <th scope="col" className={styles.number}>{t`1 / place`}</th>
                <th scope="col" className={styles.number}>{t`Results`}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {run.rows.map((row) => (
                <Query key={row.id} row={row} editable={editable} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </InsightsSection>
  );
}

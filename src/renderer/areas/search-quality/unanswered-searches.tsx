import { plural, t } from '@lingui/core/macro';
import { Button, Switch } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Unanswered } from '../../../contract/finding.ts';
import type { SearchWords } from '../../../shared/vocabulary/people.ts';
import { ExportButton } from '../../base/export-csv.tsx';
import { SortableTable, type TableColumn } from '../../base/sortable-table.tsx';
import { useSession } from '../../base/use-session.ts';
import { type TermNames, useTermNames } from '../../base/use-taxonomy.ts';
import { formatNumber } from '../../ui/format.ts';
import { InsightsSection } from '../../ui/insights-section.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import classes from '../../ui/report.module.css';
import { openRequestDrawer } from '../requests/request-drawer-state.ts';
import styles from './search-quality.module.css';
import { shareWords } from './use-search-quality.ts';

type Row = Unanswered & { readonly now: number; readonly request?: string | undefined };

type Props = {
  readonly rows: readonly Row[];
  readonly from: 'shared' | 'device';
  /** Searches by reps in the period, and how many of them found nothing without their words being shared. */
  readonly searches: number;
  readonly hidden: number;
  readonly days: number;
  readonly policy: SearchWords;
};

/** What can be done about words that found nothing. */
function Next({ row }: { readonly row: Row }) {
  if (row.request !== undefined) {
    return <Link to="/requests/$requestId" params={{ requestId: row.request }}>{t`See the request`}</Link>;
  }
  if (row.now > 0) {
    return (
      <Link
        to="/library"
        search={{ q: row.words }}
      >{t`Finds ${plural(row.now, { one: '# asset', other: '# assets' })} now`}</Link>
    );
  }
  const ask = (): void =>
    openRequestDrawer({
      title: row.words,
      ...(row.stage === undefined ? {} : { stage: row.stage }),
      ...(row.persona === undefined ? {} : { persona: row.persona }),
    });
  return (
    <Button
      size="compact-sm"
      variant="light"
      aria-label={t`Make a request for “${{ words: row.words }}”`}
      onClick={ask}
    >{t`Make a request`}</Button>
  );
}

function columnsOf(names: TermNames): readonly TableColumn<Row>[] {
  const callOf = ({ stage, persona }: Row): string =>
    [stage === undefined ? [] : names.stage(stage), persona === undefined ? [] : names.persona(persona)]
      .flat()
      .join(' · ');
  return [
    {
      key: 'words',
      label: t`Search terms`,
      track: 'minmax(160px, 2fr)',
      sortBy: (row) => row.words,
      show: (row) => (
        <Link to="/library" search={{ q: row.words }} title={row.words}>
          {row.words}
        </Link>
      ),
    },
    {
      key: 'times',
      label: t`Searches`,
      track: '84px',
      end: true,
      sortBy: (row) => row.times,
      show: (row) => formatNumber(row.times),
    },
    {
      key: 'call',
      label: t`Mostly for`,
      track: 'minmax(120px, 1fr)',
      sortBy: (row) => callOf(row) || null,
      show: (row) => callOf(row) || '–',
    },
    {
      key: 'last',
      label: t`Last`,
      track: '120px',
      sortBy: (row) => row.lastAt,
      show: (row) => <RelativeTime at={row.lastAt} />,
    },
    {
      key: 'next',
      label: t`What to do`,
      track: '150px',
      sortBy: (row) => (row.request !== undefined ? 2 : row.now > 0 ? 1 : 0),
      show: (row) => <Next row={row} />,
    },
  ];
}

/** Whether the words of searches are shared, decided by the lead. */
function Sharing({ policy }: Pick<Props, 'policy'>) {
  const { can } = useSession();
  return (
    <Switch
      className={styles.sharing ?? ''}
      label={t`Share search terms with marketers and leads`}
      description={
        policy === 'words'
          ? t`On: from now on, what anyone in this hub searches for is recorded with their name. Turn it off to keep search terms on each device again.`
          : t`Off: search terms stay on the device where they were typed; the hub only learns how many results there were and what was opened.`
      }
      checked={policy === 'words'}
      disabled={!can['manage-members']}
      onChange={(event) => void shareWords(event.currentTarget.checked)}
    />
  );
}

/** What stands where no words can be listed, or beside them: a search that failed is never passed over. */
export function hiddenWords({ rows, hidden, searches }: Pick<Props, 'rows' | 'hidden' | 'searches'>): string {
  if (hidden > 0) {
    return rows.length > 0
      ? t`${plural(hidden, { one: '# more search', other: '# more searches' })} by reps found nothing. The search terms are not shared.`
      : t`${plural(hidden, { one: '# search', other: '# searches' })} by reps found nothing. The search terms are not shared.`;
  }
  if (rows.length > 0) return '';
  return searches === 0 ? t`No rep has searched in this period.` : t`Every search found something.`;
}

/** Words that found nothing, each the start of a request. */
export function UnansweredSearches({ rows, from, searches, hidden, days, policy }: Props) {
  const names = useTermNames();
  const said = hiddenWords({ rows, hidden, searches });
  return (
    <InsightsSection
      id="unanswered"
      title={t`Searches without an answer`}
      text={
        from === 'shared'
          ? t`What reps searched for and did not find, most often first.`
          : rows.length > 0
            ? t`These were typed on this device; other people’s search terms are not shared.`
            : ''
      }
      action={rows.length > 0 && <ExportButton table="unanswered" days={days} />}
    >
      {said !== '' && <p className={classes.quiet}>{said}</p>}
      {rows.length > 0 && (
        <SortableTable
          label={t`Searches without an answer`}
          name="insights-unanswered"
          rows={rows}
          columns={columnsOf(names)}
          first={{ key: 'times', descending: true }}
          idOf={(row) => row.words}
          minWidth={680}
        />
      )}
      <Sharing policy={policy} />
    </InsightsSection>
  );
}

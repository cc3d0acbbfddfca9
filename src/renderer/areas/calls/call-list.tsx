import { plural, t } from '@lingui/core/macro';
import { Link } from '@tanstack/react-router';
import type { CallSummary } from '../../../contract/calls.ts';
import { useTermNames } from '../../base/use-taxonomy.ts';
import { formatDate, formatDateTime, formatTime } from '../../ui/format.ts';
import { Note } from '../../ui/note.tsx';
import { useNow } from '../../ui/relative-time.tsx';
import { daysOf } from './call-days.ts';
import styles from './calls.module.css';

/** Calls in order of time: today’s, tomorrow’s, those of later days; what is over lies folded below. */
export function CallList({ calls }: { readonly calls: readonly CallSummary[] }) {
  const { ahead, earlier } = daysOf(calls, useNow());
  return (
    <>
      {ahead.length === 0 && (
        <Note>
          {calls.length === 0
            ? t`No calls yet. Prepare one: Kitbag chooses the documents and checks that they are ready.`
            : t`No calls ahead.`}
        </Note>
      )}
      {ahead.map(({ day, calls: ofDay }) => (
        <section key={day} aria-label={day}>
          <h3 className={styles.day}>{day}</h3>
          <Rows calls={ofDay} label={formatTime} />
        </section>
      ))}
      {earlier.length > 0 && (
        <details className={styles.earlier}>
          <summary>{t`Earlier`}</summary>
          <Rows calls={earlier} label={formatDate} />
        </details>
      )}
    </>
  );
}

type RowsProps = { readonly calls: readonly CallSummary[]; readonly label: (at: number) => string };

function Rows({ calls, label }: RowsProps) {
  return (
    <ul className={styles.rows}>
      {calls.map((call) => (
        <li key={call.id}>
          <Link className={styles.row} to="/calls/$callId" params={{ callId: call.id }} draggable={false}>
            <time
              className={styles.time}
              dateTime={new Date(call.at).toISOString()}
              title={formatDateTime(call.at)}
            >
              {label(call.at)}
            </time>
            <span className={styles.title}>{call.title}</span>
            <CallFacts call={call} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** `Harborline · Decision · CFO · 6 documents` */
function CallFacts({ call: { account, stage, personas, items } }: { readonly call: CallSummary }) {
  const names = useTermNames();
  const facts = [
    ...(account === '' ? [] : [account]),
    ...(stage === null ? [] : [names.stage(stage)]),
    ...personas.map((persona) => names.persona(persona)),
    plural(items, { one: '# document', other: '# documents' }),
  ];
  return <span className={styles.facts}>{facts.join(' · ')}</span>;
}

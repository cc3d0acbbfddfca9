import { plural, t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type {
  CallDetail,
  FlightCheck,
  FlightItem,
  FlightTrouble,
  PackItem,
} from '../../../contract/calls.ts';
import { say } from '../../../words/say.ts';
import { ErrorState } from '../../base/error-state.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import styles from './calls.module.css';
import { mend, type useFlightCheck } from './use-calls.ts';

type Props = { readonly call: CallDetail; readonly check: ReturnType<typeof useFlightCheck> };

/** Whether the pack is ready; of each item that is not, why, and the one action that mends it. */
export function FlightPanel({ call, check }: Props) {
  return (
    <section aria-label={t`Flight check`}>
      <h2 className={styles.heading}>{t`Flight check`}</h2>
      {check.isError ? (
        <ErrorState error={check.error} onRetry={() => void check.refetch()} />
      ) : check.data === undefined ? (
        <LoadingRows count={2} />
      ) : (
        <Verdict call={call} check={check.data} />
      )}
    </section>
  );
}

function Verdict({
  call,
  check: { ready, items },
}: {
  readonly call: CallDetail;
  readonly check: FlightCheck;
}) {
  const good = items.filter(({ ok }) => ok).length;
  const troubled = items.filter(({ ok }) => !ok);
  return (
    <>
      <p className={styles.verdict} data-ready={ready} role="status">
        {ready ? <IconCircleCheck size={18} aria-hidden /> : <IconAlertTriangle size={18} aria-hidden />}
        {ready
          ? t`Ready: ${{ good }} of ${{ count: items.length }}`
          : items.length === 0
            ? t`Nothing in the pack yet`
            : t`Not ready: ${{ good }} of ${{ count: items.length }}`}
      </p>
      {ready ? (
        <p className={styles.quiet}>
          {plural(items.length, {
            one: 'On this device, current, not expired, and customers may see it.',
            other: 'All on this device, current, not expired, and customers may see them.',
          })}
        </p>
      ) : (
        <ul className={styles.rows} aria-label={t`What isn’t ready`}>
          {troubled.map((item, index) => (
            <Trouble key={item.asset} call={call} item={item} first={index === 0} />
          ))}
        </ul>
      )}
    </>
  );
}

type TroubleProps = { readonly call: CallDetail; readonly item: FlightItem; readonly first: boolean };

function Trouble({ call, item, first }: TroubleProps) {
  const [worst] = item.problems;
  const packed = call.pack.find(({ id }) => id === item.asset);
  return (
    <li className={styles.trouble}>
      <strong>{item.title}</strong>
      {item.problems.map(({ code, says }) => (
        <span key={code}>{say(says)}</span>
      ))}
      {worst !== undefined && packed !== undefined && (
        <Button
          size="compact-sm"
          variant={first ? 'filled' : 'default'}
          {...(first && { title: t`Fix it (F)` })}
          onClick={() => void mend(call, packed, worst)}
        >
          {fixWords(worst)}
        </Button>
      )}
    </li>
  );
}

/** The first item that is not ready, with what mends it. */
export function firstTrouble(
  call: CallDetail,
  check: FlightCheck | undefined,
): { readonly item: PackItem; readonly trouble: FlightTrouble } | undefined {
  const found = check?.items.find(({ ok }) => !ok);
  const [trouble] = found?.problems ?? [];
  const item = call.pack.find(({ id }) => id === found?.asset);
  return trouble === undefined || item === undefined ? undefined : { item, trouble };
}

function fixWords({ fix, instead }: FlightTrouble): string {
  switch (fix) {
    case 'fetch':
      return t`Download the file`;
    case 'use-current':
      return t`Use the current version`;
    case 'replace':
      return t`Use “${{ title: instead?.title ?? '' }}”`;
    case 'remove':
      return t`Remove it`;
  }
}

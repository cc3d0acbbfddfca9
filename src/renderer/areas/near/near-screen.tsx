import { plural, t } from '@lingui/core/macro';
import { Anchor, Button, SegmentedControl } from '@mantine/core';
import { IconCopyCheck, IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { routes } from '../../base/addresses.ts';
import { ErrorState } from '../../base/error-state.tsx';
import { useSession } from '../../base/use-session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatNumber } from '../../ui/format.ts';
import { KeyCaps } from '../../ui/keys/key-caps.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import styles from './near.module.css';
import { NearLook } from './near-look.tsx';
import { NearPairs } from './near-pairs.tsx';
import { keyOf, PARTS, type Part, useNear } from './use-near.ts';

/** Assets that are the same, or nearly: looked at side by side, merged, or told apart. */
export function NearScreen() {
  const { can } = useSession();
  if (can.publish) return <NearDesk />;
  return (
    <Screen title={t`Duplicates`} ready>
      <EmptyState
        icon={IconLock}
        title={t`Marketers and leads merge duplicates`}
        text={t`If you see the same document twice, tell the people who publish: rate it, and say so in a comment.`}
      />
    </Screen>
  );
}

function NearDesk() {
  const { of } = routes['/duplicates'].useSearch();
  const [part, setPart] = useState<Part>('whole');
  const [selected, setSelected] = useState(0);
  const [looking, setLooking] = useState(false);
  const near = useNear(part, of);
  const { query, pairs, total, working } = near;
  if (query.isError) {
    return (
      <Screen title={t`Duplicates`} ready>
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      </Screen>
    );
  }
  if (query.data === undefined) return <Loading />;
  const pair = pairs[Math.min(selected, pairs.length - 1)];
  const choose = (next: Part): void => {
    setPart(next);
    setSelected(0);
  };
  const isEmpty = pairs.length === 0 && working === undefined;
  return (
    <Screen
      title={t`Duplicates`}
      ready={working === undefined || pairs.length > 0}
      fill
      actions={<Parts part={part} total={total} onPart={choose} />}
    >
      <div className={styles.desk}>
        <div className={styles.main}>
          <Working working={working} />
          {of !== undefined && <OfChosen count={of.length} />}
          {isEmpty ? (
            <Nothing
              part={part}
              chosen={of !== undefined}
              others={part === 'whole' ? total.pages : total.whole}
              onOther={choose}
            />
          ) : (
            <Found
              near={near}
              part={part}
              selected={selected}
              onSelect={setSelected}
              looking={looking}
              onLook={setLooking}
            />
          )}
        </div>
        {looking && pair !== undefined ? (
          <NearLook key={keyOf(pair)} pair={pair} onClose={() => setLooking(false)} />
        ) : null}
      </div>
    </Screen>
  );
}

function Loading() {
  return (
    <Screen title={t`Duplicates`} ready={false}>
      <LoadingRows count={6} picture />
    </Screen>
  );
}

type FoundProps = {
  readonly near: ReturnType<typeof useNear>;
  readonly part: Part;
  readonly selected: number;
  readonly onSelect: (index: number) => void;
  readonly looking: boolean;
  readonly onLook: (looking: boolean) => void;
};

function Found({ near, part, selected, onSelect, looking, onLook }: FoundProps) {
  const { pairs, total } = near;
  return (
    <>
      <Hints part={part} />
      <NearPairs
        pairs={pairs}
        part={part}
        selected={Math.min(selected, pairs.length - 1)}
        onSelect={onSelect}
        onSwap={near.swap}
        onLook={() => onLook(!looking)}
        onCloseLook={looking ? () => onLook(false) : null}
      />
      {pairs.length < total[part] ? (
        <Button variant="default" className={styles.more} onClick={near.more}>{t`Show more`}</Button>
      ) : null}
    </>
  );
}

const PART_NAMES: Readonly<Record<Part, (count: string) => string>> = {
  whole: (count) => t`Duplicates (${count})`,
  pages: (count) => t`Shared pages (${count})`,
};

function Parts({
  part,
  total,
  onPart,
}: {
  readonly part: Part;
  readonly total: Readonly<Record<Part, number>>;
  readonly onPart: (part: Part) => void;
}) {
  return (
    <SegmentedControl
      size="xs"
      aria-label={t`What is shown`}
      value={part}
      data={PARTS.map((one) => ({ value: one, label: PART_NAMES[one](formatNumber(total[one])) }))}
      onChange={(value) => onPart(PARTS.find((one) => one === value) ?? 'whole')}
    />
  );
}

/** That these are only the pairs of what was selected, and the way to all of them. */
function OfChosen({ count }: { readonly count: number }) {
  return (
    <p className={styles.hints}>
      {plural(count, { one: 'Of the # selected asset.', other: 'Of the # selected assets.' })}{' '}
      <Anchor component={Link} to="/duplicates" size="sm">{t`Show all duplicates`}</Anchor>
    </p>
  );
}

function Working({ working }: { readonly working: ReturnType<typeof useNear>['working'] }) {
  if (working === undefined) return <p role="status" className={styles.hidden} />;
  return (
    <p role="status" className={styles.working}>
      {working.total === 0
        ? t`Comparing the pages of all assets…`
        : t`Reading ${{ done: formatNumber(working.done) }} of ${{ total: formatNumber(working.total) }} assets…`}
    </p>
  );
}

function Hints({ part }: { readonly part: Part }) {
  return (
    <p className={styles.hints}>
      {part === 'whole' ? (
        <>
          <KeyCaps keys="m" /> {t`merge`} · <KeyCaps keys="s" /> {t`keep the other one`} ·{' '}
        </>
      ) : null}
      <KeyCaps keys="n" /> {t`not the same`} · <KeyCaps keys="Space" /> {t`look`} · <KeyCaps keys="Enter" />{' '}
      {t`open`}
    </p>
  );
}

function Nothing({
  part,
  chosen,
  others,
  onOther,
}: {
  readonly part: Part;
  /** Of what was selected only. */
  readonly chosen: boolean;
  readonly others: number;
  readonly onOther: (part: Part) => void;
}) {
  const other = part === 'whole' ? 'pages' : 'whole';
  return (
    <div className={styles.nothing}>
      <EmptyState
        icon={IconCopyCheck}
        title={part === 'whole' ? t`No duplicates` : t`No shared pages`}
        text={
          chosen
            ? t`What you selected has nothing in common with other assets here.`
            : part === 'whole'
              ? t`Every asset in the library is one of its own. New files are compared as they come in.`
              : t`No two assets have pages in common.`
        }
        action={
          others > 0 ? (
            <Button variant="default" onClick={() => onOther(other)}>
              {other === 'pages' ? t`Show shared pages` : t`Show duplicates`}
            </Button>
          ) : undefined
        }
      />
    </div>
  );
}

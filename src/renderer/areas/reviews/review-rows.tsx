import { plural, t } from '@lingui/core/macro';
import { Link } from '@tanstack/react-router';
import { memo, useCallback, useEffect, useRef } from 'react';
import { CareMarks } from '../../ui/asset-badges.tsx';
import { CheckBox } from '../../ui/check-box.tsx';
import { Pill } from '../../ui/pill.tsx';
import { AssetThumbnail } from '../../ui/thumbnail.tsx';
import { useLatest } from '../../ui/use-same.ts';
import { isPressing, whyReview } from '../assets/review-words.ts';
import styles from './reviews.module.css';
import type { Desk, DeskRow } from './use-desk.ts';

/** The rows of the desk: what is to be reviewed, and below what could be put away. */
export function ReviewRows({ desk }: { readonly desk: Desk }) {
  const { rows } = desk;
  const lists = useRef<HTMLDivElement>(null);
  // Whoever comes here means the list: its keys work at once, unless somebody is typing elsewhere.
  useEffect(() => {
    const { activeElement } = document;
    if (activeElement instanceof HTMLInputElement && activeElement.value !== '') return;
    lists.current?.querySelector<HTMLElement>('[data-chosen] [data-review-row]')?.focus();
  }, []);
  const forgotten = rows.findIndex(({ section }) => section === 'forgotten');
  const split = forgotten < 0 ? rows.length : forgotten;
  const latest = useLatest(desk);
  const choose = useCallback<Desk['choose']>((at, how) => latest.current.choose(at, how), [latest]);
  const rowOf = (row: DeskRow, index: number): RowProps => ({
    ...{ row, index, choose },
    isChosen: index === desk.at,
    isPicked: desk.picked.has(row.asset.id),
  });
  return (
    <div ref={lists}>
      {split > 0 && (
        <ul className={styles.rows} aria-label={t`To review`}>
          {rows.slice(0, split).map((row, index) => (
            <Row key={row.asset.id} {...rowOf(row, index)} />
          ))}
        </ul>
      )}
      {split < rows.length && (
        <section aria-label={t`Could be archived`}>
          <h2 className={`${styles.heading} ${styles.inset}`}>{t`Could be archived`}</h2>
          <p className={styles.more}>{t`Not verified and not used for half a year.`}</p>
          <ul className={styles.rows}>
            {rows.slice(split).map((row, index) => (
              <Row key={row.asset.id} {...rowOf(row, split + index)} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

type RowProps = {
  readonly row: DeskRow;
  readonly index: number;
  readonly isChosen: boolean;
  readonly isPicked: boolean;
  readonly choose: Desk['choose'];
};

/** One row; drawn again only where something of it has changed: of a thousand a key changes two. */
const Row = memo(function Row({ row, index, isChosen, isPicked, choose }: RowProps) {
  const { asset } = row;
  const link = useRef<HTMLAnchorElement>(null);
  // The keyboard goes along with the row that is chosen; what is above it may just have been dealt with.
  useEffect(() => {
    if (!isChosen) return;
    const { activeElement } = document;
    const isFree = activeElement === null || activeElement === document.body || isOfRow(activeElement);
    if (isFree || activeElement.matches('[data-screen]')) link.current?.focus({ preventScroll: true });
    link.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the screen handles the keys; the click only chooses
    <li
      className={styles.row}
      data-chosen={isChosen || undefined}
      onClick={(event) => {
        if (event.target instanceof HTMLInputElement) return;
        choose(index, event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : undefined);
      }}
    >
      <CheckBox
        aria-label={t`Select ${{ title: asset.title }}`}
        tabIndex={isChosen ? 0 : -1}
        checked={isPicked}
        onChange={() => choose(index, 'toggle')}
      />
      <AssetThumbnail version={asset.version} title="" width={48} />
      <span className={styles.words}>
        <Link
          ref={link}
          className={styles.title}
          to="/asset/$assetId"
          params={{ assetId: asset.id }}
          tabIndex={isChosen ? 0 : -1}
          data-review-row
          draggable={false}
          onClick={(event) => {
            if (event.shiftKey || event.ctrlKey || event.metaKey) event.preventDefault();
          }}
        >
          {asset.title}
        </Link>
        <span className={styles.facts}>
          {row.section === 'reviews' && (
            <Pill tone={isPressing(row) ? 'warn' : 'plain'}>{whyReview(row)}</Pill>
          )}
          <CareMarks asset={asset} />
        </span>
      </span>
      <Who asset={asset} />
    </li>
  );
});

function isOfRow(element: Element): boolean {
  return element.matches('[data-review-row]');
}

/** Who answers for it, and how much it is used. */
function Who({ asset: { verifier, owner, uses } }: Pick<DeskRow, 'asset'>) {
  return (
    <span className={styles.who}>
      <span>{verifier?.name ?? owner?.name ?? t`Nobody`}</span>
      <span className={styles.uses}>
        {uses === 0 ? t`Not used yet` : plural(uses, { one: 'Used # time', other: 'Used # times' })}
      </span>
    </span>
  );
}

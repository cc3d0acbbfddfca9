import { Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import type { Hit } from '../../../contract/search.ts';
import { useTermNames } from '../../app/use-taxonomy.ts';
import { AssetBadges } from '../../ui/asset-badges.tsx';
import { kindName, pageWord } from '../../ui/document-kind.tsx';
import { MarkedText } from '../../ui/marked-text.tsx';
import { plural } from '../../ui/plural.ts';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { UsefulnessMeter } from '../../ui/usefulness-meter.tsx';
import { AwayMark } from '../offline/away-mark.tsx';
import { FreshMark } from '../saved-searches/fresh-mark.tsx';
import { WhyButton } from '../why/why-button.tsx';
import styles from './hit-row.module.css';
import { PageThumbnail } from './page-thumbnail.tsx';
import { RowMenu } from './row-menu.tsx';

type Props = {
  readonly hit: Hit;
  readonly query: string;
  /** The query as it was typed, where its spelling was mended. */
  readonly typed: string;
  readonly selected: boolean;
  /** Null where one can't pick rows. */
  readonly picked: boolean | null;
  readonly onPick: (range: boolean) => void;
  readonly onSelect: () => void;
  /** Told before a link of the row is followed. */
  readonly onOpen: () => void;
};

/** Where a hit opens: its best page with the words to mark. */
export function openingOf(hit: Hit, query: string, page = hit.pages[0]?.page): { page?: number; q?: string } {
  return {
    ...(page === undefined ? {} : { page }),
    ...(query.trim() === '' ? {} : { q: query }),
  };
}

function PageLines({ hit, query, selected, onOpen }: Pick<Props, 'hit' | 'query' | 'selected' | 'onOpen'>) {
  if (hit.pages.length === 0) return null;
  const word = pageWord(hit.asset.version.kind);
  return (
    <ul className={styles.pages} aria-label={`Matching ${word}s`}>
      {hit.pages.slice(0, 3).map((page) => (
        <li key={page.page}>
          <Link
            className={styles.page}
            to="/asset/$assetId"
            params={{ assetId: hit.asset.id }}
            search={openingOf(hit, query, page.page)}
            tabIndex={selected ? 0 : -1}
            title={page.label}
            draggable={false}
            onClick={onOpen}
          >
            <span className={styles.label}>p. {page.page}</span>{' '}
            <span className={styles.snippet}>
              <MarkedText parts={page.snippet} />
            </span>
          </Link>
        </li>
      ))}
      {hit.morePages > 0 && <li className={styles.more}>+ {plural(hit.morePages, `more ${word}`)}</li>}
    </ul>
  );
}

/** A result: what it is, how good it is, and the pages that match, each of which opens there. */
export function HitRow({ hit, query, typed, selected, picked, onPick, onSelect, onOpen }: Props) {
  const names = useTermNames();
  const { asset } = hit;
  const facts = [
    names.type(asset.type),
    asset.stages.map(names.stage).join(', '),
    asset.personas.length > 2
      ? plural(asset.personas.length, 'persona')
      : asset.personas.map(names.persona).join(', '),
    kindName(asset.version.kind),
  ].filter((fact) => fact !== '');
  const onClick = (event: MouseEvent): void => {
    if (picked !== null && event.shiftKey) onPick(true);
    onSelect();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list handles the keys; the click only selects, the links open
    // biome-ignore lint/a11y/noStaticElementInteractions: as above
    <div className={styles.row} {...(selected ? { 'data-selected': true } : {})} onClick={onClick}>
      {picked !== null && (
        <span className={styles.pick}>
          <Checkbox
            size="xs"
            aria-label={`Select ${asset.title}`}
            tabIndex={selected ? 0 : -1}
            checked={picked}
            onChange={() => onPick(false)}
          />
        </span>
      )}
      <PageThumbnail version={asset.version} page={hit.pages[0]?.page} />
      <div className={styles.words}>
        <div className={styles.top}>
          <Link
            className={styles.title}
            to="/asset/$assetId"
            params={{ assetId: asset.id }}
            search={openingOf(hit, query)}
            tabIndex={selected ? 0 : -1}
            data-row-title
            title={asset.title}
            draggable={false}
            onClick={onOpen}
          >
            <MarkedText parts={hit.title} />
          </Link>
          <UsefulnessMeter usefulness={asset.usefulness} />
          <WhyButton hit={hit} query={typed} focusable={selected} />
          <RowMenu hit={hit} query={query} focusable={selected} />
        </div>
        <div className={styles.facts}>
          <span>{facts.join(' · ')}</span>
          <RelativeTime at={asset.updatedAt} />
          <FreshMark asset={asset.id} />
          <AwayMark version={asset.version} />
          <AssetBadges asset={asset} />
        </div>
        <PageLines hit={hit} query={query} selected={selected} onOpen={onOpen} />
      </div>
    </div>
  );
}

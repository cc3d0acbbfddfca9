import { t } from '@lingui/core/macro';
import { IconStack2 } from '@tabler/icons-react';
import { memo, useEffect, useState } from 'react';
import { pageUrl } from '../../../contract/shell-channels.ts';
import { CheckBox } from '../../ui/check-box.tsx';
import { drawsPages } from '../../ui/document-kind.tsx';
import { readOf } from '../../ui/edition-read.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { InternalMark } from '../../ui/internal-mark.tsx';
import { pageWords, shortPageName } from '../../ui/page-words.ts';
import { AssetThumbnail } from '../../ui/thumbnail.tsx';
import { togglePicked } from '../tray/tray-state.ts';
import styles from './gallery.module.css';
import type { GalleryCell } from './gallery-cells.ts';
import { HitLink } from './hit-link.tsx';

type Props = {
  readonly cell: GalleryCell;
  readonly words: readonly string[];
  /** In pixels. */
  readonly place: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly index: number;
  readonly count: number;
  readonly chosen: boolean;
  /** It lies in the tray. */
  readonly picked: boolean;
  /** Every page of its document is shown. */
  readonly isWhole: boolean;
  readonly onOpen: (cell: GalleryCell) => void;
  readonly onOpenUp: (cell: GalleryCell) => void;
};

/** Widths in which pages are drawn: a few, so that a window of another size finds those that were drawn before. */
const WIDTHS = [480, 720, 960];
/** Milliseconds that a page is in sight before it is drawn: whoever scrolls past draws nothing. */
const RESTS_MS = 120;

/** A page: how it looks, with the words marked, and which it is. */
export const GalleryItem = memo(function GalleryItem(props: Props) {
  const { cell, place, index, count, chosen, picked, isWhole, onOpen, onOpenUp } = props;
  const { hit, page, label } = cell;
  const asset = readOf(hit);
  const { version, title } = asset;
  const pages = pageWords(version);
  const name = shortPageName(pages, page, label);
  const tabIndex = chosen ? 0 : -1;
  return (
    <li
      className={styles.cell}
      style={{ width: place.width, height: place.height, transform: `translate(${place.x}px, ${place.y}px)` }}
      aria-setsize={count}
      aria-posinset={index + 1}
      data-picked={picked || undefined}
    >
      <HitLink
        className={styles.link}
        asset={asset.id}
        page={page}
        title={title}
        tabIndex={tabIndex}
        data-cell={cell.key}
        onOpen={() => onOpen(cell)}
      >
        <PagePicture {...props} />
        <span className={styles.title}>{title}</span>
        <span className={styles.name}>{version.pageCount > 1 ? name : pages.count(1)}</span>
      </HitLink>
      <span className={styles.marks}>
        <InternalMark audience={asset.audience} />
      </span>
      <span className={styles.tools}>
        {version.pageCount > 1 && (
          <IconButton
            aria-label={isWhole ? t`Only the pages found in ${title}` : t`All pages of ${title}`}
            title={isWhole ? t`Only the pages found (P)` : t`All pages of the document (P)`}
            tabIndex={tabIndex}
            onClick={() => onOpenUp(cell)}
          >
            <IconStack2 size={16} aria-hidden />
          </IconButton>
        )}
        <CheckBox
          aria-label={t`${name} of ${title} in the tray`}
          title={t`Into the tray (Space)`}
          tabIndex={tabIndex}
          checked={picked}
          onChange={() => togglePicked({ asset: asset.id, version: version.id, page })}
        />
      </span>
    </li>
  );
});

function PagePicture({ cell: { hit, page }, words, place: { width } }: Props) {
  const { version } = readOf(hit);
  const rests = useRests();
  const [state, setState] = useState<'coming' | 'there' | 'none'>('coming');
  const dense = width * Math.min(2, window.devicePixelRatio);
  const drawn = WIDTHS.find((one) => one >= dense) ?? 960;
  const url = drawsPages(version) ? pageUrl(version.id, page, drawn, words.slice(0, 100)) : undefined;
  return (
    <span className={styles.stage}>
      {(state !== 'there' || url === undefined) && (page === 1 || state === 'none' || url === undefined) && (
        <AssetThumbnail version={version} title="" width={Math.min(width, 320)} />
      )}
      {url !== undefined && rests && state !== 'none' && (
        <img
          className={styles.picture}
          src={url}
          hidden={state !== 'there'}
          alt=""
          draggable={false}
          decoding="async"
          onLoad={() => setState('there')}
          onError={() => setState('none')}
        />
      )}
    </span>
  );
}

function useRests(): boolean {
  const [rests, setRests] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setRests(true), RESTS_MS);
    return () => clearTimeout(timer);
  }, []);
  return rests;
}

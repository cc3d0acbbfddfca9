import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { AssetVersion } from '../../../contract/assets.ts';
import type { Comparison } from '../../../contract/compare.ts';
import { pageUrl } from '../../../contract/shell-channels.ts';
import { drawsPages } from '../../ui/document-kind.tsx';
import { HiddenMark } from '../../ui/hidden-mark.tsx';
import { performKey } from '../../ui/keys/perform-key.ts';
import { AssetThumbnail } from '../../ui/thumbnail.tsx';
import styles from './compare.module.css';
import { changeWord, pageName } from './compare-words.ts';
import type { ShownPage } from './use-comparison.ts';

/** Pages that are listed at first, and how many more at a time. */
const STEP = 100;
/** In points; pictures are drawn twice as wide, for dense screens. */
const WIDTH = 72;

type Props = {
  readonly comparison: Comparison;
  readonly pages: readonly ShownPage[];
  readonly changes: number;
  readonly at: number;
  readonly onSelect: (at: number) => void;
};

/** The pages as pictures, those that changed first, each with what came and went. */
export function PageStrip({ comparison, pages, changes, at, onSelect }: Props) {
  const strip = useRef<HTMLElement>(null);
  const [most, setMost] = useState(STEP);
  const shown = pages.slice(0, Math.max(most, at + 1));
  useFocusFollows(strip, at);
  const onKeyDown = (event: KeyboardEvent): void => {
    performKey(event, 'list', {
      down: () => onSelect(at + 1),
      up: () => onSelect(at - 1),
      left: null,
      right: null,
      first: () => onSelect(0),
      last: () => onSelect(pages.length - 1),
    });
  };
  const item = (page: ShownPage, index: number) => (
    <StripPage
      key={page.key}
      comparison={comparison}
      page={page}
      index={index}
      selected={index === at}
      onSelect={() => onSelect(index)}
    />
  );
  return (
    <nav ref={strip} className={styles.strip} aria-label={t`Pages`} onKeyDown={onKeyDown}>
      {changes > 0 && (
        <>
          <h2 className={styles.heading}>{t`Changed (${{ count: changes }})`}</h2>
          <ol className={styles.list}>{shown.slice(0, changes).map(item)}</ol>
        </>
      )}
      {shown.length > changes && (
        <>
          <h2 className={styles.heading}>{t`Same (${{ count: pages.length - changes }})`}</h2>
          <ol className={styles.list}>
            {shown.slice(changes).map((page, index) => item(page, changes + index))}
          </ol>
        </>
      )}
      {shown.length < pages.length && (
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => setMost(most + STEP)}
        >{t`Show more`}</Button>
      )}
    </nav>
  );
}

/** The page that is looked at is in sight, and has the focus where the strip has it, or nobody. */
function useFocusFollows(strip: { readonly current: HTMLElement | null }, at: number): void {
  useEffect(() => {
    const button = strip.current?.querySelector<HTMLElement>(`[data-index="${at}"]`);
    button?.scrollIntoView({ block: 'nearest' });
    const { activeElement } = document;
    const isOurs = strip.current?.contains(activeElement) === true;
    if (isOurs || activeElement === document.body || activeElement?.matches('#main, [data-screen]'))
      button?.focus();
  }, [strip, at]);
}

type PageProps = {
  readonly comparison: Comparison;
  readonly page: ShownPage;
  readonly index: number;
  readonly selected: boolean;
  readonly onSelect: () => void;
};

function StripPage({ comparison: { from, to }, page, index, selected, onSelect }: PageProps) {
  const version: AssetVersion = page.to === undefined ? from : to;
  const number = page.to ?? page.from ?? 1;
  const drawn = drawsPages(version) ? pageUrl(version.id, number, 2 * WIDTH) : undefined;
  return (
    <li>
      <button
        type="button"
        className={styles.item}
        aria-current={selected ? 'true' : undefined}
        tabIndex={selected ? 0 : -1}
        data-index={index}
        data-change={page.change}
        onClick={onSelect}
      >
        {index < 2 * STEP ? <AssetThumbnail version={version} title="" width={WIDTH} drawn={drawn} /> : null}
        <span className={styles.itemWords}>
          <span className={styles.itemName}>{pageName(page, version)}</span>
          <span className={styles.change} data-change={page.change}>
            {changeWord(page)}
          </span>
          {page.hidden && <HiddenMark />}
        </span>
      </button>
    </li>
  );
}

import { t } from '@lingui/core/macro';
import { useState } from 'react';
import type { AssetVersion } from '../../../contract/assets.ts';
import type { Comparison, MarkedPage } from '../../../contract/compare.ts';
import { pageUrl } from '../../../contract/shell-channels.ts';
import { ErrorState } from '../../base/error-state.tsx';
import { drawsPages } from '../../ui/document-kind.tsx';
import { DocumentText } from '../../ui/document-text.tsx';
import { HiddenMark } from '../../ui/hidden-mark.tsx';
import { pageWords } from '../../ui/page-words.ts';
import styles from './compare.module.css';
import { PART_NAMES } from './compare-words.ts';
import { type ShownPage, useMarkedPage } from './use-comparison.ts';

/** In pixels: wide enough for a pane of a large window on a dense screen. */
const DRAWN_WIDTH = 900;
/** Words that are marked on a picture. */
const MOST_MARKED = 100;
const LONGEST_MARKED = 200;

/** A page in both versions, side by side: as it looks, and its words with what came and went. */
export function PagePanes({
  comparison,
  page,
}: {
  readonly comparison: Comparison;
  readonly page: ShownPage;
}) {
  const marked = useMarkedPage(comparison, page);
  const { from, to } = comparison;
  if (marked.isError) return <ErrorState error={marked.error} onRetry={() => void marked.refetch()} />;
  return (
    <div className={styles.panes}>
      <Pane
        version={from}
        number={page.from}
        marked={marked.data?.from}
        gone={t`Not in version ${{ number: from.number }}`}
        side="from"
      />
      <Pane
        version={to}
        number={page.to}
        marked={marked.data?.to}
        gone={t`Not in version ${{ number: to.number }}`}
        side="to"
      />
    </div>
  );
}

type PaneProps = {
  readonly version: AssetVersion;
  readonly number: number | undefined;
  readonly marked: MarkedPage | undefined;
  readonly gone: string;
  readonly side: 'from' | 'to';
};

function Pane({ version, number, marked, gone, side }: PaneProps) {
  const heading = t`Version ${{ number: version.number }}`;
  if (number === undefined) {
    return (
      <section className={styles.pane} aria-label={heading}>
        <p className={styles.gone}>{gone}</p>
      </section>
    );
  }
  const name = pageWords(version).name(number);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled with the keyboard
    <section className={styles.pane} aria-label={`${heading}, ${name}`} tabIndex={0}>
      <h2 className={styles.paneHead}>
        {heading} <span className={styles.quiet}>{name}</span> {marked?.hidden && <HiddenMark />}
      </h2>
      {drawsPages(version) && marked !== undefined && (
        <Picture version={version} number={number} words={wordsOnPicture(marked)} name={name} />
      )}
      {marked?.parts.map(({ part, pieces }) =>
        pieces.length === 0 ? null : (
          <div key={part} className={styles.part}>
            {part === 'hidden' && <HiddenMark />}
            {(part === 'notes' || part === 'aside') && (
              <h3 className={styles.partHead}>{PART_NAMES[part]}</h3>
            )}
            <p className={styles.text}>
              {pieces.map((piece, index) => (
                <Marked
                  // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity beyond their place
                  key={index}
                  changed={piece.changed === true}
                  side={side}
                  text={piece.text}
                />
              ))}
            </p>
          </div>
        ),
      )}
      {marked?.parts.length === 0 && <p className={styles.quiet}>{t`No words on this page`}</p>}
    </section>
  );
}

/** What came is underlined, what went is struck through: nobody has to tell colors apart. */
function Marked({
  changed,
  side,
  text,
}: {
  readonly changed: boolean;
  readonly side: 'from' | 'to';
  readonly text: string;
}) {
  if (!changed) return <DocumentText text={text} />;
  const Tag = side === 'to' ? 'ins' : 'del';
  return (
    <Tag className={styles[Tag]}>
      <DocumentText text={text} />
    </Tag>
  );
}

function Picture({
  version,
  number,
  words,
  name,
}: {
  readonly version: AssetVersion;
  readonly number: number;
  readonly words: readonly string[];
  readonly name: string;
}) {
  const [broken, setBroken] = useState(false);
  if (broken) return null;
  return (
    <img
      className={styles.picture}
      src={pageUrl(version.id, number, DRAWN_WIDTH, words)}
      alt={name}
      draggable={false}
      onError={() => setBroken(true)}
    />
  );
}

const WORD = /[\p{L}\p{N}]+/gu;

/** The words that can be marked on the page's picture: those of what changed that stand nowhere else on it. */
function wordsOnPicture({ parts }: MarkedPage): readonly string[] {
  const words = (changed: boolean): Set<string> =>
    new Set(
      parts
        .flatMap(({ pieces }) => pieces)
        .filter((piece) => (piece.changed === true) === changed)
        .flatMap(({ text }) => text.match(WORD) ?? []),
    );
  const stays = new Set([...words(false)].map((word) => word.toLowerCase()));
  return [...words(true)]
    .filter((word) => word.length <= LONGEST_MARKED && !stays.has(word.toLowerCase()))
    .slice(0, MOST_MARKED);
}

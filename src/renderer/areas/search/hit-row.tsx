import { plural, t } from '@lingui/core/macro';
import { IconArrowRight } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { memo, type MouseEvent as RowMouseEvent } from 'react';
import type { Hit } from '../../../contract/search.ts';
import { isRecognized } from '../../../shared/recognized-words.ts';
import { type TermNames, useTermNames } from '../../base/use-taxonomy.ts';
import { AssetBadges } from '../../ui/asset-badges.tsx';
import { CheckBox } from '../../ui/check-box.tsx';
import { kindName } from '../../ui/document-kind.tsx';
import { readOf } from '../../ui/edition-read.ts';
import { FoundMark } from '../../ui/hidden-mark.tsx';
import { MarkedText } from '../../ui/marked-text.tsx';
import { countedPageName, pageWords, shortPageName } from '../../ui/page-words.ts';
import { Pill } from '../../ui/pill.tsx';
import { RecognizedMark } from '../../ui/recognized-mark.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { UsefulnessMeter } from '../../ui/usefulness-meter.tsx';
import { alsoInWords, foundInWords } from '../../ui/variant-words.ts';
import { dragOut } from '../gate/take-out.ts';
import { AwayMark } from '../offline/away-mark.tsx';
import { HitLink } from './hit-link.tsx';
import styles from './hit-row.module.css';
import { PageThumbnail } from './page-thumbnail.tsx';
import { MOST_PAGES } from './row-height.ts';
import { RowMenu } from './row-menu.tsx';
import { WhyButton } from './why/why-button.tsx';

/** What a row asks of its list: the same functions for as long as the list stands, so that typing draws no row that stays as it is. */
export type RowActions = {
  /** The words of now: what is found by them may still be on its way. */
  readonly words: () => SearchedWords;
  readonly pick: (index: number, range: boolean) => void;
  /** A range of picked rows begins here from now on. */
  readonly from: (index: number) => void;
  readonly select: (index: number) => void;
  /** Opens a result, on its best page where no other is named. */
  readonly open: (index: number, page?: number) => void;
};

/** The words of a search, and as they were typed where their spelling was mended. */
export type SearchedWords = { readonly query: string; readonly typed: string };

type Props = {
  readonly hit: Hit;
  /** Its place in the list, from 0. */
  readonly index: number;
  readonly selected: boolean;
  /** New in the saved search that was opened. */
  readonly fresh: boolean;
  /** Null where one can't pick rows. */
  readonly picked: boolean;
  readonly actions: RowActions;
};

function PageLines({ hit, index, selected, actions }: Pick<Props, 'hit' | 'index' | 'selected' | 'actions'>) {
  if (hit.pages.length === 0) return null;
  const { id, version } = readOf(hit);
  const pages = pageWords(version);
  return (
    <ul className={styles.pages} aria-label={pages.matching}>
      {hit.pages.slice(0, MOST_PAGES).map(({ page, label, snippet, hidden, inNotes }) => (
        <li key={page}>
          <HitLink
            className={styles.page}
            asset={id}
            page={page}
            title={countedPageName(pages, page, label)}
            tabIndex={selected ? 0 : -1}
            onOpen={() => actions.open(index, page)}
          >
            <span className={styles.label}>{shortPageName(pages, page, label)}</span>{' '}
            <FoundMark found={{ hidden, inNotes }} />
            {isRecognized(version, page) && <RecognizedMark />}{' '}
            <span className={styles.snippet}>
              <MarkedText parts={snippet} />
            </span>
          </HitLink>
        </li>
      ))}
      {hit.morePages > 0 && <li className={styles.more}>+ {pages.more(hit.morePages)}</li>}
    </ul>
  );
}

/** What to use in place of a recalled asset. */
function Instead({
  instead,
  selected,
}: {
  readonly instead: NonNullable<Hit['instead']>;
  readonly selected: boolean;
}) {
  const navigate = useNavigate();
  return (
    <HitLink
      className={styles.instead}
      asset={instead.asset}
      page={undefined}
      tabIndex={selected ? 0 : -1}
      onOpen={() => void navigate({ to: '/asset/$assetId', params: { assetId: instead.asset }, search: {} })}
    >
      <IconArrowRight size={14} aria-hidden />
      {t`Use “${{ title: instead.title }}” instead`}
    </HitLink>
  );
}

/** What stands below a result: what to use in its place, and the pages that match. */
function Below(props: Pick<Props, 'hit' | 'index' | 'selected' | 'actions'>) {
  const { instead, foundIn } = props.hit;
  return (
    <>
      {foundIn !== undefined && <span className={styles.foundIn}>{foundInWords(foundIn)}</span>}
      {instead !== undefined && <Instead instead={instead} selected={props.selected} />}
      <PageLines {...props} />
    </>
  );
}

function isWithShift(event: Event): boolean {
  return event instanceof MouseEvent && event.shiftKey;
}

/** The picture of a result, from which its file is dragged out. */
function RowPicture({ hit }: Pick<Props, 'hit'>) {
  const { id, version } = readOf(hit);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the mouse’s way out; the row’s menu has the keyboard’s
    <span
      draggable
      onDragStart={(event) => {
        event.preventDefault();
        void dragOut(id, version);
      }}
    >
      <PageThumbnail version={version} page={hit.pages[0]?.page} />
    </span>
  );
}

/** What a result is, in a line. */
function factsOf({ asset, editions }: Hit, names: TermNames): string {
  const facts = [
    names.type(asset.type),
    asset.stages.map(names.stage).join(', '),
    asset.personas.length > 2
      ? plural(asset.personas.length, { one: '# persona', other: '# personas' })
      : asset.personas.map(names.persona).join(', '),
    kindName(asset.version.kind),
    alsoInWords(editions ?? []),
  ];
  return facts.filter((fact) => fact !== '').join(' · ');
}

/** A result: what it is, how good it is, and the pages that match, each of which opens there. */
export const HitRow = memo(function HitRow({ hit, index, selected, fresh, picked, actions }: Props) {
  const names = useTermNames();
  const { asset } = hit;
  const onClick = (event: RowMouseEvent): void => {
    // What opened over the row is not the row.
    if (!(event.target instanceof Node) || !event.currentTarget.contains(event.target)) return;
    const onBox = event.target instanceof HTMLInputElement;
    const onLink = event.target instanceof Element && event.target.closest('a, button') !== null;
    if (event.shiftKey && !onBox) actions.pick(index, true);
    else if ((event.ctrlKey || event.metaKey) && !onBox && !onLink) actions.pick(index, false);
    else if (!onBox) actions.from(index);
    actions.select(index);
  };
  // The browser would mark the text of everything between the two clicks.
  const onMouseDown = (event: RowMouseEvent): void => {
    if (event.shiftKey) event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list handles the keys; the click only selects, the links open
    // biome-ignore lint/a11y/noStaticElementInteractions: as above
    <div
      className={styles.row}
      {...(selected ? { 'data-selected': true } : {})}
      onMouseDown={onMouseDown}
      onClick={onClick}
    >
      {picked !== null && (
        <span className={styles.pick}>
          <CheckBox
            aria-label={t`Select ${{ title: asset.title }}`}
            tabIndex={selected ? 0 : -1}
            checked={picked}
            onChange={(event) => actions.pick(index, isWithShift(event.nativeEvent))}
          />
        </span>
      )}
      <RowPicture hit={hit} />
      <div className={styles.words}>
        <div className={styles.top}>
          <HitLink
            className={styles.title}
            asset={readOf(hit).id}
            page={hit.pages[0]?.page}
            title={asset.title}
            tabIndex={selected ? 0 : -1}
            data-row-title
            onOpen={() => actions.open(index)}
          >
            <MarkedText parts={hit.title} />
          </HitLink>
          <UsefulnessMeter usefulness={asset.usefulness} />
          <WhyButton hit={hit} query={() => actions.words().typed} focusable={selected} />
          <RowMenu hit={hit} query={() => actions.words().query} focusable={selected} />
        </div>
        <div className={styles.facts}>
          <span>{factsOf(hit, names)}</span>
          <RelativeTime at={asset.updatedAt} />
          {fresh && <Pill tone="info">{t`New`}</Pill>}
          <AwayMark version={asset.version} />
          <AssetBadges asset={asset} />
        </div>
        <Below hit={hit} index={index} selected={selected} actions={actions} />
      </div>
    </div>
  );
});

import { t } from '@lingui/core/macro';
import {
  type KeyboardEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { AssetVersion, Preview } from '../../../../contract/assets.ts';
import { playTime } from '../../../../shared/play-time.ts';
import { DocumentText } from '../../../ui/document-text.tsx';
import { performKey } from '../../../ui/keys/perform-key.ts';
import type { DocumentModel } from '../document/document-model.ts';
import { makeMatcher } from '../document/find-text.ts';
import { ScrollBox } from '../document/scroll-box.tsx';
import { useDomFind } from '../document/use-dom-find.ts';
import { usePageInView } from '../document/use-page-in-view.ts';
import type { ViewerProps } from '../document/viewer-props.ts';
import classes from './media.module.css';
import { Player } from './player.tsx';

export type Cue = Extract<Preview, { preview: 'captions' }>['cues'][number];

type Props = ViewerProps & {
  readonly title: string;
  readonly cues: readonly Cue[];
  readonly recording: AssetVersion | undefined;
};

/** What is said in a recording, by time; with the recording it begins where the words are said, and follows what is played. */
export function Captioned({ title, cues, recording, model, find, findsHidden }: Props) {
  const box = useRef<HTMLElement>(null);
  const player = useRef<HTMLVideoElement & HTMLAudioElement>(null);
  const [spoken, setSpoken] = useState(-1);
  const [isBroken, setBroken] = useState(false);
  const pages = useMemo(() => byPage(cues), [cues]);
  const scrollTo = usePageInView(box, model, pages.length, true);
  const step = useDomFind({ box, model, find, findsHidden, content: cues });

  const seek = useCallback((at: number): void => {
    if (player.current !== null) player.current.currentTime = at;
  }, []);
  const goToPage = useCallback(
    (page: number): void => {
      scrollTo(page);
      const first = cues.find((cue) => cue.page >= page);
      if (first !== undefined) seek(first.at);
    },
    [cues, scrollTo, seek],
  );

  useTold(model, pages, goToPage, step);

  const hasPlayer = recording !== undefined && !isBroken;
  // biome-ignore lint/correctness/useExhaustiveDependencies: where it begins is asked when the player comes, not at each page turned
  useLayoutEffect(() => {
    const begin = hasPlayer ? firstSaid(cues, model.state.get().page, find) : undefined;
    if (begin !== undefined) seek(begin);
  }, [hasPlayer, cues, find]);

  const play = (at: number): void => {
    seek(at);
    void player.current?.play().catch(() => setBroken(true));
  };
  return (
    <div className={classes.captioned}>
      {hasPlayer && (
        <div className={classes.stage}>
          <Player
            version={recording}
            title={title}
            player={player}
            onFail={() => setBroken(true)}
            onTime={(seconds) => setSpoken(cues.findLastIndex((cue) => cue.at <= seconds))}
          />
        </div>
      )}
      {isBroken && <NotPlayed />}
      <div className={classes.transcript}>
        <ScrollBox box={box} label={t`What is said`} className={classes.cues}>
          <Cues pages={pages} spoken={spoken} onPlay={hasPlayer ? play : undefined} />
        </ScrollBox>
      </div>
    </div>
  );
}

/** Tells the reader's panes of the pages, and what can be asked. */
function useTold(
  model: DocumentModel,
  pages: readonly Page[],
  goToPage: (page: number) => void,
  step: (direction: 1 | -1) => void,
): void {
  useEffect(() => {
    const labels = pages.map(({ cues: [first] }) => playTime(first?.cue.at ?? 0));
    model.patch({ phase: 'ready', pageCount: pages.length, labels, canFind: true });
    model.controls.set({ goToPage, step });
    return () => model.controls.set(null);
  }, [model, pages, goToPage, step]);
}

function NotPlayed() {
  return (
    <p className={classes.note} role="status">
      {t`The recording can’t be played here. Here is what is said in it.`}
    </p>
  );
}

type CuesProps = {
  readonly pages: readonly Page[];
  /** The index of the cue that is being said; -1 before the first. */
  readonly spoken: number;
  readonly onPlay: ((at: number) => void) | undefined;
};

function Cues({ pages, spoken, onPlay }: CuesProps) {
  return pages.map(({ page, cues }) => (
    <section key={page} data-page={page}>
      {cues.map(({ cue, index }) => (
        <CueRow
          key={index}
          cue={cue}
          isSpoken={index === spoken}
          isReached={index === Math.max(0, spoken)}
          {...(onPlay && { onPlay: () => onPlay(cue.at) })}
        />
      ))}
    </section>
  ));
}

type RowProps = {
  readonly cue: Cue;
  readonly isSpoken: boolean;
  /** By the Tab key. */
  readonly isReached: boolean;
  readonly onPlay?: () => void;
};

function CueRow({ cue, isSpoken, isReached, onPlay }: RowProps) {
  const time = playTime(cue.at);
  return (
    <div className={classes.cue} data-spoken={isSpoken || undefined}>
      {onPlay === undefined ? (
        <span className={classes.time}>{time}</span>
      ) : (
        <button
          type="button"
          className={classes.time}
          aria-label={t`Play from ${time}`}
          tabIndex={isReached ? 0 : -1}
          onKeyDown={moveAmongTimes}
          onClick={onPlay}
        >
          {time}
        </button>
      )}
      <p dir="auto">
        <DocumentText text={cue.text} />
      </p>
    </div>
  );
}

type Page = {
  readonly page: number;
  readonly cues: readonly { readonly cue: Cue; readonly index: number }[];
};

function byPage(cues: readonly Cue[]): readonly Page[] {
  const pages = new Map<number, { cue: Cue; index: number }[]>();
  for (const [index, cue] of cues.entries()) {
    const own = pages.get(cue.page) ?? [];
    pages.set(cue.page, own);
    own.push({ cue, index });
  }
  return [...pages].map(([page, own]) => ({ page, cues: own }));
}

/** Moves the focus among the times: of hundreds one alone is reached by Tab. */
function moveAmongTimes(event: KeyboardEvent<HTMLButtonElement>): void {
  const own = event.currentTarget;
  const times = [...(own.closest('[data-reader-scroll]')?.querySelectorAll('button') ?? [])];
  const at = times.indexOf(own);
  const to = (index: number) => () => times.at(Math.max(0, index))?.focus();
  const isMoved = performKey(event, 'list', {
    down: to(Math.min(at + 1, times.length - 1)),
    up: to(at - 1),
    left: null,
    right: null,
    first: to(0),
    last: to(times.length - 1),
  });
  if (isMoved) event.stopPropagation();
}

/** Where on a page what is looked for is first said; where nothing is looked for, a page's beginning but the first's. */
function firstSaid(cues: readonly Cue[], page: number, find: Props['find']): number | undefined {
  const onPage = cues.filter((cue) => cue.page === page);
  const matcher = find === null ? undefined : makeMatcher(find);
  const said = matcher && onPage.find((cue) => matcher(cue.text).length > 0);
  return said?.at ?? (page > 1 ? onPage[0]?.at : undefined);
}

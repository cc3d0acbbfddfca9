import { t } from '@lingui/core/macro';
import { type MouseEvent, type RefObject, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { tellingLabels, type ZoomTo } from '../document/document-model.ts';
import { openLink } from '../document/open-link.ts';
import { sanitise } from '../document/sanitise.ts';
import { ScrollBox } from '../document/scroll-box.tsx';
import { useDomFind } from '../document/use-dom-find.ts';
import { usePageInView } from '../document/use-page-in-view.ts';
import { useZoom } from '../document/use-zoom.ts';
import type { ViewerProps } from '../document/viewer-props.ts';
import { pageNames } from './page-names.ts';
import classes from './text.module.css';
import { type PageText, useFirstMatch } from './use-first-match.ts';

type Props = ViewerProps & {
  /** As the document has it: hostile. */
  readonly html: string;
  readonly truncated: boolean;
  /** What its pages are called; '' for a mail itself, whose others are what came with it. */
  readonly labels?: readonly string[] | undefined;
  /** Shown as a sheet of paper, as Word does. */
  readonly paper: boolean;
  /** The text by page as it was indexed, to find the page that a hit names. */
  readonly pages: readonly PageText[];
};

const noPages: readonly PageText[] = [];

/** A document of running text: Word, HTML, Markdown. */
export function RichTextView(props: Props) {
  const { html, truncated, paper, pages, model, find, findsHidden, presenting } = props;
  const box = useRef<HTMLElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const { zoom, setZoom } = useZoom(model, 1);

  useLayoutEffect(() => {
    const content = sanitise(html);
    markPages(content);
    markHidden(content);
    letTextSayItsDirection(content);
    body.current?.replaceChildren(content);
  }, [html]);

  // Where the document says where its pages begin, hits are found by that; else by counting.
  const said = useMemo(() => html.match(/ data-page="/g)?.length ?? 0, [html]);
  const pageCount = Math.max(1, pages.length, said);
  const goToPage = usePageInView(box, model, pageCount, true);
  const begin = useFirstMatch(said > 1 ? noPages : pages, find, findsHidden);
  const step = useDomFind({
    box,
    root: body,
    model,
    find,
    findsHidden,
    content: html,
    ...(begin === null ? {} : { begin }),
  });

  useShown(props, body, goToPage, setZoom, step);

  return (
    <ScrollBox box={box} label={t`Text`} className={classes.scroll}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: only redirects the links inside, which have their own keys */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: as above */}
      <div
        ref={body}
        className={classes.rich}
        data-paper={paper || undefined}
        data-presenting={presenting || undefined}
        data-testid="document-text"
        style={{ fontSize: `${15 * (typeof zoom === 'number' ? zoom : 1)}px` }}
        onClick={followLink}
        onAuxClick={followLink}
      />
      {truncated && (
        <p
          className={classes.note}
        >{t`Only the beginning is shown. Open the file in its default app to read all of it.`}</p>
      )}
    </ScrollBox>
  );
}

/** Tells the panes what is shown, once it is. */
function useShown(
  { model, labels }: Pick<Props, 'model' | 'labels'>,
  body: RefObject<HTMLDivElement | null>,
  goToPage: (page: number) => void,
  setZoom: (to: Exclude<ZoomTo, 'width' | 'page'>) => void,
  step: (direction: 1 | -1) => void,
): void {
  useEffect(() => {
    const drawn = body.current?.querySelectorAll('[data-page]').length ?? 0;
    model.patch({
      phase: 'ready',
      pageCount: Math.max(1, drawn),
      labels: drawn > 1 && labels ? tellingLabels(pageNames(labels)) : null,
      canFind: true,
    });
    model.controls.set({
      goToPage,
      zoom: (to) => setZoom(to === 'width' || to === 'page' ? 'actual' : to),
      step,
    });
    return () => model.controls.set(null);
  }, [model, labels, body, goToPage, setZoom, step]);
}

function followLink(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (link === null) return;
  event.preventDefault();
  openLink(link.getAttribute('href') ?? '');
}

/** Who reads what an author hid is told so. */
function markHidden(content: DocumentFragment): void {
  for (const element of content.querySelectorAll('[data-hidden]'))
    element.setAttribute('title', t`Hidden text: left out when you present`);
}

/** Words that are read from right to left begin on the right, unless the document says otherwise. */
function letTextSayItsDirection(content: DocumentFragment): void {
  for (const element of content.querySelectorAll('p,h1,h2,h3,h4,h5,h6,li,td,th,blockquote,pre,dt,dd,div'))
    if (!element.hasAttribute('dir')) element.setAttribute('dir', 'auto');
}

/** Numbers that a document gives itself count only where they rise from one. */
function markPages(content: DocumentFragment): void {
  let expected = 1;
  for (const element of content.querySelectorAll('[data-page]')) {
    if (element.getAttribute('data-page') === String(expected)) expected += 1;
    else element.removeAttribute('data-page');
  }
}

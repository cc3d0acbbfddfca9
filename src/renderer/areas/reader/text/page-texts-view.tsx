import { t } from '@lingui/core/macro';
import { useEffect, useRef } from 'react';
import { sentences } from '../../../../words/sentence.ts';
import { DocumentText } from '../../../ui/document-text.tsx';
import { HiddenMark } from '../../../ui/hidden-mark.tsx';
import { pageName, pageWords } from '../../../ui/page-words.ts';
import { tellingLabels } from '../document/document-model.ts';
import { ScrollBox } from '../document/scroll-box.tsx';
import { hiddenNumbers } from '../document/shown-pages.ts';
import { useDomFind } from '../document/use-dom-find.ts';
import { usePageInView } from '../document/use-page-in-view.ts';
import { useZoom } from '../document/use-zoom.ts';
import type { ViewerProps } from '../document/viewer-props.ts';
import classes from './text.module.css';
import type { PageText } from './use-first-match.ts';

type Props = ViewerProps & { readonly pages: readonly PageText[]; readonly reason: string };

/** The text of a document that Kitbag can read but not draw, page by page. */
export function PageTextsView({ pages, reason, version, model, find, findsHidden }: Props) {
  const box = useRef<HTMLElement>(null);
  const words = pageWords(version);
  const { zoom, setZoom } = useZoom(model, 1);
  const goToPage = usePageInView(box, model, pages.length, true);
  const step = useDomFind({ box, model, find, findsHidden, content: pages });

  useEffect(() => {
    model.patch({
      phase: 'ready',
      pageCount: pages.length,
      labels: tellingLabels(pages.map((page) => page.label)),
      hiddenPages: hiddenNumbers(pages),
      canFind: true,
    });
    model.controls.set({
      goToPage,
      zoom: (to) => setZoom(to === 'width' || to === 'page' ? 'actual' : to),
      step,
    });
    return () => model.controls.set(null);
  }, [model, pages, goToPage, setZoom, step]);

  return (
    <ScrollBox box={box} label={t`Text`} className={classes.scroll}>
      <p className={classes.note} data-top>
        {sentences(reason, t`Here is its text.`)}
      </p>
      {pages.map((page) => (
        <section
          key={page.page}
          data-page={page.page}
          data-hidden={page.hidden || undefined}
          className={classes.page}
        >
          {pages.length > 1 && (
            <h2>
              {pageName(words, page.label)} {page.hidden && <HiddenMark />}
            </h2>
          )}
          <pre
            dir="auto"
            className={classes.plain}
            style={{ fontSize: `${13 * (typeof zoom === 'number' ? zoom : 1)}px` }}
          >
            <DocumentText text={page.text} />
          </pre>
          {page.hiddenText !== undefined && (
            <div className={classes.hidden} data-hidden>
              <HiddenMark />
              <pre dir="auto" className={classes.plain}>
                <DocumentText text={page.hiddenText} />
              </pre>
            </div>
          )}
        </section>
      ))}
    </ScrollBox>
  );
}

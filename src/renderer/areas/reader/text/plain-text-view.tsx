import { t } from '@lingui/core/macro';
import { useEffect, useRef } from 'react';
import { DocumentText } from '../../../ui/document-text.tsx';
import { ScrollBox } from '../document/scroll-box.tsx';
import { useDomFind } from '../document/use-dom-find.ts';
import { useZoom } from '../document/use-zoom.ts';
import type { ViewerProps } from '../document/viewer-props.ts';
import classes from './text.module.css';
import { type PageText, useFirstMatch } from './use-first-match.ts';

type Props = ViewerProps & {
  readonly text: string;
  readonly truncated: boolean;
  readonly pages: readonly PageText[];
};

/** Plain text as it is. */
export function PlainTextView({ text, truncated, pages, model, find, findsHidden }: Props) {
  const box = useRef<HTMLElement>(null);
  const { zoom, setZoom } = useZoom(model, 1);
  const begin = useFirstMatch(pages, find, findsHidden);
  const step = useDomFind({
    box,
    model,
    find,
    findsHidden,
    content: text,
    ...(begin === null ? {} : { begin }),
  });

  useEffect(() => {
    model.patch({ phase: 'ready', pageCount: 1, page: 1, canFind: true });
    model.controls.set({
      goToPage: () => undefined,
      zoom: (to) => setZoom(to === 'width' || to === 'page' ? 'actual' : to),
      step,
    });
    return () => model.controls.set(null);
  }, [model, setZoom, step]);

  return (
    <ScrollBox box={box} label={t`Text`} className={classes.scroll}>
      <pre
        dir="auto"
        className={classes.plain}
        style={{ fontSize: `${13 * (typeof zoom === 'number' ? zoom : 1)}px` }}
      >
        <DocumentText text={text} />
      </pre>
      {truncated && (
        <p
          className={classes.note}
        >{t`Only the beginning is shown. Open the file in its default app to read all of it.`}</p>
      )}
    </ScrollBox>
  );
}

import 'pdfjs-dist/legacy/web/pdf_viewer.css';
import { type MouseEvent, useEffect, useRef, useState } from 'react';
import { blobUrl } from '../../../../contract/shell-channels.ts';
import { LoadingRows } from '../../../ui/loading-rows.tsx';
import { openLink } from '../document/open-link.ts';
import { useRecognizedPages } from '../document/use-recognized-pages.ts';
import type { ViewerProps } from '../document/viewer-props.ts';
import { PasswordForm } from './password-form.tsx';
import { pdfProblem } from './pdf-problem.ts';
import { openPdf, type PdfSession } from './pdf-session.ts';
import { PdfThumbnail } from './pdf-thumbnail.tsx';
import classes from './pdf-view.module.css';

type Asked = { readonly answer: (password: string) => void; readonly wrong: boolean };

/** A PDF in pdf.js's own viewer component. */
export function PdfView({ version, model, find, presenting }: ViewerProps) {
  const container = useRef<HTMLDivElement>(null);
  const pages = useRef<HTMLDivElement>(null);
  const [session, setSession] = useState<PdfSession | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const url = blobUrl(version.sha256, version.mediaType);
  const recognized = useRecognizedPages(version);

  useEffect(() => {
    if (container.current === null || pages.current === null || recognized === undefined) return;
    const stop = new AbortController();
    const { signal } = stop;
    openPdf({
      url,
      size: version.size,
      container: container.current,
      pages: pages.current,
      model,
      recognized,
      signal,
      onPassword: (answer, wrong) => setAsked({ answer, wrong }),
      onOpen: (opened) => {
        setAsked(null);
        setSession(opened);
      },
    }).catch((problem: unknown) => {
      if (!signal.aborted) model.patch({ phase: 'failed', problem: pdfProblem(problem) });
    });
    return () => {
      stop.abort();
      setSession(null);
      setAsked(null);
    };
  }, [url, version.size, model, recognized]);

  useEffect(() => {
    if (session === null) return;
    model.controls.set({
      goToPage: session.goToPage,
      zoom: session.zoom,
      fits: true,
      step: session.step,
      thumbnail: (page, width) => (
        <PdfThumbnail
          pictures={session.pictures}
          page={page}
          width={width}
          ratio={model.state.get().pageRatio}
        />
      ),
    });
    return () => model.controls.set(null);
  }, [session, model]);

  useEffect(() => {
    if (session === null) return;
    session.find(find, find?.kind === 'terms');
  }, [session, find]);

  useEffect(() => session?.present(presenting), [session, presenting]);

  return (
    <div className={classes.frame} data-presenting={presenting || undefined}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: only redirects the links inside, which have their own keys */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: as above */}
      <div
        ref={container}
        className={classes.container}
        onClick={followLink}
        onAuxClick={followLink}
        data-reader-scroll
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        data-selectable
      >
        <div ref={pages} className="pdfViewer" />
      </div>
      {session === null && asked === null && (
        <div className={classes.over}>
          <LoadingRows />
        </div>
      )}
      {asked !== null && (
        <div className={classes.over}>
          <PasswordForm wrong={asked.wrong} onAnswer={asked.answer} />
        </div>
      )}
    </div>
  );
}

function followLink(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (link === null || link.getAttribute('href')?.startsWith('#')) return;
  event.preventDefault();
  openLink(link.getAttribute('href') ?? '');
}

import { t } from '@lingui/core/macro';
import { type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { AssetVersion } from '../../../../contract/assets.ts';
import { blobUrl, pageUrl } from '../../../../contract/shell-channels.ts';
import { useStore } from '../../../base/store.ts';
import { clampPage } from '../document/document-model.ts';
import { useDomFind } from '../document/use-dom-find.ts';
import { useRecognizedPages } from '../document/use-recognized-pages.ts';
import { nextZoom, type Zoom } from '../document/use-zoom.ts';
import type { ViewerProps } from '../document/viewer-props.ts';
import classes from './media.module.css';
import { WordsOnPicture } from './words-on-picture.tsx';

type Size = { readonly width: number; readonly height: number };

function scaleOf(zoom: Zoom, natural: Size, room: Size): number {
  const across = room.width / natural.width;
  if (zoom === 'width') return across;
  if (zoom === 'page') return Math.min(1, across, room.height / natural.height);
  return zoom;
}

/** How much room a picture has in a box, in pixels. */
function useRoom(box: RefObject<HTMLElement | null>): Size {
  const [room, setRoom] = useState<Size>({ width: 1, height: 1 });
  useEffect(() => {
    if (box.current === null) return;
    const element = box.current;
    const watch = new ResizeObserver(() =>
      setRoom({ width: element.clientWidth - 32, height: element.clientHeight - 32 }),
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, [box]);
  return room;
}

/** Lets a picture be dragged about in the box that it overflows. */
function useDragging() {
  const held = useRef<{ x: number; y: number } | null>(null);
  const grab = (event: PointerEvent<HTMLElement>): void => {
    const onWords = event.target instanceof Element && event.target.closest('[data-selectable]') !== null;
    if (event.button !== 0 || event.pointerType !== 'mouse' || onWords) return;
    held.current = { x: event.clientX, y: event.clientY };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const drag = (event: PointerEvent<HTMLElement>): void => {
    if (held.current === null) return;
    event.currentTarget.scrollLeft -= event.clientX - held.current.x;
    event.currentTarget.scrollTop -= event.clientY - held.current.y;
    held.current = { x: event.clientX, y: event.clientY };
  };
  const drop = (): void => {
    held.current = null;
  };
  return { onPointerDown: grab, onPointerMove: drag, onPointerUp: drop };
}

/** Pictures that the window does not draw itself. */
const drawnByEngine: ReadonlySet<string> = new Set(['image/tiff', 'image/heic']);
/** Pixels that the engine draws them wide. */
const drawnWidth = 1600;

function sourceOf({ id, sha256, mediaType }: AssetVersion, page: number): string {
  return drawnByEngine.has(mediaType) ? pageUrl(id, page, drawnWidth) : blobUrl(sha256, mediaType);
}

type ThumbnailProps = {
  readonly version: AssetVersion;
  readonly page: number;
  readonly width: number;
};

function PageThumbnail({ version, page, width }: ThumbnailProps) {
  const pixels = Math.min(drawnWidth, Math.max(32, Math.round(width * globalThis.devicePixelRatio)));
  return (
    <img className={classes.thumbnail} src={pageUrl(version.id, page, pixels)} alt="" draggable={false} />
  );
}

type Props = ViewerProps & { readonly title: string };

/** A picture, or a page of one that has several: fitted, enlarged, dragged about; words that were recognized on it can be found. */
export function ImageView({ version, model, find, findsHidden, presenting, title }: Props) {
  const page = clampPage(useStore(model.state).page, version.pageCount);
  const words = useRecognizedPages(version)?.get(page);
  const box = useRef<HTMLElement>(null);
  const [natural, setNatural] = useState<Size | null>(null);
  const room = useRoom(box);
  const [zoom, setZoom] = useState<Zoom>('page');
  const dragging = useDragging();
  const scale = natural === null ? 1 : scaleOf(presenting ? 'page' : zoom, natural, room);

  const step = useDomFind({ box, model, find, findsHidden, content: natural === null ? null : words });
  const { pageCount } = version;
  const goToPage = useCallback(
    (wanted: number) => model.patch({ page: clampPage(wanted, pageCount) }),
    [model, pageCount],
  );
  const canFind = words !== undefined;
  useEffect(() => model.patch({ canFind }), [model, canFind]);

  useEffect(() => {
    model.controls.set({
      goToPage,
      zoom: (to) => setZoom(nextZoom(scale, to)),
      fits: true,
      step,
      thumbnail: (one, width) => <PageThumbnail version={version} page={one} width={width} />,
    });
    model.patch({ zoom: { percent: Math.round(scale * 100), fit: typeof zoom === 'number' ? null : zoom } });
    return () => model.controls.set(null);
  }, [model, version, scale, zoom, goToPage, step]);

  return (
    <section
      ref={box}
      className={classes.picture}
      data-reader-scroll
      {...dragging}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={t`Picture`}
    >
      <div className={classes.sheet} data-page={page}>
        <img
          src={sourceOf(version, page)}
          alt={title}
          draggable={false}
          style={
            natural === null
              ? { visibility: 'hidden' }
              : { width: natural.width * scale, height: natural.height * scale }
          }
          onLoad={(event) => {
            const { naturalWidth, naturalHeight } = event.currentTarget;
            setNatural({ width: naturalWidth || 800, height: naturalHeight || 600 });
            model.patch({ phase: 'ready', pageCount, page });
          }}
          onError={() =>
            model.patch({
              phase: 'failed',
              problem: t`This picture can’t be shown: its file is damaged or of a kind that Kitbag can’t draw. Open it in its default app, or save a copy.`,
            })
          }
        />
        {words !== undefined && natural !== null && (
          <WordsOnPicture page={words} width={natural.width * scale} height={natural.height * scale} />
        )}
      </div>
    </section>
  );
}

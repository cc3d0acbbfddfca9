import { t } from '@lingui/core/macro';
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { blobUrl } from '../../../../contract/shell-channels.ts';
import { nextZoom, type Zoom } from '../document/use-zoom.ts';
import type { ViewerProps } from '../document/viewer-props.ts';
import classes from './media.module.css';

type Size = { readonly width: number; readonly height: number };

function scaleOf(zoom: Zoom, natural: Size, room: Size): number {
  const across = room.width / natural.width;
  if (zoom === 'width') return across;
  if (zoom === 'page') return Math.min(1, across, room.height / natural.height);
  return zoom;
}

/** A picture: fitted, enlarged, dragged about. */
export function ImageView({ version, model, presenting, title }: ViewerProps & { readonly title: string }) {
  const box = useRef<HTMLElement>(null);
  const [natural, setNatural] = useState<Size | null>(null);
  const [room, setRoom] = useState<Size>({ width: 1, height: 1 });
  const [zoom, setZoom] = useState<Zoom>('page');
  const held = useRef<{ x: number; y: number } | null>(null);
  const scale = natural === null ? 1 : scaleOf(presenting ? 'page' : zoom, natural, room);

  useEffect(() => {
    if (box.current === null) return;
    const element = box.current;
    const watch = new ResizeObserver(() =>
      setRoom({ width: element.clientWidth - 32, height: element.clientHeight - 32 }),
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, []);

  useEffect(() => {
    model.controls.set({ goToPage: () => undefined, zoom: (to) => setZoom(nextZoom(scale, to)), fits: true });
    model.patch({ zoom: { percent: Math.round(scale * 100), fit: typeof zoom === 'number' ? null : zoom } });
    return () => model.controls.set(null);
  }, [model, scale, zoom]);

  const grab = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0 || event.pointerType !== 'mouse') return;
    held.current = { x: event.clientX, y: event.clientY };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const drag = (event: PointerEvent<HTMLElement>): void => {
    if (held.current === null) return;
    event.currentTarget.scrollLeft -= event.clientX - held.current.x;
    event.currentTarget.scrollTop -= event.clientY - held.current.y;
    held.current = { x: event.clientX, y: event.clientY };
  };

  return (
    <section
      ref={box}
      className={classes.picture}
      data-reader-scroll
      onPointerDown={grab}
      onPointerMove={drag}
      onPointerUp={() => {
        held.current = null;
      }}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={t`Picture`}
    >
      <img
        src={blobUrl(version.sha256, version.mediaType)}
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
          model.patch({ phase: 'ready', pageCount: 1, page: 1 });
        }}
        onError={() =>
          model.patch({
            phase: 'failed',
            problem: t`This picture can’t be shown: its file is damaged or of a kind that Kitbag can’t draw. Open it in its default app, or save a copy.`,
          })
        }
      />
    </section>
  );
}

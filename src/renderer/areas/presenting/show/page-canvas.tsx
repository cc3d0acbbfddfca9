import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Slide } from '../../../../contract/presenting.ts';
import { blobUrl } from '../../../../contract/shell-channels.ts';
import { PagePictures, type Room } from './page-pictures.ts';
import classes from './show.module.css';
import { nameOfSlide } from './typed.ts';

/** The pages around a slide, drawn for the room of an element; `drawn` changes with each that is. */
export function usePagePictures(slides: readonly Slide[], at: number, frame: RefObject<HTMLElement | null>) {
  const [, setDrawn] = useState(0);
  const pictures = useMemo(() => new PagePictures(slides, () => setDrawn((count) => count + 1)), [slides]);
  const room = useRoom(frame);
  useEffect(() => () => pictures.close(), [pictures]);
  useLayoutEffect(() => {
    if (room !== null) pictures.look(at, room);
  }, [pictures, at, room]);
  return pictures;
}

/** How large an element is in the screen's own pixels, now and whenever that changes. */
function useRoom(frame: RefObject<HTMLElement | null>): Room | null {
  const [room, setRoom] = useState<Room | null>(null);
  useLayoutEffect(() => {
    const box = frame.current;
    if (box === null) return;
    const measure = (): void => {
      const dense = window.devicePixelRatio;
      const next = {
        width: Math.round(box.clientWidth * dense),
        height: Math.round(box.clientHeight * dense),
      };
      setRoom((before) => (before?.width === next.width && before.height === next.height ? before : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, [frame]);
  return room;
}

type Props = {
  readonly slide: Slide;
  readonly at: number;
  readonly drawn: ImageBitmap | null | undefined;
  readonly page?: RefObject<HTMLDivElement | null>;
  readonly children?: ReactNode;
};

/** As large as fits into the room around it. */
function fitted({ width, height }: ImageBitmap) {
  return {
    aspectRatio: `${width} / ${height}`,
    width: `min(100cqw, calc(100cqh * ${width / height}))`,
  };
}

/** A page: its picture; until that is drawn the small one that was kept of it, or its words. Never nothing. */
export function PageCanvas({ slide, at, drawn, page, children }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const surface = canvas.current;
    if (surface === null || !drawn) return;
    surface.width = drawn.width;
    surface.height = drawn.height;
    surface.getContext('2d', { alpha: false })?.drawImage(drawn, 0, 0);
    surface.dataset.painted = String(at);
  }, [drawn, at]);
  const name = nameOfSlide(slide);
  if (drawn)
    return (
      <div ref={page} className={classes.page} style={fitted(drawn)}>
        <canvas ref={canvas} className={classes.canvas} role="img" aria-label={name} />
        {children}
      </div>
    );
  if (drawn === undefined && slide.kept !== undefined)
    return (
      <div ref={page} className={classes.small} data-kept>
        <img className={classes.kept} src={blobUrl(slide.kept, 'image/png')} alt={name} draggable={false} />
        {children}
      </div>
    );
  return (
    <div ref={page} className={classes.words} data-words={drawn === null ? 'undrawn' : 'until'}>
      <p className={classes.lines}>{slide.words === '' ? slide.title : slide.words}</p>
      {children}
    </div>
  );
}

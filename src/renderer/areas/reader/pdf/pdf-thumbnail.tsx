import { useEffect, useRef } from 'react';
import type { PagePictures } from './page-pictures.ts';
import classes from './pdf-view.module.css';

type Props = {
  readonly pictures: PagePictures;
  readonly page: number;
  readonly width: number;
  readonly ratio: number;
};

/** The small picture of a PDF's page; blank until it is drawn. */
export function PdfThumbnail({ pictures, page, width, ratio }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const stop = new AbortController();
    const density = Math.min(window.devicePixelRatio, 2);
    const height = width / ratio;
    pictures.draw(page, Math.round(width * density), Math.round(height * density), stop.signal).then(
      (picture) => {
        const target = canvas.current;
        if (target === null || stop.signal.aborted) return;
        target.width = picture.width;
        target.height = picture.height;
        target.getContext('2d')?.drawImage(picture, 0, 0);
      },
      // A page that can't be drawn small stays blank here; the viewer says what is wrong with it.
      () => undefined,
    );
    return () => stop.abort();
  }, [pictures, page, width, ratio]);
  return <canvas ref={canvas} className={classes.thumbnail} />;
}

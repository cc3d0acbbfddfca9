import { useEffect, useState } from 'react';
import { pageUrl } from '../../../../contract/shell-channels.ts';
import classes from './slides.module.css';

type Props = {
  readonly version: string;
  /** 1 for the first. */
  readonly page: number;
  /** In the screen's own pixels; undefined while nobody looks: nothing is drawn then. */
  readonly width: number | undefined;
  /** What is shown until it is drawn. */
  readonly until?: string | undefined;
  /** Told whether there is a picture of the page, as soon as that is known. */
  readonly onKnown?: (there: boolean) => void;
};

/**
 * The picture of a slide, drawn by the engine as it is in lists. While it is drawn in another size, the one that there is stays: nothing flickers
 * when somebody zooms. It says nothing to assistive technology: the words that lie over it do.
 */
export function SlidePicture({ version, page, width, until, onKnown }: Props) {
  const wanted = width === undefined ? undefined : pageUrl(version, page, width);
  const [shown, setShown] = useState<string>();

  useEffect(() => {
    if (wanted === undefined || wanted === shown) return;
    let left = false;
    const image = new Image();
    image.src = wanted;
    image.decode().then(
      () => {
        if (left) return;
        setShown(wanted);
        onKnown?.(true);
      },
      () => {
        if (!left) onKnown?.(false);
      },
    );
    return () => {
      left = true;
    };
  }, [wanted, shown, onKnown]);

  // What nobody looks at any more takes no memory.
  const source = wanted === undefined ? undefined : (shown ?? until);
  if (source === undefined) return null;
  // Decoded with the frame that shows it: a slide that is turned to is there at once.
  return (
    <img
      className={classes.drawn}
      src={source}
      data-kept={shown === undefined || undefined}
      alt=""
      decoding="sync"
      draggable={false}
    />
  );
}

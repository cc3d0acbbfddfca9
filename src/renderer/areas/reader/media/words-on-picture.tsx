import { placedWords } from '../../../../shared/recognized-words.ts';
import type { RecognizedPage } from '../document/use-recognized-pages.ts';
import classes from './media.module.css';

type Props = {
  readonly page: RecognizedPage;
  /** Pixels of the picture as it is shown. */
  readonly width: number;
  readonly height: number;
};

const FONT = 'sans-serif';
/** Pixels of letters that words are measured with. */
const MEASURED_AT = 100;

/** How wide words are for their height. */
function measure(): (word: string) => number {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return (word) => word.length / 2;
  context.font = `${MEASURED_AT}px ${FONT}`;
  return (word) => context.measureText(word).width / MEASURED_AT;
}

/** The words that were recognized on a picture, over it and not to be seen: they can be found, marked, selected and copied where they stand. */
export function WordsOnPicture({ page, width, height }: Props) {
  const widthOf = measure();
  return (
    <div className={classes.words} style={{ width, height }} data-selectable dir="ltr">
      {placedWords(page.text, page.boxes).map(({ word, after, box }, at) => {
        const high = Math.max(1, box.h * height);
        const natural = Math.max(1, widthOf(word) * high);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a word is its place in the text
          <span key={at}>
            <span
              className={classes.word}
              style={{
                left: box.x * width,
                top: box.y * height,
                fontSize: high,
                transform: `scaleX(${(box.w * width) / natural})`,
              }}
            >
              {word}
            </span>
            {after}
          </span>
        );
      })}
    </div>
  );
}

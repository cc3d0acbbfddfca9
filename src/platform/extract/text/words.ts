/** Scripts that are written without spaces between words. */
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;
/** Characters that are cut into words exactly; beyond, the rate so far is applied. */
const SEGMENTED_CHARACTERS = 300_000;

/** How many words a text has; where a script has no spaces, by the platform's segmenter. */
export function countWords(text: string): number {
  let spaceless = 0;
  let segmented = 0;
  let words = 0;
  const rest = text.replace(SPACELESS, (run) => {
    spaceless += run.length;
    if (segmented < SEGMENTED_CHARACTERS) {
      segmented += run.length;
      words += countSegments(run);
    }
    return ' ';
  });
  const estimated = segmented === 0 ? 0 : Math.round((words * spaceless) / segmented);
  return estimated + countSpaced(rest);
}

function countSpaced(text: string): number {
  let count = 0;
  for (const _ of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’._-]*/gu)) count += 1;
  return count;
}

let segmenter: Intl.Segmenter | undefined;

function countSegments(run: string): number {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  let count = 0;
  for (const segment of segmenter.segment(run)) if (segment.isWordLike) count += 1;
  return count;
}

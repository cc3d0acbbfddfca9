import type { TabStop } from '../../office/word-paragraph.ts';
import type { SceneParagraph } from '../../scene/slide-scene.ts';

/** Points between the places that a tab leads to where nothing states one. */
const USUAL_TAB = 36;
/** Points behind a stop from which the next one counts. */
const PASSED = 0.5;

/** The next place that a tab leads to from `x`, in points from the column's side: a stop, else the indent of the lines below, else every half inch. */
export function nextStop({ tabs = [], margin, indent }: SceneParagraph['look'], x: number): TabStop {
  const stop = tabs.find(({ at }) => at > x + PASSED);
  const hanging = indent < 0 && margin > x + PASSED ? margin : undefined;
  if (hanging !== undefined && (stop === undefined || hanging < stop.at))
    return { at: hanging, align: 'left' };
  return stop ?? { at: (Math.floor(x / USUAL_TAB + 0.01) + 1) * USUAL_TAB, align: 'left' };
}

/** What stands behind a place in the texts of a paragraph up to the next tab or line: as much of each as belongs to it. */
export function textsBehind(texts: readonly string[], at: number, from: number): string[] {
  const found: string[] = [];
  // Read in place: a paragraph may have a hundred thousand tabs, each a text of its own.
  for (let index = at; index < texts.length; index += 1) {
    const text = texts[index] ?? '';
    const rest = index === at ? text.slice(from) : text;
    const end = rest.search(/[\t\n]/);
    found.push(end === -1 ? rest : rest.slice(0, end));
    if (end !== -1) return found;
  }
  return found;
}

import { says } from '../../shared/says/says.ts';
import { aboutField, dimensionFieldsIn } from '../../shared/vocabulary/asset-fields.ts';
import { type Suggestion, type Suggestions, sureEnough } from './suggest.ts';
import { SUGGESTED, type SuggestedField } from './tagged-document.ts';

/** What the files of one folder say for one another: where most of them are of one kind, the ones that say nothing are too. */

/** So many must say it, of those that say something at least this share, and of all that share. */
const LEAST_FILES = 3;
const AGREEING = 0.8;
const SPEAKING = 0.5;

/** Suggestions for the files of one folder, those of the others added where a file has none of its own. */
export function withPeers(folder: string, files: readonly Suggestions[]): Suggestions[] {
  const shared: Partial<Record<SuggestedField, Suggestion>> = {};
  for (const attribute of [...SUGGESTED, ...new Set(files.flatMap(dimensionFieldsIn))]) {
    if (aboutField(attribute).kind === 'language') continue;
    const said = sayOf(attribute, folder, files);
    if (said !== undefined) shared[attribute] = said;
  }
  return files.map((own) => ({ ...shared, ...own }));
}

function sayOf(
  attribute: SuggestedField,
  folder: string,
  files: readonly Suggestions[],
): Suggestion | undefined {
  const speaking = files.flatMap((file) => file[attribute] ?? []);
  if (speaking.length < Math.max(LEAST_FILES, SPEAKING * files.length)) return undefined;
  const counts = new Map<string, Suggestion[]>();
  for (const one of speaking)
    for (const value of one.values) counts.set(value, [...(counts.get(value) ?? []), one]);
  const common = [...counts].filter(([, those]) => those.length >= AGREEING * speaking.length);
  const [first] = common;
  if (first === undefined) return undefined;
  const share = first[1].length / speaking.length;
  const sure = (share * first[1].reduce((sum, one) => sum + one.sure, 0)) / first[1].length;
  if (sure < sureEnough(attribute)) return undefined;
  return {
    values: common.map(([value]) => value),
    sure,
    why: says('suggestions.peers', { count: first[1].length, folder }),
  };
}

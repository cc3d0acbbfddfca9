import type { Holds } from '../../domain/kernel/holds.ts';
import type { TaxonomyPart } from '../../domain/taxonomy/terms.ts';
import { Calibration, type Judged } from './calibration.ts';
import { mostValues } from './most-values.ts';
import type { TaggedDocument } from './tagged-document.ts';
import { Library, votesFor } from './votes.ts';

/** What a library teaches. */
export type Model = { readonly library: Library; readonly calibration: Calibration };

/** Documents that are left out in turn to learn how often evidence is right; of more, as many of all kinds. */
const MOST_JUDGED = 500;
/** Documents after which other work gets its turn. */
const AT_ONCE = 25;

/** Learns from tagged documents. */
export async function learn(
  catalog: Holds<TaxonomyPart>,
  documents: readonly TaggedDocument[],
  breathe: () => Promise<void>,
): Promise<Model> {
  const library = new Library(catalog, documents);
  const judged: Judged[] = [];
  const every = Math.max(1, Math.ceil(documents.length / MOST_JUDGED));
  for (let at = 0; at < documents.length; at += every) {
    const document = documents[at];
    if (document !== undefined) judged.push(...judge(library, document, at));
    if (at % (AT_ONCE * every) === 0) await breathe();
  }
  return { library, calibration: new Calibration(judged, (field) => mostValues(catalog, field) === 1) };
}

/** What the others say of a document, beside what it is. */
function judge(library: Library, document: TaggedDocument, at: number): Judged[] {
  const looked = library.look(document, at);
  const [type] = document.values.type ?? [];
  return library.fields.flatMap((attribute) => {
    const right = document.values[attribute];
    return right === undefined || right.length === 0
      ? []
      : [{ attribute, votes: votesFor(attribute, looked, type), right }];
  });
}

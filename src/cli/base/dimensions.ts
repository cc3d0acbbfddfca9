import type { Dimension, Taxonomy } from '../../contract/taxonomy.ts';
import { type DimensionField, fieldOfDimension } from '../../shared/vocabulary/asset-fields.ts';
import { plainWord } from '../../shared/vocabulary/plain-word.ts';
import { type AnyFacet, TERM_FACETS } from '../../shared/vocabulary/taxonomy.ts';
import type { CommandContext } from './command.ts';
import { wrongUse } from './exit.ts';

/** The hub's dimensions by what people call them. */

type Named = { readonly id: string; readonly name: string; readonly synonyms?: readonly string[] };

/** What `DIMENSION=TERM` says, as often as it is said: ids of terms, by the field of each dimension. Unknown ones are wrong use; the known ones are told. */
export async function dimensionTerms(
  { client }: CommandContext,
  texts: readonly string[],
): Promise<{ readonly [Field in DimensionField]?: string[] }> {
  if (texts.length === 0) return {};
  const taxonomy = await client.taxonomy.get();
  const terms: { [Field in DimensionField]?: string[] } = {};
  for (const text of texts) {
    const at = text.indexOf('=');
    const dimension = dimensionNamed(taxonomy, text.slice(0, at));
    const field = fieldOfDimension(dimension.id);
    const whole = text.slice(at + 1);
    const one = termNamed(dimension, whole);
    const ids = one === undefined ? whole.split(',').map((part) => knownTerm(dimension, part)) : [one.id];
    terms[field] = [...new Set([...(terms[field] ?? []), ...ids])];
  }
  return terms;
}

/** Why texts are no `DIMENSION=TERM`; undefined where all are. */
export function notDimensionTerms(texts: readonly string[]): string | undefined {
  const wrong = texts.find((text) => text.indexOf('=') < 1);
  return wrong === undefined ? undefined : `'${wrong}' names no dimension. Write it as DIMENSION=TERM.`;
}

/** A dimension in use by its name or id. */
function dimensionNamed({ dimensions }: Taxonomy, text: string): Dimension {
  const used = dimensions.filter(({ inUse }) => inUse);
  const found = named(used, text);
  if (found !== undefined) return found;
  const known = used.map(({ name }) => name).join(', ');
  throw wrongUse(
    `There is no dimension '${text.trim()}'. Known are: ${known || 'none yet (kitbag dimension define)'}.`,
  );
}

/** Two lists of terms by their names, `stage,industry`. */
export async function axesNamed(
  { client }: CommandContext,
  text: string,
): Promise<{ readonly rows: AnyFacet; readonly columns: AnyFacet }> {
  const taxonomy = await client.taxonomy.get();
  const axis = (name: string): AnyFacet => {
    const plain = plainWord(name).replace(/s$/, '');
    return (
      TERM_FACETS.find((facet) => facet === plain) ?? fieldOfDimension(dimensionNamed(taxonomy, name).id)
    );
  };
  const [rows = '', columns = ''] = text.split(',');
  return { rows: axis(rows), columns: axis(columns) };
}

function termNamed({ terms }: Dimension, text: string): Named | undefined {
  return named(
    terms.filter(({ retired }) => !retired),
    text,
  );
}

function knownTerm(dimension: Dimension, text: string): string {
  const found = termNamed(dimension, text);
  if (found !== undefined) return found.id;
  const known = dimension.terms.filter(({ retired }) => !retired).map(({ id }) => id);
  throw wrongUse(`'${dimension.name}' has no term '${text.trim()}'. Known are: ${known.join(', ')}.`);
}

function named<One extends Named>(all: readonly One[], text: string): One | undefined {
  const wanted = plainWord(text);
  return (
    all.find(({ id }) => id === text.trim()) ??
    all.find(({ name }) => plainWord(name) === wanted) ??
    all.find(({ synonyms = [] }) => synonyms.some((word) => plainWord(word) === wanted))
  );
}

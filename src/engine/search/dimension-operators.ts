import type { Holds } from '../../domain/kernel/holds.ts';
import { dimensionsInUse } from '../../domain/taxonomy/term-selectors.ts';
import type { TaxonomyPart } from '../../domain/taxonomy/terms.ts';
import { fieldOfDimension } from '../../shared/vocabulary/asset-fields.ts';
import { fieldOf } from './query/operators.ts';
import { foldWord } from './words/fold.ts';
import type { Operators } from './words/search-words.ts';

/** What asks for dimensions in a query: each by its name as a lead gave it, in whatever language that is, and by its id. */

type DimensionOperator = {
  /** The dimension's id. */
  readonly dimension: string;
  /** How it is offered and written: `deal-size` for “Deal size”. */
  readonly operator: string;
  /** Everything it may be called; the first is the one that is offered. */
  readonly names: readonly string[];
};

/** The operators of the dimensions in use, in their order. What every hub has under a name is never another thing in one hub. */
export function dimensionOperators(catalog: Holds<TaxonomyPart>): DimensionOperator[] {
  const taken = new Set<string>();
  return dimensionsInUse(catalog).flatMap(({ id, name }) => {
    const names = [operatorOf(name), id].filter(
      (one) => one !== '' && fieldOf(one) === undefined && !taken.has(one),
    );
    for (const one of names) taken.add(one);
    const [operator] = names;
    return operator === undefined ? [] : [{ dimension: id, operator, names: [...new Set(names)] }];
  });
}

/** The fields of the dimensions in use by the names of their operators. */
export function operatorsByName(catalog: Holds<TaxonomyPart>): Operators {
  return new Map(
    dimensionOperators(catalog).flatMap(({ dimension, names }) =>
      names.map((name) => [name, fieldOfDimension(dimension)] as const),
    ),
  );
}

/** A name as an operator: letters and digits, in lower case and without accents. */
function operatorOf(name: string): string {
  const plain = foldWord(name).replace(/[^\p{L}\p{N}]+/gu, '-');
  return plain.replace(/^[-\p{N}]+|-+$/gu, '');
}

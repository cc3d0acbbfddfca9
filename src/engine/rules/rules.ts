import type { Rule } from '../../contract/rules.ts';
import type { Holds } from '../../domain/kernel/holds.ts';
import type { EventBody } from '../../domain/registry.ts';
import { allRules, knownRule } from '../../domain/rules/rule-selectors.ts';
import type { RulesPart } from '../../domain/rules/rules.ts';
import { isTerm, knownTerm } from '../../domain/taxonomy/term-selectors.ts';
import type { TaxonomyPart } from '../../domain/taxonomy/terms.ts';
import { fitsPattern } from '../../shared/path-pattern.ts';
import { says } from '../../shared/says/says.ts';
import {
  aboutField,
  type DimensionField,
  dimensionFieldsIn,
  isDimensionField,
} from '../../shared/vocabulary/asset-fields.ts';
import { RULED_ATTRIBUTES, type RuledAttribute } from '../../shared/vocabulary/rules.ts';
import { facetOfList } from '../../shared/vocabulary/taxonomy.ts';
import { checkTerms } from '../assets/assets.ts';
import { boundsOfList, dimensionFields } from '../assets/dimension-fields.ts';
import type { WithAssets } from '../assets/with-assets.ts';
import { invalid, notFound } from '../base/refusal.ts';
import { mintHere } from '../live/minted.ts';
import { checkMayPublish } from '../people/may-publish.ts';
import type { Suggestion, Suggestions } from '../suggestions/suggest.ts';

/** Rules for imports: kept from what was accepted once, applied to what comes later. */

/** What knows the rules and the words. */
type Ruled = { readonly catalog: Holds<RulesPart & TaxonomyPart> };
type KeptRule = Omit<Rule, 'id'> & { readonly id?: string | undefined };

/** The rules in use, by their patterns. */
export function listRules({ catalog }: Ruled): Rule[] {
  return allRules(catalog)
    .filter(({ retired }) => retired !== true)
    .map(({ id, pattern, set }) => ({ id, pattern, set }))
    .sort((a, b) => a.pattern.localeCompare(b.pattern, 'en') || (a.id < b.id ? -1 : 1));
}

/** Keeps a rule: a new one, or a known one anew; one that has the same pattern is written over. Throws `Refusal`. */
export async function keepRule(
  replica: WithAssets,
  { id: asked, pattern, set }: KeptRule,
): Promise<{ id: string; undo?: string }> {
  checkMayPublish(replica);
  checkTerms(replica, set);
  if (asked !== undefined && knownRule(replica.catalog, asked) === undefined) throw notFound('rule');
  if (Object.keys(set).length === 0) throw invalid(says('publish.empty-rule'), 'set');
  const wanted = pattern.trim();
  const same = listRules(replica).find((rule) => rule.pattern.toLowerCase() === wanted.toLowerCase());
  const known = asked ?? same?.id;
  const minted = known === undefined ? mintHere(replica) : undefined;
  const id = known ?? minted?.id('rule') ?? '';
  const body: EventBody<'rule-defined'> = {
    id,
    pattern: wanted,
    set,
    ...(minted && { nonce: minted.nonce }),
  };
  const undone = await replica.undos.commit([{ kind: 'rule-defined', body }]);
  return { id, ...undone };
}

/** Takes a rule out of use. Throws `Refusal`. */
export async function removeRule(replica: WithAssets, id: string): Promise<{ undo?: string }> {
  checkMayPublish(replica);
  const known = knownRule(replica.catalog, id);
  if (known === undefined) throw notFound('rule');
  const { nonce: _, ...body } = known;
  return { ...(await replica.undos.commit([{ kind: 'rule-defined', body: { ...body, retired: true } }])) };
}

/** What the rules say of a file, by its folder and name: of several for one attribute the one with the longest pattern. */
export function ruledFor(replica: Ruled, folder: string, fileName: string): Suggestions {
  const path = folder === '' ? fileName : `${folder}/${fileName}`;
  const fitting = listRules(replica)
    .filter(({ pattern }) => fitsPattern(path, pattern))
    .sort((a, b) => a.pattern.length - b.pattern.length);
  const said: Partial<Record<RuledField, Suggestion>> = {};
  for (const { pattern, set } of fitting)
    for (const field of ruledFields(set)) {
      const values = [set[field] ?? []].flat().filter((value) => isUsable(replica, field, value));
      const taken = values.slice(0, boundsOfList(replica.catalog, field).most);
      if (taken.length > 0)
        said[field] = { values: taken, sure: 1, why: says('suggestions.rule', { pattern }) };
    }
  return said;
}

/** A field that a rule can set: an attribute that is chosen from some few values, or a dimension. */
type RuledField = RuledAttribute | DimensionField;

function ruledFields(set: Rule['set']): RuledField[] {
  return [...RULED_ATTRIBUTES, ...dimensionFieldsIn(set)];
}

/** A term, or a dimension, that was given up since is not said any more. */
function isUsable({ catalog }: Ruled, field: RuledField, value: string): boolean {
  const about = aboutField(field);
  if (!('list' in about)) return true;
  if (isDimensionField(field) && !dimensionFields(catalog).includes(field)) return false;
  const facet = facetOfList(about.list);
  return isTerm(catalog, facet, value) && knownTerm(catalog, facet, value)?.retired !== true;
}

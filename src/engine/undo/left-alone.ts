import { fieldOf } from '../../domain/assets/asset-selectors.ts';
import { knownProposal, nameOfKit } from '../../domain/kits/kit-selectors.ts';
import { fileOfProposal } from '../../domain/proposals/proposal-selectors.ts';
import { titleOfRequest } from '../../domain/requests/request-selectors.ts';
import { knownRule } from '../../domain/rules/rule-selectors.ts';
import { knownGolden } from '../../domain/search-quality/golden-selectors.ts';
import { knownDimension, knownSynonyms, nameOfTerm } from '../../domain/taxonomy/term-selectors.ts';
import type { Written } from '../../domain/undo/last-writes.ts';
import { knownView } from '../../domain/views/view-selectors.ts';
import { assertNever } from '../../shared/assert-never.ts';
import { type Says, says } from '../../shared/says/says.ts';
import type { ChangedThing, Thing } from '../../shared/says/undo.ts';
import { toldField, toldKitField } from '../assets/dimension-fields.ts';
import { visibleVersions } from '../assets/versions.ts';
import type { WithAssets } from '../assets/with-assets.ts';
import type { Left } from '../live/undos.ts';

const POLICIES = {
  admission: 'undo.admission',
  searchWords: 'undo.search-words',
  recognition: 'undo.recognition',
  kitReview: 'undo.kit-review',
  timeZone: 'undo.time-zone',
} as const satisfies Readonly<Record<Extract<Written, { readonly what: 'policy' }>['policy'], Thing>>;

/** How many things are named one by one. */
const NAMED = 3;

/** Tells what was not taken back and who has changed it since; `undefined` where that is nothing. `undone`: other things were. */
export function leftAlone(replica: WithAssets, left: readonly Left[], undone: boolean): Says | undefined {
  if (left.length === 0) return undefined;
  const things = left.slice(0, NAMED).map((one) => changedThing(replica, one));
  return says(undone ? 'undo.part' : 'undo.nothing', { things, more: left.length - things.length });
}

function changedThing(replica: WithAssets, left: Left): Says<ChangedThing> {
  const { member } = left;
  const thing = thingOf(replica, left) ?? says('undo.unknown');
  if (member === undefined) return says('undo.by-somebody', { thing });
  const { catalog } = replica;
  return member === catalog.selfId()
    ? says('undo.by-you', { thing })
    : says('undo.by', { thing, name: catalog.member(member).name });
}

type OfAsset = Extract<
  Written,
  {
    readonly what:
      | 'field'
      | 'version'
      | 'publication'
      | 'submission'
      | 'verification'
      | 'recall'
      | 'rating'
      | 'review-answer';
  }
>;

/** Something of an asset that was written over; `used`: somebody used it meanwhile. */
function assetThing(
  replica: WithAssets,
  { written, used }: { readonly written: OfAsset; readonly used: Left['used'] },
  asset: string,
): Says<Thing> {
  switch (written.what) {
    case 'field':
      return says('undo.field', { field: toldField(replica.catalog, written.field), asset });
    case 'version':
      return versionOf(replica, written, asset);
    case 'publication':
      return says(used ? 'undo.use' : 'undo.publication', { asset });
    case 'review-answer':
      return says('undo.review', { asset });
    default:
      return says(`undo.${written.what}`, { asset });
  }
}

/** Something of a kit that was written over. */
function kitThing(
  catalog: WithAssets['catalog'],
  written: Extract<
    Written,
    { readonly what: `kit-${'field' | 'item' | 'rating' | 'recall' | 'verification' | 'review-answer'}` }
  >,
  name: string,
): Says<Thing> {
  if (written.what !== 'kit-field') return says(`undo.${written.what}`, { name });
  return written.field === 'gone'
    ? says('undo.kit', { name })
    : says('undo.kit-field', { field: toldKitField(catalog, written.field), name });
}

/** Something of the taxonomy that was written over. */
function taxonomyThing(
  catalog: WithAssets['catalog'],
  written: Extract<Written, { readonly what: 'term' | 'dimension' | 'synonyms' }>,
): Says<Thing> | undefined {
  switch (written.what) {
    case 'term':
      return about(nameOfTerm(catalog, written.facet, written.id), (name) => says('undo.term', { name }));
    case 'dimension':
      return about(knownDimension(catalog, written.id), ({ name }) => says('undo.dimension', { name }));
    case 'synonyms':
      return about(knownSynonyms(catalog, written.id)?.words[0], (word) => says('undo.synonyms', { word }));
  }
}

/** Tells of what is known alone. */
function about<Value>(
  value: Value | undefined,
  tell: (value: Value) => Says<Thing>,
): Says<Thing> | undefined {
  return value === undefined ? undefined : tell(value);
}

/** Something that was written over; `undefined` where this device does not know (any more) what it is about. */
function thingOf(replica: WithAssets, { written, used }: Left): Says<Thing> | undefined {
  const { catalog } = replica;
  switch (written.what) {
    case 'field':
    case 'version':
    case 'publication':
    case 'submission':
    case 'verification':
    case 'recall':
    case 'rating':
    case 'review-answer':
      return about(titleOf(replica, written.asset), (asset) => assetThing(replica, { written, used }, asset));
    case 'merge':
    case 'variant':
    case 'follows':
      return about(fieldOf(catalog, written.asset, 'title'), (asset) =>
        says(`undo.${written.what}`, { asset }),
      );
    case 'apart':
      return about(titlesOf(replica, written.a, written.b), (titles) => says('undo.apart', titles));
    case 'term':
    case 'dimension':
    case 'synonyms':
      return taxonomyThing(catalog, written);
    case 'golden':
      return about(knownGolden(catalog, written.id)?.query, (query) => says('undo.golden', { query }));
    case 'view':
      return about(knownView(catalog, written.id)?.name, (name) => says('undo.view', { name }));
    case 'rule':
      return about(knownRule(catalog, written.id)?.pattern, (pattern) => says('undo.rule', { pattern }));
    case 'kit-field':
    case 'kit-item':
    case 'kit-rating':
    case 'kit-recall':
    case 'kit-verification':
    case 'kit-review-answer':
      return about(nameOfKit(catalog, written.kit), (name) => kitThing(catalog, written, name));
    case 'kit-proposal':
    case 'kit-proposal-withdrawal':
      return about(knownProposal(catalog, written.proposal), ({ made }) =>
        says('undo.kit-proposal', { name: made.value.fields.name }),
      );
    case 'vote':
    case 'answer':
      return about(titleOfRequest(catalog, written.request), (request) =>
        says(`undo.${written.what}`, { request }),
      );
    case 'proposal':
      return about(fileOfProposal(catalog, written.proposal), (file) => says('undo.proposal', { file }));
    case 'policy':
      return says(POLICIES[written.policy]);
    case 'standing':
      return says('undo.role', { name: catalog.member(written.member).name });
    default:
      return assertNever(written);
  }
}

function titleOf(replica: WithAssets, asset: string): string | undefined {
  return replica.summaries.known(asset)?.title;
}

function titlesOf(replica: WithAssets, one: string, other: string) {
  const [a, b] = [titleOf(replica, one), titleOf(replica, other)];
  return a === undefined || b === undefined ? undefined : { a, b };
}

function versionOf(
  replica: WithAssets,
  written: { readonly asset: string; readonly version: string },
  asset: string,
): Says<Thing> {
  const known = visibleVersions(replica, written.asset).find(({ body }) => body.id === written.version);
  return known === undefined
    ? says('undo.some-version', { asset })
    : says('undo.version', { number: known.number, asset });
}

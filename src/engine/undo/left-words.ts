import { titleOfRequest } from '../../domain/requests/request-selectors.ts';
import { knownGolden } from '../../domain/search-quality/golden-selectors.ts';
import { knownSynonyms, nameOfTerm } from '../../domain/taxonomy/term-selectors.ts';
import type { Written } from '../../domain/undo/last-writes.ts';
import { assertNever } from '../../shared/assert-never.ts';
import { visibleVersions } from '../assets/versions.ts';
import type { WithAssets } from '../assets/with-assets.ts';
import { fieldLabel, listed } from '../history/field-words.ts';
import type { Left } from '../live/undos.ts';

/** How many things are named one by one. */
const NAMED = 3;

/** Says what was not taken back and who has changed it since; `undefined` where that is nothing. `undone`: other things were. */
export function leftMessage(replica: WithAssets, left: readonly Left[], undone: boolean): string | undefined {
  if (left.length === 0) return undefined;
  const named = left
    .slice(0, NAMED)
    .map((one) => `${thingOf(replica, one.written)} (${whoOf(replica, one)})`);
  const more = left.length - named.length;
  const all = listed(more === 0 ? named : [...named, `${more} more`]);
  return undone
    ? `Undone, except what has changed since: ${all}.`
    : `Not undone, because it has changed since: ${all}.`;
}

function whoOf({ catalog }: WithAssets, { member }: Left): string {
  if (member === undefined) return 'by somebody';
  return member === catalog.selfId() ? 'by you' : `by ${catalog.member(member).name}`;
}

function thingOf(replica: WithAssets, written: Written): string {
  const { catalog } = replica;
  switch (written.what) {
    case 'field':
      return `${fieldLabel(written.field).toLowerCase()} of ${titleOf(replica, written.asset)}`;
    case 'version':
      return `${versionWord(replica, written)} of ${titleOf(replica, written.asset)}`;
    case 'term':
      return quoted(nameOfTerm(catalog, written.facet, written.id));
    case 'synonyms':
      return `synonyms of ${quoted(knownSynonyms(catalog, written.id)?.words[0])}`;
    case 'golden':
      return `golden query ${quoted(knownGolden(catalog, written.id)?.query)}`;
    case 'rating':
      return `your rating of ${titleOf(replica, written.asset)}`;
    case 'vote':
      return `your vote for ${requestTitle(replica, written.request)}`;
    case 'answer':
      return `status of ${requestTitle(replica, written.request)}`;
    case 'policy':
      return written.policy === 'admission' ? 'who can join' : 'what is shared of searches';
    case 'standing':
      return `role of ${catalog.member(written.member).name}`;
    default:
      return assertNever(written);
  }
}

function quoted(name: string | undefined): string {
  return name === undefined ? 'something unknown' : `‘${name}’`;
}

function titleOf(replica: WithAssets, asset: string): string {
  return quoted(replica.summaries.all().get(asset)?.title);
}

function requestTitle({ catalog }: WithAssets, request: string): string {
  return quoted(titleOfRequest(catalog, request));
}

function versionWord(
  replica: WithAssets,
  { asset, version }: { readonly asset: string; readonly version: string },
): string {
  const known = visibleVersions(replica, asset).find(({ body }) => body.id === version);
  return known === undefined ? 'a version' : `version ${known.number}`;
}

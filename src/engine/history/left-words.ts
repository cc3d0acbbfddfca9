import { TERM_LISTS, type Written } from '../../domain/undo/last-writes.ts';
import { assertNever } from '../../shared/assert-never.ts';
import { visibleVersions } from '../assets/versions.ts';
import type { OpenHub } from '../open-hub.ts';
import type { Left } from '../undo/undos.ts';
import { fieldLabel, listed } from './field-words.ts';

/** How many things are named one by one. */
const NAMED = 3;

/** Says what was not taken back and who has changed it since; `undefined` where that is nothing. `undone`: other things were. */
export function leftMessage(hub: OpenHub, left: readonly Left[], undone: boolean): string | undefined {
  if (left.length === 0) return undefined;
  const named = left.slice(0, NAMED).map((one) => `${thingOf(hub, one.written)} (${whoOf(hub, one)})`);
  const more = left.length - named.length;
  const all = listed(more === 0 ? named : [...named, `${more} more`]);
  return undone
    ? `Undone, except what has changed since: ${all}.`
    : `Not undone, because it has changed since: ${all}.`;
}

function whoOf({ catalog }: OpenHub, { member }: Left): string {
  if (member === undefined) return 'by somebody';
  return member === catalog.selfId() ? 'by you' : `by ${catalog.member(member).name}`;
}

function thingOf(hub: OpenHub, written: Written): string {
  const { state } = hub.catalog;
  switch (written.what) {
    case 'field':
      return `${fieldLabel(written.field).toLowerCase()} of ${titleOf(hub, written.asset)}`;
    case 'version':
      return `${versionWord(hub, written)} of ${titleOf(hub, written.asset)}`;
    case 'term':
      return quoted(state.taxonomy[TERM_LISTS[written.facet]].get(written.id)?.value.name);
    case 'synonyms':
      return `synonyms of ${quoted(state.taxonomy.synonyms.get(written.id)?.value.words[0])}`;
    case 'golden':
      return `golden query ${quoted(state.golden.get(written.id)?.value.query)}`;
    case 'rating':
      return `your rating of ${titleOf(hub, written.asset)}`;
    case 'vote':
      return `your vote for ${requestTitle(hub, written.request)}`;
    case 'answer':
      return `status of ${requestTitle(hub, written.request)}`;
    case 'policy':
      return written.policy === 'admission' ? 'who can join' : 'what is shared of searches';
    case 'standing':
      return `role of ${hub.catalog.member(written.member).name}`;
    default:
      return assertNever(written);
  }
}

function quoted(name: string | undefined): string {
  return name === undefined ? 'something unknown' : `‘${name}’`;
}

function titleOf(hub: OpenHub, asset: string): string {
  return quoted(hub.summaries.all().get(asset)?.title);
}

function requestTitle({ catalog }: OpenHub, request: string): string {
  return quoted(catalog.state.requests.get(request)?.made?.value.title);
}

function versionWord(
  hub: OpenHub,
  { asset, version }: { readonly asset: string; readonly version: string },
): string {
  const state = hub.catalog.state.assets.get(asset);
  const known = state && visibleVersions(hub, state).find(({ body }) => body.id === version);
  return known === undefined ? 'a version' : `version ${known.number}`;
}

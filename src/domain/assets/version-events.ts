import { z } from 'zod';
import { type Says, says } from '../../shared/says/says.ts';
import { VERSION_MOVES } from '../../shared/vocabulary/assets.ts';
import { type Claimed, type ClaimPlace, claimed } from '../kernel/claims.ts';
import { type Author, defineEvent, type Places } from '../kernel/define-event.ts';
import { assetId, nonce, proposalId, time, versionId } from '../kernel/fields.ts';
import { entryOf, later, type Register } from '../kernel/register.ts';
import { MARKETERS } from '../kernel/roles.ts';
import { type VersionBody, versionReadingSchema, versionSchema } from '../versions/version-body.ts';
import { laterReading, withReading } from '../versions/version-reading.ts';
import type {
  MovedVersion,
  Origin,
  Verification,
  Versioned,
  VersionState,
} from '../versions/version-state.ts';
import { type AssetState, type AssetsPart, assetOf, assets } from './assets.ts';
import { restoredByNote } from './restored-note.ts';

/** Versions of assets; which one is current is worked out from all (`versions/versions.ts`). */

export const versionAdded = defineEvent({
  kind: 'asset-version-added',
  body: z.object({
    asset: assetId,
    nonce,
    version: versionSchema,
    at: time.optional(),
    proposal: proposalId.optional(),
  }),
  leaves: 'leaves.published',
  roles: MARKETERS,
  into: assets,
  entry: ({ asset }) => asset,
  claims: ({ version }) => [{ kind: 'version', id: version.id }],
  over: overVersionsOf,
  fold: (state, body, author) => foldVersion(state, body, author, {}),
  history: {
    of: 'asset',
    id: ({ asset }) => asset,
    what: ({ version: { note } }) => (note === undefined ? says('history.version-added') : addedAs(note)),
    version: ({ version }) => version.id,
  },
});

/** A version that waits beside the published one. A kind of its own, so that older versions of Kitbag don't take it for published. */
export const versionDrafted = defineEvent({
  kind: 'asset-version-drafted',
  body: z.object({
    asset: assetId,
    nonce,
    version: versionSchema,
    at: time,
    proposal: proposalId.optional(),
  }),
  leaves: 'leaves.published',
  roles: MARKETERS,
  into: assets,
  entry: ({ asset }) => asset,
  claims: ({ version }) => [{ kind: 'version', id: version.id }],
  over: overVersionsOf,
  fold: (state, body, author) => foldVersion(state, body, author, { draft: true }),
  history: {
    of: 'asset',
    id: ({ asset }) => asset,
    what: ({ version: { note } }) =>
      note === undefined ? says('history.version-drafted') : says('history.version-drafted-as', { note }),
    version: ({ version }) => version.id,
    tellsOfDraft: () => true,
  },
});

/** What becomes of a drafted version, the last word counts; says nothing of one that was published from the start. */
export const versionMoved = defineEvent({
  kind: 'asset-version-moved',
  body: z.object({ asset: assetId, version: versionId, to: z.enum(VERSION_MOVES), at: time }),
  leaves: 'leaves.changed',
  roles: MARKETERS,
  into: assets,
  entry: ({ asset }) => asset,
  over(state, { asset, version }) {
    const known = state.assets.get(asset);
    return known === undefined ? [] : [known.moves?.get(version)?.stamp, ...overVersions(known)];
  },
  fold(state, body, author) {
    const asset = assetOf(state, body.asset);
    asset.moves ??= new Map();
    const moved: MovedVersion = { member: author.member, at: body.at, to: body.to };
    asset.moves.set(body.version, later(asset.moves.get(body.version), author.stamp, moved));
  },
  history: {
    of: 'asset',
    id: ({ asset }) => asset,
    version: ({ version }) => version,
    // Of a publication that was taken back, too.
    tellsOfDraft: ({ to, version }, sees) => to !== 'published' || !sees(version),
  },
  toldByEngine: 'asset',
});

/**
 * It was never meant to come out: the version is as good as dropped, however it came in, and an asset without another one is not shown. Only the word of
 * who published it counts, so that nobody makes the work of others vanish.
 */
export const versionWithdrawn = defineEvent({
  kind: 'asset-version-withdrawn',
  body: z.object({ asset: assetId, version: versionId, at: time }),
  leaves: 'leaves.changed',
  roles: MARKETERS,
  into: assets,
  entry: ({ asset }) => asset,
  over(state, { asset, version }, member) {
    const known = state.assets.get(asset);
    return known === undefined
      ? []
      : [known.withdrawn?.get(version)?.get(member)?.stamp, ...overVersions(known)];
  },
  fold(state, { asset: id, version, at }, { member, stamp }) {
    const asset = assetOf(state, id);
    asset.withdrawn ??= new Map();
    const said = entryOf(asset.withdrawn, version, () => new Map<string, Register<number>>());
    said.set(member, later(said.get(member), stamp, at));
  },
  history: {
    of: 'asset',
    id: ({ asset }) => asset,
    what: () => says('history.version-withdrawn'),
    tellsOfDraft: () => true,
  },
});

/** A version's file was read again and more was found; the last reading of the newest format counts, and is seen wherever the version is. Its file stays what it is. */
export const versionRead = defineEvent({
  kind: 'asset-version-read',
  body: z.object({ asset: assetId, version: versionId, reading: versionReadingSchema, at: time }),
  leaves: 'leaves.changed',
  roles: MARKETERS,
  into: assets,
  entry: ({ asset }) => asset,
  over: (state, { asset, version }) => [state.assets.get(asset)?.readings?.get(version)?.stamp],
  fold(state, body, { stamp }) {
    const asset = assetOf(state, body.asset);
    asset.readings ??= new Map();
    asset.readings.set(body.version, laterReading(asset.readings.get(body.version), stamp, body.reading));
    const version = asset.versions.get(body.version);
    if (version !== undefined) asset.versions.set(body.version, withReadingOf(asset, asAdded(version)));
  },
  history: {
    of: 'asset',
    id: ({ asset }) => asset,
    what: () => says('history.version-read'),
    tellsOfDraft: ({ version }, sees) => !sees(version),
  },
});

/** The last one of each version. Without `version` (old journals) it is of the version that was current at its place. */
export const assetVerified = defineEvent({
  kind: 'asset-verified',
  body: z.object({
    asset: assetId,
    version: versionId.optional(),
    at: time,
    /** It was said by mistake: nobody has verified it. */
    withdrawn: z.literal(true).optional(),
  }),
  leaves: 'leaves.changed',
  roles: MARKETERS,
  into: assets,
  entry: ({ asset }) => asset,
  over(state, { asset }) {
    const known = state.assets.get(asset);
    if (known === undefined) return [];
    return [...[...(known.verified?.values() ?? [])].map(({ stamp }) => stamp), ...overVersions(known)];
  },
  fold(state, body, author) {
    const asset = assetOf(state, body.asset);
    const version = body.version ?? '';
    asset.verified ??= new Map();
    const said: Verification = {
      ...{ member: author.member, at: body.at },
      ...(body.withdrawn && { withdrawn: true }),
    };
    asset.verified.set(version, later(asset.verified.get(version), author.stamp, said));
  },
  history: { of: 'asset', id: ({ asset }) => asset },
  toldByEngine: 'asset',
});

/** Which version is the current one is a question of the order, so a version comes after all that there are. */
export function overVersions({ versions, moves }: Versioned): Places {
  return [...versions.values(), ...(moves?.values() ?? [])].map(({ stamp }) => stamp);
}

function overVersionsOf(state: AssetsPart, { asset }: { readonly asset: string }): Places {
  const known = state.assets.get(asset);
  return known === undefined ? [] : overVersions(known);
}

function foldVersion(
  state: AssetsPart,
  body: {
    readonly asset: string;
    readonly version: VersionBody;
    readonly at?: number | undefined;
    readonly proposal?: string | undefined;
  },
  author: Author,
  more: Pick<VersionState, 'draft'>,
): void {
  const origin: Origin = { member: author.member, at: body.at ?? author.time, ...proposedAs(body) };
  addVersion(state, assetOf(state, body.asset), { ...origin, body: body.version, ...more }, author);
}

/** The proposal that something came of, where it came of one. */
export function proposedAs({
  proposal,
}: {
  readonly proposal?: string | undefined;
}): Pick<Origin, 'proposal'> {
  return proposal === undefined ? {} : { proposal };
}

/** Adds a version to its asset. */
export function addVersion(
  state: AssetsPart,
  asset: AssetState,
  version: VersionState,
  place: ClaimPlace,
): void {
  const { id } = version.body;
  asset.versions.set(id, withReadingOf(asset, claimed(place, version)));
  state.versions.set(id, asset.id);
}

function addedAs(note: string): Says<'history.version-added-as' | 'history.version-restored'> {
  const number = restoredByNote(note);
  return number === undefined
    ? says('history.version-added-as', { note })
    : says('history.version-restored', { number });
}

/** A version without what later readings found. */
function asAdded(version: Claimed<VersionState>): Claimed<VersionState> {
  const { asAdded: body, ...rest } = version.value;
  return body === undefined ? version : { ...version, value: { ...rest, body } };
}

function withReadingOf(asset: AssetState, added: Claimed<VersionState>): Claimed<VersionState> {
  const { body } = added.value;
  const reading = asset.readings?.get(body.id)?.value;
  if (reading === undefined) return added;
  return {
    ...added,
    value: { ...added.value, body: withReading(body, reading), asAdded: body },
  };
}

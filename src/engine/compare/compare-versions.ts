import type { ComparedPage, Comparison, ComparisonStep, MarkedPage } from '../../contract/compare.ts';
import { findsHidden } from '../../domain/assets/hidden.ts';
import type { StandingVersion } from '../../domain/versions/versions.ts';
import type { Cancellation } from '../../shared/ports/cancellation.ts';
import { says } from '../../shared/says/says.ts';
import type { Sha256 } from '../../shared/vocabulary/ids.ts';
import { readableVersion, summaryOf } from '../assets/assets.ts';
import { versionView } from '../assets/version-view.ts';
import { visibleVersions } from '../assets/versions.ts';
import type { WithAssets } from '../assets/with-assets.ts';
import { invalid, notFound, Refusal } from '../base/refusal.ts';
import { cancellableSteps } from '../base/steps.ts';
import type { ComparingProgress, NotCompared, TwoTexts } from '../ports/comparer.ts';

/** Which versions of an asset. */
type Asked = {
  readonly asset: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

/** Hears how far a comparison is. */
type Telling = (progress: ComparingProgress) => void;

/** What changed from one version of an asset to another, page by page. Throws `Refusal`, `StorageError`, `AbortError`. */
export async function compareVersions(
  replica: WithAssets,
  asked: Asked,
  { signal, onProgress }: { readonly signal?: Cancellation | undefined; readonly onProgress?: Telling } = {},
): Promise<Comparison> {
  const asset = summaryOf(replica, asked.asset);
  const [earlier, later] = chosenVersions(replica, asset, asked);
  const blobs = { from: textBlobOf(replica, earlier.body.id), to: textBlobOf(replica, later.body.id) };
  const compared = await replica.ports.extractor.compareTexts(await placesOf(replica, blobs), {
    signal,
    ...(onProgress && { onProgress }),
  });
  if (compared.compared !== 'texts') return refuse(replica, blobs, compared);
  const { pages } = compared;
  const hiddenToo = findsHidden(replica.catalog.self().role);
  const view = (version: StandingVersion) =>
    versionView(version, replica.catalog.member(version.member), replica.offline.isHere, hiddenToo);
  return {
    asset: { id: asset.id, title: asset.title },
    from: view(earlier),
    to: view(later),
    pages: [...pages],
    same: pages.filter(isSame).length,
    added: pages.reduce((sum, page) => sum + page.added, 0),
    removed: pages.reduce((sum, page) => sum + page.removed, 0),
  };
}

/** The same, telling how far it is; ends with the comparison. Whoever stops listening ends the work. */
export function watchComparison(
  replica: WithAssets,
  asked: Asked,
  signal?: Cancellation,
): AsyncGenerator<ComparisonStep, void> {
  return cancellableSteps<ComparisonStep>(async (tell, cancelled) => {
    const onProgress: Telling = (progress) => tell({ step: 'progress', ...progress });
    const comparison = await compareVersions(replica, asked, { signal: cancelled, onProgress });
    tell({ step: 'compared', comparison });
  }, signal);
}

type Blobs = { readonly from: Sha256 | undefined; readonly to: Sha256 | undefined };

function textBlobOf(replica: WithAssets, version: string): Sha256 | undefined {
  return readableVersion(replica, version).body.textBlob;
}

/** Where both texts lie. Throws `StorageError`. */
async function placesOf({ texts }: WithAssets, { from, to }: Blobs): Promise<TwoTexts> {
  return { from: await texts.place(from), to: await texts.place(to) };
}

/** Says why two texts were not compared. A text that is none is remembered by whoever reads it, and told by them. */
async function refuse(replica: WithAssets, blobs: Blobs, why: NotCompared): Promise<never> {
  if (why.compared === 'unreadable') await replica.texts.read(blobs[why.side]);
  throw new Refusal('INVALID', says('compare.too-much'));
}

function isSame({ from, to, moved, added, removed }: ComparedPage): boolean {
  return from !== undefined && to !== undefined && moved !== true && added + removed === 0;
}

/** The two versions that are meant: those that are named, else the current one and the one before. */
function chosenVersions(
  replica: WithAssets,
  asset: { readonly id: string; readonly title: string; readonly version: { readonly id: string } },
  asked: Asked,
): readonly [StandingVersion, StandingVersion] {
  const versions = visibleVersions(replica, asset.id);
  if (versions.length < 2)
    throw new Refusal('NOT_FOUND', says('compare.one-version', { title: asset.title }));
  const placeOf = (id: string): number => {
    const place = versions.findIndex(({ body }) => body.id === id);
    if (place === -1) throw notFound('version');
    return place;
  };
  const named = asked.from === undefined ? undefined : placeOf(asked.from);
  const current = placeOf(asset.version.id);
  const unnamed = named === current || (named === undefined && current === 0) ? current + 1 : current;
  const to = asked.to === undefined ? Math.min(unnamed, versions.length - 1) : placeOf(asked.to);
  const from = named ?? (to === 0 ? 1 : to - 1);
  const [earlier, later] = [versions[from], versions[to]];
  if (earlier === undefined || later === undefined) throw notFound('version');
  if (earlier === later) throw invalid(says('compare.same-version'), 'to');
  return [earlier, later];
}

/** A page of two versions with what came and went marked; of one alone all of it is marked. Throws `Refusal`, `StorageError`. */
export async function comparePage(
  replica: WithAssets,
  asked: {
    readonly from: string;
    readonly to: string;
    readonly fromPage?: number | undefined;
    readonly toPage?: number | undefined;
  },
): Promise<{ from?: MarkedPage; to?: MarkedPage }> {
  const blobs = { from: textBlobOf(replica, asked.from), to: textBlobOf(replica, asked.to) };
  const marked = await replica.ports.extractor.compareTextPages(await placesOf(replica, blobs), {
    from: asked.fromPage,
    to: asked.toPage,
  });
  if (marked.compared !== 'pages') return refuse(replica, blobs, marked);
  const { from, to } = marked;
  return { ...(from && { from }), ...(to && { to }) };
}

import type { ComparedPage, Comparison, MarkedPage, PagePart } from '../../contract/compare.ts';
import { findsHidden } from '../../domain/assets/hidden.ts';
import type { StandingVersion } from '../../domain/versions/versions.ts';
import { type Cancellation, throwIfAborted } from '../../shared/ports/cancellation.ts';
import { says } from '../../shared/says/says.ts';
import { readableVersion, summaryOf } from '../assets/assets.ts';
import { versionView } from '../assets/version-view.ts';
import { visibleVersions } from '../assets/versions.ts';
import type { WithAssets } from '../assets/with-assets.ts';
import { invalid, notFound, Refusal } from '../base/refusal.ts';
import type { PageText } from '../ports/extractor.ts';
import { alignPages } from './pages/align-pages.ts';
import { markWords, type Piece } from './pages/mark-words.ts';
import { isWord, tokensOf } from './pages/words-of.ts';

/** Which versions of an asset. */
type Asked = {
  readonly asset: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

/** Milliseconds of comparing before other work of the engine gets its turn. */
const AT_ONCE_MS = 12;

/** What changed from one version of an asset to another, page by page. Throws `Refusal`, `StorageError`, `Cancelled`. */
export async function compareVersions(
  replica: WithAssets,
  asked: Asked,
  signal?: Cancellation,
): Promise<Comparison> {
  const asset = summaryOf(replica, asked.asset);
  const [earlier, later] = chosenVersions(replica, asset, asked);
  const breathe = breather(replica, signal);
  const [before, after] = await Promise.all([pagesOf(replica, earlier), pagesOf(replica, later)]);
  const aligned = await alignPages(before.map(wholeText), after.map(wholeText), breathe);
  const pages: ComparedPage[] = [];
  for (const { from, to, moved } of aligned) {
    const [one, other] = [before[from ?? -1], after[to ?? -1]];
    pages.push({
      ...(from !== undefined && { from: from + 1 }),
      ...(to !== undefined && { to: to + 1 }),
      ...(moved && { moved }),
      ...wordsChanged(one, other),
      ...((other ?? one)?.hidden && { hidden: true as const }),
    });
    await breathe();
  }
  const hiddenToo = findsHidden(replica.catalog.self().role);
  const view = (version: StandingVersion) =>
    versionView(version, replica.catalog.member(version.member), replica.offline.isHere, hiddenToo);
  return {
    asset: { id: asset.id, title: asset.title },
    from: view(earlier),
    to: view(later),
    pages,
    same: pages.filter(isSame).length,
    added: pages.reduce((sum, page) => sum + page.added, 0),
    removed: pages.reduce((sum, page) => sum + page.removed, 0),
  };
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

/** Lets other work of the engine run now and then, and ends the comparison where nobody waits for it any more. */
function breather({ ports }: WithAssets, signal: Cancellation | undefined): () => Promise<void> {
  let since = ports.clock.now();
  return async () => {
    throwIfAborted(signal);
    if (ports.clock.now() - since < AT_ONCE_MS) return;
    await new Promise<void>((resolve) => ports.later(resolve, 0));
    since = ports.clock.now();
  };
}

function pagesOf(replica: WithAssets, { body }: StandingVersion): Promise<readonly PageText[]> {
  return replica.texts.read(readableVersion(replica, body.id).body.textBlob);
}

/** Everything that a page says: also what its author hid and the notes to it. White space is no difference. */
function wholeText({ text, hiddenText = '' }: PageText): string {
  return `${text}\n${hiddenText}`.replace(/\s+/gu, ' ').trim();
}

function wordsChanged(one: PageText | undefined, other: PageText | undefined) {
  if (one !== undefined && other !== undefined && wholeText(one) === wholeText(other))
    return { added: 0, removed: 0 };
  if (one === undefined || other === undefined) return { added: wordsOf(other), removed: wordsOf(one) };
  const marked = markedParts(one, other);
  return {
    added: marked.reduce((sum, { added }) => sum + added, 0),
    removed: marked.reduce((sum, { removed }) => sum + removed, 0),
  };
}

function wordsOf(page: PageText | undefined): number {
  return page === undefined ? 0 : tokensOf(wholeText(page)).filter(isWord).length;
}

const PARTS = ['seen', 'notes', 'aside', 'hidden'] as const satisfies readonly PagePart[];

/** The parts of a page's text, each by itself: what moves into the notes was removed from the page. */
function partsOf(page: PageText | undefined): Readonly<Record<PagePart, string>> {
  const { text = '', hiddenText = '', asideAt = text.length } = page ?? {};
  const notesAt = Math.min(page?.notesAt ?? asideAt, asideAt);
  return {
    seen: text.slice(0, notesAt),
    notes: text.slice(notesAt, asideAt),
    aside: text.slice(asideAt),
    hidden: hiddenText,
  };
}

function markedParts(one: PageText | undefined, other: PageText | undefined) {
  const [before, after] = [partsOf(one), partsOf(other)];
  return PARTS.filter((part) => before[part].trim() !== '' || after[part].trim() !== '').map((part) => ({
    part,
    ...markWords(before[part], after[part]),
  }));
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
  const page = async (version: string, number: number | undefined): Promise<PageText | undefined> => {
    const { textBlob } = readableVersion(replica, version).body;
    if (number === undefined) return undefined;
    return (await replica.texts.read(textBlob))[number - 1];
  };
  const [one, other] = await Promise.all([page(asked.from, asked.fromPage), page(asked.to, asked.toPage)]);
  const marked = markedParts(one, other);
  const side = (
    text: PageText | undefined,
    number: number | undefined,
    which: 'from' | 'to',
  ): MarkedPage | undefined =>
    text === undefined || number === undefined
      ? undefined
      : {
          page: number,
          label: text.label,
          ...(text.hidden && { hidden: true as const }),
          parts: marked.map((part) => ({ part: part.part, pieces: part[which] satisfies readonly Piece[] })),
        };
  const [from, to] = [side(one, asked.fromPage, 'from'), side(other, asked.toPage, 'to')];
  return { ...(from && { from }), ...(to && { to }) };
}

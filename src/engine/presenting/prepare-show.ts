import type { LeftOut, Show, ShowOut, Slide, ToPresent } from '../../contract/presenting.ts';
import { assetOfVersion } from '../../domain/assets/asset-selectors.ts';
import { type Says, says } from '../../shared/says/says.ts';
import { type LeftOutReason, MOST_SHOW_WORDS, MOST_SLIDES } from '../../shared/vocabulary/presenting.ts';
import { readableVersion, summaryOf } from '../assets/assets.ts';
import { notFound, Refusal } from '../base/refusal.ts';
import { callOf } from '../calls/call-view.ts';
import { kitDetail } from '../kits/kit-detail.ts';
import { passKit } from '../kits/kit-gate.ts';
import { isPaged, slidesOf } from './slides-of.ts';
import type { WithPresenting } from './with-presenting.ts';

/** Presenting: made ready by the window, handed out to the shell by a ticket; the gate is asked both times. */

type Item = { readonly asset: string; readonly version: string; readonly pages: [number, number][] };
type Asked = {
  readonly title: string;
  readonly to: string;
  readonly items: readonly Item[];
  readonly page: number;
};

/** Makes ready what may be shown. Throws `Refusal`: NOT_ALLOWED where nothing of it may, NOT_FOUND. */
export async function prepareShow(
  replica: WithPresenting,
  what: ToPresent,
): Promise<{ ticket: string; pages: number; left: LeftOut[] }> {
  const { title, to, items, page } = await askedFor(replica, what);
  if (items.length === 0) throw new Refusal('NOT_ALLOWED', says('presenting.empty'));
  const slides: Slide[] = [];
  const left: LeftOut[] = [];
  for (const item of items) {
    const held = (await heldBack(replica, item)) ?? (await addSlides(replica, item, slides));
    if (held !== undefined) left.push(held);
  }
  if (slides.length === 0) throw new Refusal('NOT_ALLOWED', left[0]?.says ?? says('presenting.nothing'));
  // Begun on a hidden page, it begins with the next one that is shown.
  const from = slides.findIndex((slide) => slide.page >= page);
  const show: Show = { title, at: from < 0 ? slides.length - 1 : from, slides: withinLimits(slides) };
  const ticket = replica.showTickets.add({ show, to });
  return { ticket, pages: slides.length, left };
}

/** What was made ready, for the shell: the gate is asked again for each document. */
export async function handOutShow(replica: WithPresenting, ticket: string): Promise<ShowOut> {
  const prepared = replica.showTickets.look(ticket);
  if (prepared === undefined) return { outcome: 'held', says: says('presenting.no-ticket') };
  for (const version of new Set(prepared.show.slides.map((slide) => slide.version))) {
    const answer = await replica.gate.pass(replica, version, 'present');
    if (answer.verdict !== 'allowed') return { outcome: 'held', says: answer.says };
  }
  return { outcome: 'allowed', show: prepared.show };
}

async function askedFor(replica: WithPresenting, what: ToPresent): Promise<Asked> {
  if ('call' in what) {
    const { title, account, pack } = callOf(replica, what.call);
    return {
      ...{ title, to: account, page: 1 },
      items: pack.map(({ asset, version, pages }) => ({ asset, version, pages: copied(pages) })),
    };
  }
  if (what.kit !== undefined) {
    const answer = passKit(replica, { kit: what.kit, way: 'present' });
    if (answer.verdict !== 'allowed') throw new Refusal('NOT_ALLOWED', answer.says);
  }
  if ('asset' in what) {
    const { id: asset, title, version } = summaryOf(replica, what.asset);
    const id = what.version ?? version.id;
    readableVersion(replica, id);
    if (assetOfVersion(replica.catalog, id) !== asset) throw notFound('version');
    return { title, to: '', items: [{ asset, version: id, pages: [] }], page: what.page ?? 1 };
  }
  const { name, contents } = await kitDetail(replica, what.kit);
  const items = contents.flatMap(({ asset, version, pages }) =>
    asset === null
      ? []
      : [{ asset: asset.id, version: version?.id ?? asset.version.id, pages: copied(pages) }],
  );
  return { title: name, to: '', items, page: 1 };
}

function copied(pages: readonly (readonly [number, number])[]): [number, number][] {
  return pages.map(([from, to]) => [from, to]);
}

/** Why the gate, or the disk, keeps a document from being shown; undefined where it may be. Nothing is asked here: what would be is left out. */
async function heldBack(replica: WithPresenting, { asset, version }: Item): Promise<LeftOut | undefined> {
  const { title } = replica.summaries.seen(asset) ?? {};
  // It went, or was put back: whoever looks sees nothing of it.
  if (title === undefined) return leftOut(asset, '', 'missing', says('presenting.nothing'));
  const answer = await replica.gate.pass(replica, version, 'present');
  if (answer.verdict !== 'allowed') return { asset, title, code: answer.code, says: answer.says };
  const { body } = readableVersion(replica, version);
  const state = await replica.ports.home.blobs.check(body.sha256);
  if (state === 'damaged') return leftOut(asset, title, 'altered', says('presenting.altered', { title }));
  if (state !== 'whole') return leftOut(asset, title, 'missing', says('presenting.missing', { title }));
  return isPaged(body.kind)
    ? undefined
    : leftOut(asset, title, 'no-pages', says('presenting.no-pages', { title }));
}

async function addSlides(
  replica: WithPresenting,
  { asset, version, pages }: Item,
  slides: Slide[],
): Promise<LeftOut | undefined> {
  const { title } = summaryOf(replica, asset);
  const { body } = readableVersion(replica, version);
  const added = await slidesOf(replica, { asset, title, body, pages });
  slides.push(...added.slice(0, MOST_SLIDES - slides.length));
  return added.length > 0 ? undefined : leftOut(asset, title, 'hidden', says('presenting.hidden', { title }));
}

function leftOut(asset: string, title: string, code: LeftOutReason, why: Says): LeftOut {
  return { asset, title, code, says: why };
}

/** What goes through messages to windows stays small: of very many pages each says less. */
function withinLimits(slides: readonly Slide[]): Slide[] {
  const most = Math.floor(MOST_SHOW_WORDS / slides.length);
  return slides.map((slide) => ({
    ...slide,
    words: slide.words.slice(0, most),
    notes: slide.notes.slice(0, most),
  }));
}

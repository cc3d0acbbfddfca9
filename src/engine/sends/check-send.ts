import type { CheckedSend, SendHeld, SendItem } from '../../contract/sends.ts';
import { assetOfVersion } from '../../domain/assets/asset-selectors.ts';
import { pagesText, readPages } from '../../shared/page-runs.ts';
import { says } from '../../shared/says/says.ts';
import { ASSEMBLED_KINDS } from '../../shared/vocabulary/assembly.ts';
import type { DocumentKind } from '../../shared/vocabulary/assets.ts';
import type { WayOut } from '../../shared/vocabulary/ways-out.ts';
import { readableVersion, summaryOf } from '../assets/assets.ts';
import { documentKind } from '../assets/version-view.ts';
import { visibleVersions } from '../assets/versions.ts';
import { notFound } from '../base/refusal.ts';
import type { WithGate } from '../gate/with-gate.ts';

/** How it leaves: as files of its own, or as a part of one. */
type SendingWay = Extract<WayOut, 'send' | 'assemble'>;

/**
 * Says of each item whether it may be sent, by the gate, and whether there is something to send: its pages, its file. Throws `Refusal` NOT_FOUND
 * for what the person here does not see.
 */
export async function checkSends(
  replica: WithGate,
  items: readonly SendItem[],
  way: SendingWay = 'send',
): Promise<CheckedSend[]> {
  const checked: CheckedSend[] = [];
  for (const item of items) checked.push(await checkSend(replica, item, way));
  return checked;
}

async function checkSend(replica: WithGate, item: SendItem, way: SendingWay): Promise<CheckedSend> {
  const asset = summaryOf(replica, item.asset);
  const id = item.version ?? asset.version.id;
  const { body } = readableVersion(replica, id);
  if (assetOfVersion(replica.catalog, id) !== asset.id) throw notFound('version');
  const number = visibleVersions(replica, asset.id).find((version) => version.body.id === id)?.number ?? 1;
  const kind = documentKind(body.kind);
  const cuts = body.pageCount > 1 && (way === 'send' ? kind === 'pdf' : ASSEMBLED_KINDS.has(kind));
  const away = !(await replica.ports.home.blobs.has(body.sha256));
  const pages = readPages(item.pages ?? '');
  const answer = await replica.gate.pass(replica, id, way);
  const held: SendHeld | undefined =
    answer.verdict === 'allowed'
      ? pagesHeld({
          title: asset.title,
          pageCount: body.pageCount,
          cuts,
          pages,
          typed: item.pages ?? '',
          way,
          kind,
        })
      : {
          code: answer.code,
          says: answer.says,
          ...('instead' in answer && answer.instead && { instead: answer.instead }),
        };
  return {
    asset: asset.id,
    version: body.id,
    title: asset.title,
    number,
    fileName: body.fileName,
    sha256: body.sha256,
    pageCount: body.pageCount,
    away,
    cuts,
    ...(pages !== undefined &&
      pages.length > 0 && { pages: pages.map(([from, to]) => [from, to] as [number, number]) }),
    ...(held && { held }),
  };
}

type Asked = {
  readonly title: string;
  readonly pageCount: number;
  readonly cuts: boolean;
  readonly pages: ReturnType<typeof readPages>;
  readonly typed: string;
  readonly way: SendingWay;
  readonly kind: DocumentKind;
};

function pagesHeld({ title, pageCount, cuts, pages, typed, way, kind }: Asked): SendHeld | undefined {
  if (way === 'assemble' && !ASSEMBLED_KINDS.has(kind))
    return { code: 'pages', says: says('assembly.no-pages', { title }) };
  if (pages === undefined) return { code: 'pages', says: says('sends.not-pages', { text: typed }) };
  if (pages.length === 0) return undefined;
  if (!cuts && way === 'send') return { code: 'pages', says: says('sends.whole-only', { title }) };
  const last = pages.at(-1)?.[1] ?? 0;
  return last > pageCount
    ? { code: 'pages', says: says('sends.no-such-pages', { title, pages: pageCount }) }
    : undefined;
}

/** What has no file on this device is held back as well. */
export function withoutMissing(checked: readonly CheckedSend[]): CheckedSend[] {
  return checked.map((item) =>
    item.held === undefined && item.away
      ? { ...item, held: { code: 'missing' as const, says: says('sends.away', { title: item.title }) } }
      : item,
  );
}

/** The pages of an item as one writes them; undefined for the whole file. */
export function pagesOf({ pages }: Pick<CheckedSend, 'pages'>): string | undefined {
  return pages === undefined ? undefined : pagesText(pages);
}

import type { CheckedSend, SendItem, SendOut, Sent, ToSend } from '../../contract/sends.ts';
import { tidyRuns } from '../../shared/page-runs.ts';
import { says } from '../../shared/says/says.ts';
import type { LeavingWay } from '../../shared/vocabulary/sends.ts';
import { readableVersion } from '../assets/assets.ts';
import { Refusal } from '../base/refusal.ts';
import { checkSends, pagesOf, withoutMissing } from './check-send.ts';
import type { PreparedSend, WithSends } from './with-sends.ts';

/** Sending: made ready by the window, handed out to the shell by a ticket, noted once it has left. */

/** Characters of a mail's subject. */
const LONGEST_SUBJECT = 150;

/** Makes ready what may be sent. Throws `Refusal` INVALID where nothing of it may. */
export async function prepareSend(
  replica: WithSends,
  asked: { readonly items: readonly SendItem[]; readonly to: string; readonly note: string },
): Promise<{ ticket: string; ready: CheckedSend[]; held: CheckedSend[] }> {
  const checked = withoutMissing(await checkSends(replica, asked.items));
  const ready = checked.filter(({ held }) => held === undefined);
  const held = checked.filter((item) => item.held !== undefined);
  if (ready.length === 0) throw new Refusal('INVALID', held[0]?.held?.says ?? says('sends.nothing'));
  const ticket = replica.sendTickets.add({ items: ready, to: asked.to, note: asked.note });
  return { ticket, ready, held };
}

/** The files of what was made ready, for the shell: the gate is asked again for each. Throws `StorageError`. */
export async function handOutSend(replica: WithSends, ticket: string): Promise<SendOut> {
  const prepared = replica.sendTickets.look(ticket);
  if (prepared === undefined) return { outcome: 'held', says: says('sends.no-ticket') };
  if (prepared.assembled !== undefined) return handOutAssembled(replica, prepared);
  const files: ToSend['files'][number][] = [];
  for (const item of prepared.items) {
    const given = await replica.gate.handOut(replica, item.version, 'send');
    if (given.outcome !== 'allowed') return { outcome: 'held', says: given.says };
    const { sha256, fileName, mediaType } = given.file;
    const bytes = item.pages === undefined ? undefined : await cut(replica, item);
    if (item.pages !== undefined && bytes === undefined)
      return { outcome: 'held', says: says('sends.not-cut', { title: item.title }) };
    files.push({
      mediaType,
      fileName: bytes === undefined ? fileName : cutName(fileName, item),
      content: bytes === undefined ? { sha256 } : { bytes },
    });
  }
  const subject = prepared.items.map(({ title }) => title).join(', ');
  return {
    outcome: 'allowed',
    mail: {
      to: prepared.to,
      subject: subject.length > LONGEST_SUBJECT ? `${subject.slice(0, LONGEST_SUBJECT - 1)}…` : subject,
      note: prepared.note,
    },
    files,
  };
}

/** The one PDF that was made: of it leaves all or nothing, so the gate is asked again for each document that is in it. */
async function handOutAssembled(
  replica: WithSends,
  { items, to, note, assembled }: PreparedSend,
): Promise<SendOut> {
  if (assembled === undefined) return { outcome: 'held', says: says('sends.no-ticket') };
  for (const { version } of items) {
    const given = await replica.gate.handOut(replica, version, 'assemble');
    if (given.outcome !== 'allowed') return { outcome: 'held', says: given.says };
  }
  const { fileName, bytes } = assembled;
  return {
    outcome: 'allowed',
    mail: { to, subject: fileName.replace(/\.pdf$/, ''), note },
    files: [{ fileName, mediaType: 'application/pdf', content: { bytes } }],
  };
}

/** Notes what has left: on this device to whom, for the others that it was sent. Once for a ticket. */
export async function noteSent(
  replica: WithSends,
  ticket: string,
  how: LeavingWay,
): Promise<readonly Sent[]> {
  const prepared = replica.sendTickets.take(ticket);
  if (prepared === undefined) return [];
  const at = replica.ports.clock.now();
  const lines = byVersion(prepared.items).map((item): Sent => {
    const pages = pagesOf(item);
    return {
      at,
      to: prepared.to,
      asset: item.asset,
      title: item.title,
      version: item.version,
      number: item.number,
      how,
      ...(pages !== undefined && { pages }),
      ...(prepared.note !== '' && { note: prepared.note }),
      ...(prepared.assembled && { inFile: prepared.assembled.fileName }),
    };
  });
  await replica.sent.note(lines);
  await replica.catalog.commit(
    byVersion(prepared.items).map(({ asset, version }) => ({
      kind: 'asset-shared' as const,
      body: { asset, version, how: how === 'saved' ? ('saved' as const) : ('sent' as const), at },
    })),
  );
  return lines;
}

/** Of a version of which several pages went, one line with all of them. */
function byVersion(items: readonly CheckedSend[]): CheckedSend[] {
  const known = new Map<string, CheckedSend>();
  for (const item of items) {
    const { pages: before, ...whole } = known.get(item.version) ?? item;
    const isWhole = item.pages === undefined || (known.has(item.version) && before === undefined);
    const pages = tidyRuns([...(before ?? []), ...(item.pages ?? [])]);
    known.set(item.version, isWhole ? whole : { ...whole, pages });
  }
  return [...known.values()];
}

async function cut(replica: WithSends, item: CheckedSend): Promise<Uint8Array | undefined> {
  const { blobs } = replica.ports.home;
  return replica.ports.extractor.cutPages(
    blobs.path(readableVersion(replica, item.version).body.sha256),
    pagesOf(item) ?? '',
  );
}

/** `Prices.pdf` → `Prices (1-3,7).pdf`. */
function cutName(fileName: string, item: CheckedSend): string {
  const dot = fileName.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [fileName.slice(0, dot), fileName.slice(dot)] : [fileName, ''];
  return `${stem} (${pagesOf(item) ?? ''})${ending}`;
}

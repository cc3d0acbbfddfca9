import type { CheckedSend, SendItem, SendOut, Sent, ToSend } from '../../contract/sends.ts';
import { says } from '../../shared/says/says.ts';
import type { SentWay } from '../../shared/vocabulary/sends.ts';
import { readableVersion } from '../assets/assets.ts';
import { Refusal } from '../base/refusal.ts';
import { checkSends, pagesOf } from './check-send.ts';
import type { WithSends } from './with-sends.ts';

/** Sending: made ready by the window, handed out to the shell by a ticket, noted once it has left. */

/** Characters of a mail's subject. */
const LONGEST_SUBJECT = 150;

/** Makes ready what may be sent. Throws `Refusal` INVALID where nothing of it may. */
export async function prepareSend(
  replica: WithSends,
  asked: { readonly items: readonly SendItem[]; readonly to: string; readonly note: string },
): Promise<{ ticket: string; ready: CheckedSend[]; held: CheckedSend[] }> {
  const checked = (await checkSends(replica, asked.items)).map((item) =>
    item.held === undefined && item.away
      ? { ...item, held: { code: 'missing' as const, says: says('sends.away', { title: item.title }) } }
      : item,
  );
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

/** Notes what has left: on this device to whom, for the others that it was sent. Once for a ticket. */
export async function noteSent(
  replica: WithSends,
  ticket: string,
  how: Extract<SentWay, 'mail' | 'files'>,
): Promise<readonly Sent[]> {
  const prepared = replica.sendTickets.take(ticket);
  if (prepared === undefined) return [];
  const at = replica.ports.clock.now();
  const lines = prepared.items.map((item): Sent => {
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
    };
  });
  await replica.sent.note(lines);
  await replica.catalog.commit(
    prepared.items.map(({ asset, version }) => ({
      kind: 'asset-shared' as const,
      body: { asset, version, how: 'sent' as const, at },
    })),
  );
  return lines;
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

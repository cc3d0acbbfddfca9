import { join, resolve } from 'node:path';
import type { CheckedSend, SendItem } from '../../contract/sends.ts';
import { fileProblem, isFileProblem } from '../../node/leaving/file-problem.ts';
import { type Attached, writeMailDraft } from '../../node/leaving/mail-draft.ts';
import { storedFile } from '../../node/stored-file.ts';
import { pagesText } from '../../shared/page-runs.ts';
import { safeFileName } from '../../shared/safe-file-name.ts';
import { says } from '../../shared/says/says.ts';
import { say } from '../../words/say.ts';
import { assetsWithPages } from '../base/assets-with-pages.ts';
import { type Command, type CommandContext, textOf } from '../base/command.ts';
import { EXIT } from '../base/exit.ts';
import { freeName } from '../base/free-name.ts';
import { refusedOf } from '../base/refused-of.ts';

/** Writes a mail draft with files or pages, and the ledger's lines. */
export const send: Command = {
  name: 'send',
  usage: 'send ASSET[:PAGES]... --to NAME [--note TEXT] [--out DIR] [--dry-run]',
  does: 'a mail draft (.eml) with the files, or with pages of PDFs; what may not go out is told',
  options: {
    to: { type: 'string' },
    note: { type: 'string' },
    out: { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  check: (args) => {
    if (args.positionals.length === 0) return 'Say what: kitbag send ASSET[:PAGES]... --to NAME.';
    if ((textOf(args, 'to') ?? '').trim() === '') return 'Say to whom: --to NAME.';
    return textOf(args, 'out')?.trim() === '' ? 'Say where: --out DIR.' : undefined;
  },
  run: async (context) => {
    const { client, args } = context;
    const items: SendItem[] = assetsWithPages(context, args.positionals).map(({ asset, pages }) => ({
      asset,
      ...(pages !== undefined && { pages: pagesText(pages) }),
    }));
    const checked = (await client.sends.check({ items })).items;
    const held = checked.filter((item) => item.held !== undefined || item.away);
    if (args.values['dry-run'] === true || held.length === checked.length) {
      const ready = checked.filter((item) => !held.includes(item));
      return tell(context, null, ready, held);
    }
    const to = textOf(args, 'to') ?? '';
    const prepared = await client.sends.prepare({ items, to, note: textOf(args, 'note') ?? '' });
    const eml = await writeDraft(context, prepared.ticket);
    return typeof eml === 'string' ? tell(context, eml, prepared.ready, prepared.held) : eml.exit;
  },
};

/** Writes the draft where nothing lies yet, and notes that it was sent. */
async function writeDraft(
  context: CommandContext,
  ticket: string,
): Promise<string | { readonly exit: number }> {
  const given = await context.engine.handOutSend(ticket);
  if (given.outcome !== 'allowed') return refused(context, 'held', say(given.says));
  const files: Attached[] = [];
  for (const { fileName, mediaType, content } of given.files) {
    if ('bytes' in content) files.push({ fileName, mediaType, content });
    else {
      const stored = await storedFile(context.dataFolder, content.sha256);
      if (stored === undefined)
        return refused(context, 'missing', say(says('sends.away', { title: fileName })));
      files.push({ fileName, mediaType, content: { path: stored.path } });
    }
  }
  const folder = resolve(textOf(context.args, 'out') ?? '.');
  const target = await freeName(folder, `${safeFileName(given.mail.subject)}.eml`);
  try {
    await writeMailDraft(target, given.mail, files);
  } catch (error) {
    if (!isFileProblem(error)) throw error;
    const problem = fileProblem(error);
    return refused(context, 'not-saved', say(says('leaving.not-saved-in', { folder, problem })));
  }
  await context.engine.noteSent(ticket, 'mail');
  return join(target);
}

function refused({ output }: CommandContext, code: string, message: string): { readonly exit: number } {
  output.result({ eml: null, sent: [], refused: [{ id: '', code, message }] }, () => message);
  return { exit: EXIT.someFailed };
}

function tell(
  { output, args }: CommandContext,
  eml: string | null,
  ready: readonly CheckedSend[],
  held: readonly CheckedSend[],
): number {
  const sent = ready.map(({ asset, version, pages }) => ({
    assetId: asset,
    version,
    ...(pages !== undefined && { pages: pagesText(pages) }),
  }));
  const refusedOnes = held.map(refusedOf);
  output.result({ eml, sent, refused: refusedOnes }, () =>
    [
      ...(eml !== null
        ? [`Wrote ${eml}. Open it in your mail app to send it.`]
        : args.values['dry-run'] === true
          ? [`Would send ${ready.map(({ title }) => title).join(', ') || 'nothing'}.`]
          : []),
      ...refusedOnes.map(({ message }) => message),
    ].join('\n'),
  );
  return held.length > 0 ? EXIT.someFailed : EXIT.done;
}

/** What left this device. */
export const sent: Command = {
  name: 'sent',
  usage: 'sent [--to NAME]',
  does: 'what left this device: sent, saved, copied, dragged; kept on this device only',
  options: { to: { type: 'string' } },
  run: async ({ client, output, args }) => {
    const to = textOf(args, 'to');
    const lines = (await client.sends.ledger({ ...(to !== undefined && { to }) })).sent;
    output.result(
      {
        sent: lines.map(({ at, to: whom, asset, version, pages, how, title, note, inFile }) => ({
          ...{ at, to: whom, assetId: asset, title, version, how },
          ...(pages !== undefined && { pages }),
          ...(note !== undefined && { note }),
          ...(inFile !== undefined && { inFile }),
        })),
      },
      () =>
        lines.length === 0
          ? 'Nothing has left this device yet.'
          : output.table(
              ['When', 'To', 'What', 'Version', 'Pages', 'How'],
              lines.map((line) => [
                new Date(line.at).toISOString().slice(0, 16).replace('T', ' '),
                line.to,
                line.title,
                line.number,
                line.pages ?? '',
                line.how,
              ]),
            ),
    );
    return EXIT.done;
  },
};

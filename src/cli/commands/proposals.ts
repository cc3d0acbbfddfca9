import { resolve } from 'node:path';
import type { Proposal } from '../../contract/proposals.ts';
import { say } from '../../words/say.ts';
import { type Command, type CommandContext, textOf, textsOf } from '../base/command.ts';
import { EXIT, wrongUse } from '../base/exit.ts';
import { refusedToAll } from '../base/refused.ts';
import { Terms } from '../base/terms.ts';

const USAGE = {
  list: 'proposals',
  adopt:
    'proposals adopt PROPOSAL [--title TEXT] [--type ID] [--stage ID]... [--persona ID]... [--tag T]... [--draft]',
  decline: 'proposals decline PROPOSAL --reason TEXT',
  withdraw: 'proposals withdraw PROPOSAL',
} as const;

/** Proposes files to marketing. */
export const propose: Command = {
  name: 'propose',
  usage: 'propose FILE... --why TEXT [--request REQUEST] [--meant]',
  does: 'proposes files to marketing; --meant: also what looks like a key or passwords',
  options: { why: { type: 'string' }, request: { type: 'string' }, meant: { type: 'boolean' } },
  check: (args) => {
    if (args.positionals.length === 0) return 'Say which file: kitbag propose FILE --why TEXT.';
    return (textOf(args, 'why')?.trim() ?? '') === '' ? 'Say why: --why TEXT.' : undefined;
  },
  run: async ({ engine, client, output, args }) => {
    const { grant } = engine.grantPaths(args.positionals.map((path) => resolve(path)));
    const request = textOf(args, 'request');
    const { proposals: made, refused } = await client.proposals.make({
      grant,
      why: textOf(args, 'why') ?? '',
      meant: args.values.meant === true,
      ...(request !== undefined && { request }),
    });
    const told = refused.map(({ fileName, code, says }) => ({ id: fileName, code, message: say(says) }));
    output.result({ proposals: made, refused: told }, () =>
      [
        ...made.map(({ fileName, id }) => `Proposed '${fileName}' (${id}).`),
        ...told.map(({ id, message }) => `${id}: ${message}`),
      ].join('\n'),
    );
    return told.length === 0 ? EXIT.done : EXIT.someFailed;
  },
};

/** What was proposed, and what becomes of it. */
export const proposals: Command = {
  name: 'proposals',
  usage: USAGE,
  does: 'what was proposed; adopt publishes it, decline says why not',
  options: {
    title: { type: 'string' },
    type: { type: 'string' },
    stage: { type: 'string', multiple: true },
    persona: { type: 'string', multiple: true },
    tag: { type: 'string', multiple: true },
    draft: { type: 'boolean' },
    reason: { type: 'string' },
  },
  check: (args) => {
    const [way = 'list', id, ...more] = args.positionals;
    if (!Object.hasOwn(USAGE, way)) return 'Say what: adopt, decline, withdraw; or nothing, to list them.';
    if (way === 'list') return undefined;
    if (id === undefined || more.length > 0) return `Say which one: kitbag proposals ${way} PROPOSAL.`;
    if (way === 'decline' && (textOf(args, 'reason')?.trim() ?? '') === '') return 'Say why: --reason TEXT.';
    return undefined;
  },
  run: async (context) => {
    const [way = 'list', text = ''] = context.args.positionals;
    const all = await context.client.proposals.list();
    if (way === 'list') return list(context, all);
    const proposal = findProposal(all, text);
    try {
      return await (way === 'adopt' ? adopt(context, proposal) : answer(context, proposal, way));
    } catch (error) {
      const refused = refusedToAll([proposal.id], error);
      context.output.result({ refused }, () => refused.map(({ message }) => message).join('\n'));
      return EXIT.someFailed;
    }
  },
};

/** The one that a person means: by its id, or by its file's name where that is unambiguous. */
function findProposal(all: readonly Proposal[], text: string): Proposal {
  const wanted = text.trim().toLowerCase();
  const byId = all.filter(({ id }) => id === wanted);
  const byName = all.filter(
    ({ fileName, answer: stands }) => stands === 'open' && fileName.toLowerCase() === wanted,
  );
  const [found, another] = byId.length > 0 ? byId : byName;
  if (found === undefined) throw wrongUse(`There is no proposal '${text}'. Give its id or its file's name.`);
  if (another !== undefined) throw wrongUse(`'${text}' could be several proposals. Give the id of one.`);
  return found;
}

function list({ output }: CommandContext, all: readonly Proposal[]): number {
  output.result({ proposals: all }, () =>
    all.length === 0
      ? 'Nothing is proposed.'
      : output.table(
          ['Proposal', 'File', 'By', 'Why', 'Status', 'Became'],
          all.map((one) => [
            one.id,
            one.fileName,
            one.by.name,
            one.why,
            one.reason === undefined ? one.answer : `${one.answer}: ${one.reason}`,
            one.asset?.title ?? '',
          ]),
        ),
  );
  return EXIT.done;
}

async function answer(
  { client, output, args }: CommandContext,
  { id }: Proposal,
  way: string,
): Promise<number> {
  const reason = textOf(args, 'reason');
  const given =
    way === 'decline'
      ? { answer: 'declined' as const, ...(reason !== undefined && { reason }) }
      : { answer: 'withdrawn' as const };
  const { proposal } = await client.proposals.answer({ proposal: id, ...given });
  output.result({ proposal }, () => `'${proposal.fileName}' is ${proposal.answer}.`);
  return EXIT.done;
}

/** Publishes by the table, as a window does: what the table asks about, duplicates and what is missing are refused the same. */
async function adopt(context: CommandContext, proposal: Proposal): Promise<number> {
  const { client, output, args } = context;
  const set = await said(context);
  let row = '';
  for await (const step of await client.proposals.stage({ proposal: proposal.id }))
    if ('row' in step) row = step.row;
  const read = await rowRead(context, row);
  if (read.state !== 'ready') {
    await client.publish.discard({ rows: [row] });
    const code = read.state === 'duplicate' ? 'duplicate' : (read.reason ?? 'failed');
    const message = read.duplicateOf
      ? `'${proposal.fileName}' is in the library already: '${read.duplicateOf.title}'.`
      : read.says === undefined
        ? `'${proposal.fileName}' can't be read.`
        : say(read.says);
    output.result({ refused: [{ id: proposal.id, code, message }] }, () => message);
    return EXIT.someFailed;
  }
  await client.publish.setEach({ changes: [{ row, set }] });
  const draft = args.values.draft === true;
  const published = await client.publish.publish({ rows: [row], draft }).catch(async (error: unknown) => {
    await client.publish.discard({ rows: [row] });
    throw error;
  });
  const [{ asset: assetId, title } = { asset: '', title: '' }] = published.published;
  output.result(
    { assetId, status: draft ? 'draft' : 'published' },
    () => `Adopted '${title}' (${assetId}), proposed by ${proposal.by.name}.`,
  );
  return EXIT.done;
}

async function said(context: CommandContext) {
  const { args } = context;
  const terms = await Terms.load(context);
  const title = textOf(args, 'title');
  const type = terms.optional('type', textOf(args, 'type'));
  const stages = textsOf(args, 'stage').map((text) => terms.id('stage', text));
  const personas = textsOf(args, 'persona').map((text) => terms.id('persona', text));
  const tags = textsOf(args, 'tag');
  return {
    ...(title !== undefined && { title }),
    ...(type !== undefined && { type }),
    ...(stages.length > 0 && { stages }),
    ...(personas.length > 0 && { personas }),
    ...(tags.length > 0 && { tags: [...tags] }),
  };
}

/** The row once its file was read. */
async function rowRead({ client, interrupted }: CommandContext, id: string) {
  for await (const { rows } of await client.publish.watch(undefined, { signal: interrupted })) {
    const row = rows.find((one) => one.id === id);
    if (row === undefined) break;
    if (row.state !== 'waiting' && row.state !== 'reading') return row;
  }
  throw wrongUse('The file was taken off the publish table while it was read.');
}

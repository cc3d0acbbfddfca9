import { assertNever } from '../../shared/assert-never.ts';
import { type Link, readLink } from '../../shared/link.ts';
import type { Command, CommandContext } from '../base/command.ts';
import { EXIT, wrongUse } from '../base/exit.ts';
import { findAsset } from '../base/find-asset.ts';
import { findCall } from '../base/find-call.ts';
import { findKit } from '../base/find-kit.ts';

/** What a link shows: the screen, what on it, and how people call it. */
type Shown = {
  readonly screen: Link['screen'];
  readonly id?: string;
  readonly page?: number;
  readonly query?: string;
  readonly title: string;
};

/** What a `kitbag://` link would show. Nothing is opened or changed. */
export const open: Command = {
  name: 'open',
  usage: 'open LINK',
  does: 'what a kitbag:// link would show',
  options: {},
  check: (args) =>
    args.positionals.length === 1
      ? undefined
      : 'Give one link: kitbag open kitbag://asset/ID?page=7. Put quotes around it.',
  run: async (context) => {
    const text = context.args.positionals[0] ?? '';
    const link = readLink(text);
    if (link === undefined)
      throw wrongUse(
        'This is no link into Kitbag. They look like kitbag://asset/ID?page=7, kitbag://kit/ID, kitbag://request/ID, kitbag://call/ID or kitbag://search?q=WORDS.',
      );
    const { title, ...shown } = await shownBy(link, context);
    context.output.result(shown, () => sentence({ ...shown, title }));
    return EXIT.done;
  },
};

async function shownBy(link: Link, context: CommandContext): Promise<Shown> {
  switch (link.screen) {
    case 'asset':
      return await shownAsset(link, context);
    case 'kit': {
      const { id, name } = await findKit(context, link.id);
      return { screen: 'kit', id, title: name };
    }
    case 'call': {
      const { id, title } = await findCall(context, link.id);
      return { screen: 'call', id, title };
    }
    case 'request': {
      const found = (await context.client.requests.list({})).find(({ id }) => id === link.id);
      if (found === undefined) throw wrongUse(`There is no request '${link.id}'.`);
      return { screen: 'request', id: found.id, title: found.title };
    }
    case 'search':
      return { screen: 'search', query: link.query, title: link.query };
    default:
      return assertNever(link);
  }
}

/** Merged assets lead to what took them in; a page that there is not is none. */
async function shownAsset(
  { id, page }: Extract<Link, { screen: 'asset' }>,
  context: CommandContext,
): Promise<Shown> {
  const asset = findAsset(context, id);
  const { title, version } = await context.client.assets.get({ asset });
  const there = page !== undefined && page <= version.pageCount;
  return { screen: 'asset', id: asset, ...(there && { page }), title };
}

function sentence({ screen, title, page }: Shown): string {
  if (screen === 'search') return `Results for '${title}'`;
  return `The ${screen} '${title}'${page === undefined ? '' : `, page ${page}`}`;
}

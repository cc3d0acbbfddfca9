import type { KitChanges, NewKitItem } from '../../../contract/kits.ts';
import { isDay } from '../../../shared/day.ts';
import { say } from '../../../words/say.ts';
import { assetsWithPages } from '../../base/assets-with-pages.ts';
import { type CommandContext, textOf, textsAsTyped, textsOf } from '../../base/command.ts';
import { notADay } from '../../base/days.ts';
import { dimensionTerms, notDimensionTerms } from '../../base/dimensions.ts';
import { EXIT, wrongUse } from '../../base/exit.ts';
import { findAsset } from '../../base/find-asset.ts';
import { findKit } from '../../base/find-kit.ts';
import { findMember } from '../../base/find-member.ts';
import { Terms } from '../../base/terms.ts';
import { tellKit } from './show.ts';

const SAID = {
  summary: 'summary',
  objective: 'objective',
  when: 'whenToRun',
  'talk-track': 'talkTrack',
  'red-flags': 'redFlags',
} as const;

const MOST_OF_QUERY = 20;

export async function create(context: CommandContext): Promise<number> {
  const { client, args } = context;
  const own = args.values.own === true;
  const status = args.values.draft === true ? 'draft' : 'published';
  const { kit } = await client.kits.create({
    own,
    set: {
      ...(await saidOf(context)),
      ...smartOf(context),
      ...(!own && { status }),
      name: args.positionals.slice(1).join(' '),
    },
    items: itemsOf(context),
  });
  return tellKit(context, kit, 'Made');
}

/** What the options say of a kit. */
async function saidOf(context: CommandContext): Promise<KitChanges> {
  const { args } = context;
  const wrong = notDimensionTerms(textsAsTyped(args, 'set'));
  if (wrong !== undefined) throw wrongUse(wrong);
  const terms = await Terms.load(context);
  const texts = Object.entries(SAID).flatMap(([option, field]) => {
    const text = textOf(args, option);
    return text === undefined ? [] : [[field, text] as const];
  });
  const ids = (facet: 'stage' | 'persona') => textsOf(args, facet).map((text) => terms.id(facet, text));
  const [stages, personas] = [ids('stage'), ids('persona')];
  return {
    ...Object.fromEntries(texts),
    ...(stages.length > 0 && { stages }),
    ...(personas.length > 0 && { personas }),
    ...(await dimensionTerms(context, textsAsTyped(args, 'set'))),
  };
}

function smartOf({ args }: CommandContext): KitChanges {
  const query = textOf(args, 'query');
  if (query === undefined) return {};
  const limit = Number(textOf(args, 'limit') ?? MOST_OF_QUERY);
  if (!Number.isInteger(limit) || limit < 1) throw wrongUse('--limit takes a number from 1.');
  return { smart: { query, filters: {}, sort: 'best', limit } };
}

function itemsOf(context: CommandContext): NewKitItem[] {
  return assetsWithPages(context, textsAsTyped(context.args, 'asset')).map(({ asset, pages }) => ({
    asset,
    ...(pages !== undefined && { pages: pages.map(([from, to]) => [from, to]) }),
  }));
}

export async function edit(context: CommandContext): Promise<number> {
  const { client, args } = context;
  const { id: kit } = await findKit(context, args.positionals.slice(1).join(' '));
  const name = textOf(args, 'name');
  const expires = textOf(args, 'expires');
  const [owner, verifier] = [await personOf(context, 'owner'), await personOf(context, 'verifier')];
  const first = textOf(args, 'first');
  const { contents } = await client.kits.get({ kit });
  const itemOf = (text: string): string => {
    const asset = findAsset(context, text);
    const found = contents.find((item) => item.asset?.id === asset || item.inKit?.asset === asset);
    if (found === undefined) throw wrongUse(`'${text}' is not in this kit.`);
    return found.item;
  };
  const [before] = contents;
  await client.kits.edit({
    kit,
    set: {
      ...(await saidOf(context)),
      ...(name !== undefined && { name }),
      ...(args.values.publish === true && { status: 'published' as const }),
      ...(expires !== undefined && { expiresOn: expires === 'none' ? null : dayOf(expires) }),
      ...(owner !== undefined && { owner }),
      ...(verifier !== undefined && { verifier }),
    },
    add: itemsOf(context),
    remove: textsAsTyped(args, 'remove').map(itemOf),
    ...(first !== undefined && { move: { items: [itemOf(first)], before: before?.item ?? null } }),
  });
  return tellKit(context, kit, 'Changed');
}

/** The member whom an option names; null: nobody. */
async function personOf(
  context: CommandContext,
  option: 'owner' | 'verifier',
): Promise<string | null | undefined> {
  const text = textOf(context.args, option);
  if (text === undefined) return undefined;
  return text === 'none' ? null : (await findMember(context, text)).id;
}

function dayOf(text: string): string {
  if (!isDay(text)) throw wrongUse(notADay(text));
  return text;
}

export async function copy(context: CommandContext): Promise<number> {
  const { client, args } = context;
  const [, which = '', ...words] = args.positionals;
  const { id: kit } = await findKit(context, which);
  const name = words.join(' ');
  const own = args.values.own === true;
  const copied = await client.kits.copy({ kit, own, ...(name !== '' && { name }) });
  return tellKit(context, copied.kit, 'Made');
}

export async function archive(context: CommandContext): Promise<number> {
  const { client, output, args } = context;
  const kits: string[] = [];
  for (const text of args.positionals.slice(1)) kits.push((await findKit(context, text)).id);
  const { changed } = await client.kits.archive({ kits });
  output.result({ changed, refused: [] }, () => `Archived ${changed.length} of ${kits.length}.`);
  return EXIT.done;
}

export async function discard(context: CommandContext): Promise<number> {
  const { client, output, args } = context;
  const { id: kit, name, own } = await findKit(context, args.positionals.slice(1).join(' '));
  if (!own) throw wrongUse(`'${name}' is the hub's. Put it away instead: kitbag kit archive.`);
  const { discarded } = await client.kits.discard({ kit });
  output.result({ discarded }, () => `'${name}' is gone.`);
  return EXIT.done;
}

export async function pin(context: CommandContext): Promise<number> {
  const { client, output, args } = context;
  const { id: kit, name } = await findKit(context, args.positionals.slice(1).join(' '));
  const pinned = args.values.off !== true;
  const { changed } = await client.kits.pin({ kit, pinned });
  output.result({ kit, pinned, changed }, () =>
    pinned ? `What '${name}' holds is kept on this device.` : `'${name}' is not pinned any more.`,
  );
  return EXIT.done;
}

export async function rate(context: CommandContext): Promise<number> {
  const { client, args } = context;
  const words = args.positionals.slice(1);
  const value = Number(words.pop());
  if (![1, 2, 3, 4, 5].includes(value)) throw wrongUse('A rating is a number from 1 to 5.');
  const { id: kit } = await findKit(context, words.join(' '));
  const comment = textOf(args, 'comment');
  await client.kits.rate({ kit, rating: { value, ...(comment !== undefined && { comment }) } });
  return tellKit(context, kit, 'Rated');
}

/** What a kit for a call could begin with; with `--keep` it is made of that, as a draft. */
export async function template(context: CommandContext): Promise<number> {
  const { client, output, args } = context;
  const { stage, persona } = (await Terms.load(context)).call({
    ...args,
    values: { stage: textsOf(args, 'stage')[0], persona: textsOf(args, 'persona')[0] },
  });
  if (stage === undefined || persona === undefined)
    throw wrongUse('Say for which call: --stage ID --persona ID.');
  const found = await client.kits.template({ stage, persona });
  const items = found.items.map(({ asset, why }) => ({ asset: asset.id, title: asset.title, why: say(why) }));
  const name = textOf(args, 'keep');
  if (name !== undefined) {
    const set = { name, stages: found.stages, personas: found.personas };
    const own = args.values.own === true;
    const made = await client.kits.create({
      own,
      set,
      items: items.map(({ asset, why }) => ({ asset, why })),
    });
    return tellKit(context, made.kit, 'Made');
  }
  const printed = items.map(({ asset, title, why }) => ({ assetId: asset, title, why }));
  output.result({ name: found.name, items: printed }, () =>
    items.length === 0
      ? `There is nothing yet for ${found.name}.`
      : output.table(
          ['Asset', 'Why'],
          items.map(({ title, why }) => [title, why]),
        ),
  );
  return EXIT.done;
}

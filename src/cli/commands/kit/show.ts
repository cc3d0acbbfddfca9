import { statusOfState } from '../../../contract/common.ts';
import type { KitChange, KitDetail, KitItemView, KitSummary } from '../../../contract/kits.ts';
import { pagesText } from '../../../shared/page-runs.ts';
import { GUIDANCE, type Guidance, type KitItemProblem } from '../../../shared/vocabulary/kits.ts';
import { say } from '../../../words/say.ts';
import { languageName } from '../../../words/sentence.ts';
import { type CommandContext, textOf } from '../../base/command.ts';
import { EXIT, wrongUse } from '../../base/exit.ts';
import { findKit } from '../../base/find-kit.ts';
import { Terms } from '../../base/terms.ts';

const HEADINGS: Readonly<Record<Guidance, string>> = {
  objective: 'Objective',
  whenToRun: 'When to run it',
  talkTrack: 'Talk track',
  redFlags: 'Red flags',
};

const PROBLEMS: Readonly<Record<KitItemProblem, string>> = {
  gone: 'not here',
  recalled: 'recalled',
  expired: 'expired',
  draft: 'not released',
  archived: 'archived',
  'version-gone': 'this version is gone',
  'pages-gone': 'has fewer pages now',
};

const CHANGED: Readonly<Record<KitChange['change'], string>> = {
  added: 'added',
  removed: 'taken out',
  moved: 'moved',
  changed: 'changed',
  'new-version': 'new version',
  recalled: 'recalled',
  expired: 'expired',
};

/** An item as it is printed for programs. */
export function printedItem({ asset, inKit, item, pages, why, version, problem, instead }: KitItemView) {
  return {
    assetId: asset?.id ?? null,
    title: asset?.title ?? null,
    ...(inKit !== undefined && { inKit: inKit.asset }),
    ...(pages.length > 0 && { pages: pagesText(pages) }),
    ...(why !== '' && { why }),
    ...(version !== null && { version: version.id }),
    ...(problem !== undefined && { problem }),
    ...(instead !== undefined && { instead: instead.asset }),
    item,
  };
}

/** A kit as it is printed for programs. */
function printedKit(kit: KitDetail) {
  const { contents, items: _items, cover, query, ...rest } = kit;
  return {
    ...rest,
    items: contents.map(printedItem),
    status: statusOfState(kit.state),
    cover,
    ...(query !== null && { query }),
  };
}

/** Tells a kit as it is now. */
export async function tellKit({ client, output }: CommandContext, id: string, done: string): Promise<number> {
  const kit = await client.kits.get({ kit: id });
  output.result({ kit: printedKit(kit) }, () => `${done} '${kit.name}' (${kit.id}), ${kit.state}.`);
  return EXIT.done;
}

export async function list(context: CommandContext): Promise<number> {
  const { client, output } = context;
  const terms = await Terms.load(context);
  const kits = await client.kits.list({});
  output.result({ kits: kits.map((kit) => ({ ...kit, status: statusOfState(kit.state) })) }, () =>
    kits.length === 0
      ? 'There are no kits. Make one: kitbag kit create NAME --asset ASSET.'
      : output.table(
          ['Kit', 'Items', 'For', 'State', 'Id'],
          kits.map((kit) => rowOf(kit, terms)),
        ),
  );
  return EXIT.done;
}

function rowOf({ name, items, problems, stages, personas, state, own, id }: KitSummary, terms: Terms) {
  const count =
    items === null ? 'by query' : problems === 0 ? `${items}` : `${items}, ${problems} to look at`;
  const call = [
    ...stages.map((stage) => terms.name('stage', stage)),
    ...personas.map((persona) => terms.name('persona', persona)),
  ];
  return [name, count, call.join(', '), own ? 'your own' : state, id];
}

export async function show(context: CommandContext): Promise<number> {
  const { client, output, args } = context;
  const { id, own } = await findKit(context, args.positionals.slice(1).join(' '));
  const kit = await client.kits.get({ kit: id });
  const wantsHistory = args.values.history === true && !own;
  const entries = wantsHistory ? (await client.history.kit({ kit: id })).entries : [];
  const history = entries.map(({ at, by, what }) => ({ at, by: by.name, what: say(what) }));
  output.result({ kit: printedKit(kit), ...(wantsHistory && { history }) }, () => {
    const facts = [
      `${kit.name}  (${kit.id})`,
      [own ? 'your own' : kit.state, kit.audience === 'internal' ? 'internal only' : 'customer-facing'].join(
        ', ',
      ),
      ...(kit.contributor === undefined ? [] : [`Contributed by ${kit.contributor.name}`]),
      ...(own ? [] : [`Owner: ${kit.owner?.name ?? 'nobody'}`]),
      ...(kit.verifier === null ? [] : [`Verifier: ${kit.verifier.name}`]),
      ...(kit.summary === '' ? [] : [kit.summary]),
    ];
    const guidance = GUIDANCE.filter((one) => kit.guidance[one] !== '').flatMap((one) => [
      '',
      `${HEADINGS[one]}:`,
      kit.guidance[one],
    ]);
    const past = history.map(({ at, by, what }) => `${dayOf(at)}  ${by} ${what}`);
    return [
      ...facts,
      ...guidance,
      '',
      ...kit.contents.map(lineOf),
      ...(past.length > 0 ? ['', ...past] : []),
    ].join('\n');
  });
  return EXIT.done;
}

function lineOf({ asset, inKit, pages, version, why, problem, instead }: KitItemView, at: number): string {
  const title = asset?.title ?? 'An asset that is not here';
  const parts = [
    inKit === undefined ? '' : `in the kit: ${editionName(inKit)}`,
    pages.length === 0 ? '' : `pages ${pagesText(pages)}`,
    version === null ? '' : `version ${version.number}${version.newer ? ', a newer one is out' : ''}`,
    problem === undefined ? '' : PROBLEMS[problem],
    instead === undefined ? '' : `use '${instead.title}'`,
    why,
  ].filter((part) => part !== '');
  return `${`${at + 1}.`.padStart(4)} ${title}${parts.length === 0 ? '' : ` — ${parts.join('; ')}`}`;
}

export async function changes(context: CommandContext): Promise<number> {
  const { client, output, args } = context;
  const { id: kit, name, own } = await findKit(context, args.positionals.slice(1).join(' '));
  if (own) throw wrongUse('Nobody else changes a kit of your own.');
  const asked = textOf(args, 'since');
  const since = asked === undefined ? undefined : Date.parse(asked);
  if (Number.isNaN(since)) throw wrongUse(`'${asked}' is no date. Write it as 2026-11-21.`);
  const told = await client.kits.changes({ kit, ...(since !== undefined && { since }) });
  if (args.values.seen === true) await client.kits.look({ kit });
  output.result(told, () => {
    if (told.since === null) return `You have not looked at '${name}' yet. Say since when: --since DATE.`;
    if (told.changes.length === 0) return `Nothing has changed in '${name}' since ${dayOf(told.since)}.`;
    return output.table(
      ['When', 'What', 'Asset', 'Who'],
      told.changes.map(({ at, change, title, by }) => [dayOf(at), CHANGED[change], title, by?.name ?? '']),
    );
  });
  return EXIT.done;
}

/** What an edition is called: by its language, by its title where nobody said that. */
function editionName({ language, title }: NonNullable<KitItemView['inKit']>): string {
  return language === undefined || language === '' ? `'${title}'` : languageName(language);
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

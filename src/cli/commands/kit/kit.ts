import type { Command, CommandContext } from '../../base/command.ts';
import { EXIT } from '../../base/exit.ts';
import { refusedToAll } from '../../base/refused.ts';
import { archive, copy, create, discard, edit, pin, rate, template } from './change.ts';
import { approve, giveBack, recall, submit, verify } from './life.ts';
import { adopt, decline, proposals, propose, withdraw } from './proposals.ts';
import { changes, list, show } from './show.ts';

const WAYS: Readonly<Record<string, (context: CommandContext) => Promise<number>>> = {
  create,
  list,
  show,
  edit,
  copy,
  archive,
  changes,
  rate,
  pin,
  template,
  submit,
  approve,
  return: giveBack,
  verify,
  recall,
  propose,
  proposals,
  adopt,
  decline,
  withdraw,
  discard,
};

const GUIDANCE = '[--objective TEXT] [--when TEXT] [--talk-track TEXT] [--red-flags TEXT]';

const USAGE = {
  create: `kit create NAME --asset ASSET[:PAGES]... [--stage ID]... [--persona ID]... [--set DIMENSION=TERM]... [--draft] [--own] [--summary TEXT] ${GUIDANCE} [--query QUERY [--limit N]]`,
  list: 'kit list',
  show: 'kit show KIT [--history]',
  edit: `kit edit KIT [--name NAME] [--asset ASSET[:PAGES]]... [--remove ASSET]... [--first ASSET] [--set DIMENSION=TERM]... [--publish] [--expires DATE|none] [--owner MEMBER|none] [--verifier MEMBER|none] ${GUIDANCE}`,
  copy: 'kit copy KIT NAME [--own]',
  archive: 'kit archive KIT...',
  changes: 'kit changes KIT [--since DATE] [--seen]',
  rate: 'kit rate KIT 1-5 [--comment TEXT]',
  pin: 'kit pin KIT [--off]',
  template: 'kit template --stage ID --persona ID [--keep NAME]',
  submit: 'kit submit KIT... --reviewer MEMBER... [--any|--in-order] [--note TEXT] [--dry-run]',
  approve: 'kit approve KIT... [--dry-run]',
  return: 'kit return KIT... --reason TEXT [--dry-run]',
  verify: 'kit verify KIT... [--dry-run]',
  recall: 'kit recall KIT... (--reason TEXT [--replacement KIT|ASSET] | --undo) [--dry-run]',
  propose: 'kit propose KIT [--note TEXT]',
  proposals: 'kit proposals [--open]',
  adopt: 'kit adopt PROPOSAL [--publish]',
  decline: 'kit decline PROPOSAL --reason TEXT',
  withdraw: 'kit withdraw PROPOSAL',
  discard: 'kit discard KIT',
} as const;

/** Kits: ordered assets with what whoever runs them should know. */
export const kit: Command = {
  name: 'kit',
  usage: USAGE,
  usageNote: 'PAGES is as 1-3,7. --own keeps a kit on this device alone, until it is proposed.',
  does: 'kits: assets in their order, with guidance; made, found, changed, proposed',
  options: {
    ...Object.fromEntries(
      ['asset', 'stage', 'persona', 'remove', 'set', 'reviewer'].map(
        (name) => [name, { type: 'string', multiple: true }] as const,
      ),
    ),
    ...Object.fromEntries(
      [
        ...['summary', 'objective', 'when', 'talk-track', 'red-flags', 'query', 'limit', 'name', 'first'],
        ...['expires', 'owner', 'verifier', 'since', 'comment', 'note', 'reason', 'keep', 'replacement'],
      ].map((name) => [name, { type: 'string' }] as const),
    ),
    ...Object.fromEntries(
      [
        ...['draft', 'own', 'publish', 'history', 'seen', 'off', 'open'],
        ...['any', 'in-order', 'undo', 'dry-run'],
      ].map((name) => [name, { type: 'boolean' }] as const),
    ),
  },
  check: ({ positionals: [way, what], values }) => {
    if (way === undefined || !Object.hasOwn(WAYS, way)) return `Say what: ${Object.keys(USAGE).join(', ')}.`;
    const needsNone = way === 'list' || way === 'proposals' || way === 'template';
    if (!needsNone && what === undefined)
      return way === 'create' ? 'Say what it is called: kit create NAME.' : `Say which: kit ${way} …`;
    if (way === 'create' && values.asset === undefined && values.query === undefined)
      return 'Say what is in it: --asset ASSET, or --query QUERY for a smart kit.';
    return undefined;
  },
  run: async (context) => {
    const { args, output } = context;
    const [way = '', what = ''] = args.positionals;
    try {
      return (await WAYS[way]?.(context)) ?? EXIT.wrongUse;
    } catch (error) {
      const refused = refusedToAll([what], error);
      output.result({ refused }, () => refused.map(({ message }) => message).join('\n'));
      return EXIT.someFailed;
    }
  },
};

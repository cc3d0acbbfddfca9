import type { KitProposal } from '../../../contract/kits.ts';
import { type CommandContext, textOf } from '../../base/command.ts';
import { EXIT, wrongUse } from '../../base/exit.ts';
import { findKit } from '../../base/find-kit.ts';
import { printedItem, tellKit } from './show.ts';

export async function propose(context: CommandContext): Promise<number> {
  const { client, output, args } = context;
  const { id: kit, name, own } = await findKit(context, args.positionals.slice(1).join(' '));
  if (!own) throw wrongUse(`'${name}' is a kit of the hub. Propose one of your own: kit create --own.`);
  const note = textOf(args, 'note');
  const { proposal } = await client.kits.propose({ kit, ...(note !== undefined && { note }) });
  output.result({ proposal }, () => `'${name}' is proposed. Marketers and content leads see it.`);
  return EXIT.done;
}

export async function proposals({ client, output, args }: CommandContext): Promise<number> {
  const all = await client.kits.proposals(args.values.open === true ? { open: true } : {});
  const printed = all.map(({ contents, ...proposal }) => ({ ...proposal, items: contents.map(printedItem) }));
  output.result({ proposals: printed }, () =>
    all.length === 0
      ? 'Nobody has proposed a kit.'
      : output.table(
          ['Kit', 'By', 'Items', 'Answer', 'Id'],
          all.map(({ name, by, contents, answer, reason, id }) => [
            name,
            by.name,
            contents.length,
            reason === undefined ? answer : `${answer}: ${reason}`,
            id,
          ]),
        ),
  );
  return EXIT.done;
}

export async function adopt(context: CommandContext): Promise<number> {
  const { client, args } = context;
  const { id: proposal } = await findProposal(context);
  const set = args.values.publish === true ? { status: 'published' as const } : {};
  const { kit } = await client.kits.adopt({ proposal, set });
  return tellKit(context, kit, 'Adopted');
}

export async function withdraw(context: CommandContext): Promise<number> {
  const { client, output } = context;
  const { id: proposal, name } = await findProposal(context);
  await client.kits.withdraw({ proposal });
  output.result({ proposal, answer: 'withdrawn' }, () => `'${name}' is no longer proposed.`);
  return EXIT.done;
}

export async function decline(context: CommandContext): Promise<number> {
  const { client, output, args } = context;
  const reason = textOf(args, 'reason')?.trim() ?? '';
  if (reason === '') throw wrongUse('Say why: --reason TEXT.');
  const { id: proposal, name, by } = await findProposal(context);
  await client.kits.decline({ proposal, reason });
  output.result({ proposal, answer: 'declined' }, () => `'${name}' is declined. ${by.name} is told why.`);
  return EXIT.done;
}

async function findProposal({ client, args }: CommandContext): Promise<KitProposal> {
  const text = args.positionals.slice(1).join(' ').trim().toLowerCase();
  const all = await client.kits.proposals({});
  const [first, second] = all.filter(
    ({ id, name, answer }) => id === text || (answer === 'open' && name.trim().toLowerCase() === text),
  );
  if (first === undefined) throw wrongUse(`There is no open proposal '${text}'. See: kitbag kit proposals.`);
  if (second !== undefined) throw wrongUse(`'${text}' could be several proposals. Give an id.`);
  return first;
}

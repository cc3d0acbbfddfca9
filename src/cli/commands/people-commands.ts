import type { Person } from '../../contract/people.ts';
import { ROLES } from '../../shared/vocabulary/roles.ts';
import type { Command, CommandContext } from '../base/command.ts';
import { EXIT } from '../base/exit.ts';
import { findMember } from '../base/find-member.ts';
import { takesOver } from './review-commands.ts';

/** Everybody of the hub with role and devices. */
export const members: Command = {
  name: 'members',
  usage: 'members',
  does: 'who is in the hub, with roles and devices',
  options: {},
  check: (args) => (args.positionals.length > 0 ? 'There is nothing to say after members.' : undefined),
  run: listMembers,
};

/** Gives a role; lets somebody in who waits or was removed. */
export const grant: Command = {
  name: 'grant',
  usage: 'grant MEMBER rep|marketer|lead',
  does: 'gives a member a role, or lets somebody in',
  options: {},
  check: (args) => {
    if (args.positionals.length < 2) return 'Say who and which role: kitbag grant MEMBER ROLE.';
    const role = args.positionals.at(-1) ?? '';
    return ROLES.some((known) => known === role)
      ? undefined
      : `There is no role '${role}'. Known are: ${ROLES.join(', ')}.`;
  },
  run: async (context) => {
    const { args, client } = context;
    const member = await findMember(context, args.positionals.slice(0, -1).join(' '));
    const role = ROLES.find((known) => known === args.positionals.at(-1)) ?? 'rep';
    await client.people.grant({ member: member.id, role });
    return listMembers(context);
  },
};

/** Removes a member. */
export const remove: Command = {
  name: 'remove',
  usage: 'remove MEMBER [--everything] [--hand-over MEMBER]',
  does: 'removes a member: what they did until now stays, or with --everything counts no more',
  usageNote: '--hand-over: who owns and verifies from now on the assets and kits that they did',
  options: { everything: { type: 'boolean' }, 'hand-over': { type: 'string' } },
  check: (args) =>
    args.positionals.length === 0 ? 'Say who is to be removed: kitbag remove MEMBER.' : undefined,
  run: async (context) => {
    const member = await findMember(context, context.args.positionals.join(' '));
    const to = await takesOver(context);
    if (to !== undefined) await context.client.reviews.handOver({ from: member.id, to });
    await context.client.people.remove({
      member: member.id,
      everything: context.args.values.everything === true,
    });
    return listMembers(context);
  },
};

async function listMembers({ client, output }: CommandContext): Promise<number> {
  const { people } = await client.people.list();
  output.result({ members: people }, () =>
    output.table(
      ['Name', 'Role', 'Devices', 'Last seen', 'Id'],
      people.map((person) => [person.name, roleOf(person), devicesOf(person), lastSeen(person), person.id]),
    ),
  );
  return EXIT.done;
}

function roleOf({ state, role, self }: Person): string {
  const word = state === 'waiting' ? 'waiting to be let in' : state === 'removed' ? 'removed' : (role ?? '');
  return self ? `${word} (you)` : word;
}

function devicesOf({ devices }: Person): string {
  return devices.map(({ name }) => name).join(', ');
}

function lastSeen({ devices }: Person): string {
  const last = Math.max(0, ...devices.map(({ lastAt }) => lastAt ?? 0));
  return last === 0 ? '' : new Date(last).toISOString().slice(0, 16).replace('T', ' ');
}

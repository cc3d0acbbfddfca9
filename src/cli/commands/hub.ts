import { type Command, type CommandContext, textOf } from '../command.ts';
import { CliEnd, EXIT, wrongUse } from '../exit.ts';

/** Shares this replica's hub, or makes a replica of an existing one. */
export const hub: Command = {
  name: 'hub',
  usage: 'hub create LOCATION --name HUB | hub join LOCATION --name NAME [--code CODE]',
  does: 'shares this replica’s hub at a folder; makes a replica of an existing hub',
  options: { name: { type: 'string' }, code: { type: 'string' } },
  creates: true,
  joins: true,
  check: ({ positionals, values }) => {
    const [what, location, ...more] = positionals;
    if (what !== 'create' && what !== 'join') return 'Say what: kitbag hub create, or kitbag hub join.';
    if (location === undefined || more.length > 0) return 'Say where: one folder.';
    if (typeof values.name !== 'string' || values.name.trim() === '') {
      return what === 'create' ? 'Say how the hub is called: --name HUB.' : 'Say who you are: --name NAME.';
    }
    return undefined;
  },
  run: (context) => (context.args.positionals[0] === 'create' ? create(context) : join(context)),
};

async function create({ engine, client, output, args, dataFolder }: CommandContext): Promise<number> {
  const session = await client.session.get();
  if (session.state !== 'ready') {
    throw new CliEnd(
      EXIT.cannotOpen,
      `There is no replica in ${dataFolder} yet. Make one first: kitbag init --name NAME.`,
    );
  }
  await engine.shareHub(args.positionals[1] ?? '', (textOf(args, 'name') ?? '').trim());
  const { hub: shared, location } = await client.hub.state();
  output.result(
    { hub: shared.id, name: shared.name, location },
    () => `The hub ${shared.name} is shared at ${location}. Colleagues join it there.`,
  );
  return EXIT.done;
}

async function join({ engine, client, output, args, dataFolder }: CommandContext): Promise<number> {
  const session = await client.session.get();
  if (session.state === 'ready') {
    throw wrongUse(
      `There is a replica in ${dataFolder} already (${session.member.name}, ${session.hub.name}). Nothing was changed. Use --data for another folder.`,
    );
  }
  const code = textOf(args, 'code');
  const who = { name: (textOf(args, 'name') ?? '').trim(), ...(code !== undefined && { code }) };
  for await (const { phase, done, total, bytes } of engine.joinHub(args.positionals[1] ?? '', who)) {
    output.progress(`${phase} ${done}/${total} devices, ${Math.ceil(bytes / 1024)} KB`);
  }
  output.clearProgress();
  const joined = await client.session.get();
  if (joined.state !== 'ready') throw new Error('The hub was joined, but the replica is not ready.');
  const { hub: of, device, member, counts } = joined;
  const status = joined.standing === 'waiting' ? 'waiting' : 'joined';
  output.result(
    {
      hub: of.id,
      name: of.name,
      device: device.id,
      member: member.id,
      role: member.role,
      status,
      assets: counts.assets,
    },
    () =>
      status === 'waiting'
        ? `You asked to be let into ${of.name}. A content lead has to admit you; until then you can look around.`
        : `You are in ${of.name} as ${member.name} (${member.role}), with ${counts.assets} assets.`,
  );
  return EXIT.done;
}

import type { JoiningHeld } from '../../contract/hub.ts';
import type { SessionState } from '../../contract/session.ts';
import { locationText } from '../../shared/hub-location.ts';
import { says } from '../../shared/says/says.ts';
import { say } from '../../words/say.ts';
import { whoCan } from '../../words/who-can.ts';
import { type Command, type CommandContext, textOf } from '../base/command.ts';
import { CliEnd, EXIT, wrongUse } from '../base/exit.ts';
import { hereWords } from '../base/here-words.ts';
import type { Output } from '../base/output.ts';
import { invite, joinedPlace, move, probe } from './hub-place.ts';

/** Shares this replica's hub, or makes a replica of an existing one. */
export const hub: Command = {
  name: 'hub',
  usage: {
    create: 'hub create LOCATION --name HUB [--as-lead] [--open | --ask]',
    join: 'hub join [LOCATION] --name NAME [--invitation TEXT|FILE] [--code CODE] [--fingerprint F] [--wait | --no-wait]',
    'give-up': 'hub give-up',
    invite: 'hub invite [--with-keys]',
    move: 'hub move LOCATION',
    probe: 'hub probe LOCATION',
  },
  usageNote:
    'LOCATION: a folder, or s3://bucket/path?endpoint=URL&region=REGION&style=path, with keys from KITBAG_S3_KEY_ID and KITBAG_S3_SECRET, from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or of a profile (&profile=NAME)',
  does: 'shares this replica’s hub in a folder or a bucket; makes a replica of an existing hub, or gives that up; invites; says where the hub was moved; tries a place',
  options: {
    name: { type: 'string' },
    code: { type: 'string' },
    fingerprint: { type: 'string' },
    invitation: { type: 'string' },
    'with-keys': { type: 'boolean' },
    'as-lead': { type: 'boolean' },
    open: { type: 'boolean' },
    ask: { type: 'boolean' },
    wait: { type: 'boolean' },
    'no-wait': { type: 'boolean' },
  },
  creates: true,
  joins: true,
  check: ({ positionals, values }) => {
    const [what, location, ...more] = positionals;
    if (what === 'give-up' || what === 'invite')
      return location === undefined ? undefined : 'It takes no words.';
    if (what !== 'create' && what !== 'join' && what !== 'move' && what !== 'probe')
      return 'Say what: kitbag hub create, join, give-up, invite, move or probe.';
    const invited = what === 'join' && values.invitation !== undefined;
    if ((location === undefined && !invited) || more.length > 0)
      return 'Say where: one folder, or one bucket (s3://…).';
    if (what === 'probe' || what === 'move') return undefined;
    if (values.open === true && values.ask === true) return 'Say --open or --ask, not both.';
    if (typeof values.name !== 'string' || values.name.trim() === '') {
      return what === 'create' ? 'Say how the hub is called: --name HUB.' : 'Say who you are: --name NAME.';
    }
    return undefined;
  },
  run: (context) => {
    const [what] = context.args.positionals;
    if (what === 'create') return create(context);
    if (what === 'probe') return probe(context);
    if (what === 'invite') return invite(context);
    if (what === 'move') return move(context);
    return what === 'join' ? join(context) : giveUp(context);
  },
};

async function giveUp({ engine, output }: CommandContext): Promise<number> {
  const givenUp = await engine.giveUpJoining();
  output.result({ givenUp }, () =>
    givenUp
      ? 'Joining was given up. Nothing of it is left here.'
      : 'No joining is under way here. Nothing was changed.',
  );
  return EXIT.done;
}

async function create({ engine, client, output, args, dataFolder }: CommandContext): Promise<number> {
  const session = await client.session.get();
  if (session.state !== 'ready') {
    throw new CliEnd(
      EXIT.cannotOpen,
      `There is no replica in ${dataFolder} yet. Make one first: kitbag init --name NAME.`,
    );
  }
  const { open, ask } = args.values;
  await engine.shareHub(
    args.positionals[1] ?? '',
    (textOf(args, 'name') ?? '').trim(),
    args.values['as-lead'] === true,
    open === true ? 'open' : ask === true ? 'ask' : undefined,
  );
  const { hub: shared, location: at, fingerprint } = await client.hub.state();
  const { admission } = (await client.people.list()).policies;
  const location = at === undefined ? undefined : locationText(at);
  const kind = at?.kind ?? 'folder';
  output.result({ hub: shared.id, name: shared.name, location, fingerprint, admission }, () =>
    [
      `The hub ${shared.name} is shared at ${location}. Colleagues join it there.`,
      `Its fingerprint is ${fingerprint}. Give it to them, so that they know that it is this hub: kitbag hub join … --fingerprint ${fingerprint}`,
      ...whoCan(kind),
      ADMISSION[admission],
    ].join('\n'),
  );
  return EXIT.done;
}

const ADMISSION = {
  ask: 'Whoever joins waits until a lead lets them in: kitbag members, kitbag grant MEMBER ROLE. (If only your team can open this place: --open.)',
  open: 'Whoever joins is in at once, as a rep.',
} as const;

async function join(context: CommandContext): Promise<number> {
  const { engine, client, output, args, dataFolder, interrupted } = context;
  const { where, fingerprint } = await joinedPlace(context);
  const session = await client.session.get();
  if (session.state === 'ready') {
    // Said again after it was done: that is done.
    if (await engine.hasJoined(where)) return tellIn(context, session);
    throw wrongUse(
      `There is a replica in ${dataFolder} already (${session.member.name}, ${session.hub.name}). Nothing was changed. Use --data for another folder.`,
    );
  }
  const code = textOf(args, 'code');
  const who = {
    name: (textOf(args, 'name') ?? '').trim(),
    ...(code !== undefined && { code }),
    ...(fingerprint !== undefined && { fingerprint }),
  };
  const waits = args.values.wait === true || (output.isTerminal && args.values['no-wait'] !== true);
  let out: JoiningHeld | undefined;
  for await (const { phase, held, done, total, bytes } of engine.joinHub(where, who, interrupted)) {
    out = held;
    if (held === undefined)
      output.progress(`${phase} ${done}/${total} devices, ${Math.ceil(bytes / 1024)} KB`);
    else output.progress(say(held.says));
    // Without the right to write it is no matter of time: somebody has to give it.
    const goesOn = waits && (held?.reason !== 'denied' || args.values.wait === true);
    if (held !== undefined && (!goesOn || interrupted.aborted)) break;
  }
  output.clearProgress();
  if (out !== undefined) return notInYet(output, await client.session.get(), out);
  const joined = await client.session.get();
  if (joined.state !== 'ready') throw new Error('The hub was joined, but the replica is not ready.');
  return tellIn(context, joined);
}

/** The person is in, or waits for a lead; with what is here by now and what still comes. */
async function tellIn(
  { client, output }: CommandContext,
  joined: Extract<SessionState, { readonly state: 'ready' }>,
): Promise<number> {
  const { fingerprint } = await client.hub.state();
  const here = await client.offline.here();
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
      fingerprint,
      ...here,
    },
    () =>
      `${
        status === 'waiting'
          ? `Waiting to be let in to ${of.name}. ${say(says('sync.waiting'))}`
          : `You are in ${of.name} as ${member.name} (${member.role}), with ${counts.assets === 1 ? '1 asset' : `${counts.assets} assets`}.`
      }\n${hereWords(here).join('\n')}\nIts fingerprint is ${fingerprint}: compare it with your invitation.`,
  );
  return EXIT.done;
}

/** The joining stays begun: what it waits for, and how it goes on. */
function notInYet(output: Output, session: SessionState, held: JoiningHeld): number {
  const { reason, missing, of } = held;
  const message = say(held.says);
  const known = session.state === 'joining' && session.hubId !== undefined ? session : undefined;
  output.result(
    { hub: known?.hubId ?? null, name: known?.hub ?? null, status: reason, message, missing, of },
    () =>
      `${message}\nYou are not in ${known?.hub ?? 'the hub'} yet. Go on with: kitbag sync. Give up with: kitbag hub give-up.`,
  );
  return EXIT.someFailed;
}

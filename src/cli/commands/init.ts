import { ROLES } from '../../shared/vocabulary/roles.ts';
import { type Command, textOf } from '../base/command.ts';
import { EXIT, wrongUse } from '../base/exit.ts';

/** Makes a replica and its own private hub. */
export const init: Command = {
  name: 'init',
  usage: 'init --name NAME [--role rep|marketer|lead] [--sample]',
  does: 'makes a replica and its own private hub; --sample fills it with the sample documents',
  options: { name: { type: 'string' }, role: { type: 'string' }, sample: { type: 'boolean' } },
  creates: true,
  check: (args) => {
    if ((textOf(args, 'name') ?? '').trim() === '') return 'Say who you are: kitbag init --name NAME.';
    const role = textOf(args, 'role');
    if (role !== undefined && !ROLES.some((known) => known === role)) {
      return `There is no role '${role}'. Known are: ${ROLES.join(', ')}.`;
    }
    return undefined;
  },
  run: async ({ client, output, args, dataFolder }) => {
    const before = await client.session.get();
    if (before.state === 'ready') {
      throw wrongUse(
        `There is a replica in ${dataFolder} already (${before.member.name}, ${before.hub.name}). Nothing was changed. Use --data for another folder.`,
      );
    }
    const role = ROLES.find((known) => known === textOf(args, 'role')) ?? 'lead';
    const person = { name: textOf(args, 'name') ?? '', role, sample: args.values.sample === true };
    for await (const { done, total, current } of await client.session.start(person)) {
      output.progress(`${done}/${total} ${current}`.trimEnd());
    }
    output.clearProgress();
    const state = await client.session.get();
    if (state.state !== 'ready') throw new Error('The replica was made, but it is not ready.');
    const { member, hub, device, counts } = state;
    output.result(
      {
        replica: dataFolder,
        device: device.id,
        member: member.id,
        name: member.name,
        role: member.role,
        hub: hub.id,
        assets: counts.assets,
      },
      () =>
        `Made a replica for ${member.name} (${member.role}) in ${dataFolder}${person.sample ? ` with ${counts.assets} sample assets` : ''}.`,
    );
    return EXIT.done;
  },
};

import { readFile } from 'node:fs/promises';
import { refusedBy } from '../../node/refused.ts';
import { type HubLocation, locationText } from '../../shared/hub-location.ts';
import { invitationText } from '../../words/invitation.ts';
import { say } from '../../words/say.ts';
import { type CommandContext, textOf } from '../base/command.ts';
import { CliEnd, EXIT, wrongUse } from '../base/exit.ts';

/** Says whether a hub can be at a place: what is wrong in sentences, and how long it took. */
export async function probe({ engine, output, args }: CommandContext): Promise<number> {
  const started = performance.now();
  const problems: { readonly code: string; readonly message: string }[] = [];
  let measured: { readonly latencyMs?: number; readonly putMs?: number } = {};
  let notes: readonly string[] = [];
  try {
    const test = await engine.probe(args.positionals[1] ?? '');
    if (test.ok) {
      const { latencyMs, putMs } = test;
      notes = test.notes.map(say);
      measured = { latencyMs, ...(putMs !== undefined && { putMs }) };
    } else problems.push({ code: test.code, message: say(test.says) });
  } catch (error) {
    const refused = refusedBy(error);
    if (refused === undefined) throw error;
    problems.push({ code: 'place', message: say(refused.says) });
  }
  const ok = problems.length === 0;
  const ms = Math.round(performance.now() - started);
  output.result({ ok, problems, ms, ...measured, ...(notes.length > 0 && { notes }) }, () =>
    ok
      ? [`A hub can be there. A request takes ${measured.latencyMs} ms.`, ...notes].join('\n')
      : problems.map(({ message }) => message).join('\n'),
  );
  return ok ? EXIT.done : EXIT.someFailed;
}

/** The hub was moved: says where it is now, and exchanges with it there. */
export async function move({ engine, client, output, args }: CommandContext): Promise<number> {
  await engine.moveHub(args.positionals[1] ?? '');
  const { hub, location } = await client.hub.state();
  const at = location === undefined ? undefined : locationText(location);
  output.result({ hub: hub.id, name: hub.name, location: at }, () => `${hub.name} now syncs from ${at}.`);
  return EXIT.done;
}

/** Prints an invitation to the hub; with `--with-keys` the bucket's keys go with it, sealed by a password that is printed once. */
export async function invite({ client, output, args }: CommandContext): Promise<number> {
  const invited = await client.hub.invite({ withKeys: args.values['with-keys'] === true });
  const { password } = invited;
  const text = invitationText(invited);
  output.result({ invitation: text, ...(password !== undefined && { password }) }, () =>
    password === undefined ? text : `${text}\n\nPassword, to be sent another way: ${password}`,
  );
  return EXIT.done;
}

/** Where somebody joins, and the fingerprint that the hub there has to have: from the command's words, or from an invitation. */
export async function joinedPlace({
  engine,
  client,
  args,
  env,
}: CommandContext): Promise<{ readonly where: HubLocation | string; readonly fingerprint?: string }> {
  const location = args.positionals[1];
  const given = textOf(args, 'invitation');
  const fingerprint = textOf(args, 'fingerprint');
  if (given === undefined)
    return { where: location ?? '', ...(fingerprint !== undefined && { fingerprint }) };
  const text = given.includes('kitbag-invitation') ? given : await fileText(given);
  // Not an option: other users of the computer see the words of a command.
  const password = env.KITBAG_INVITATION_PASSWORD;
  const read = await client.hub.readInvitation({ text, ...(password !== undefined && { password }) });
  const invited = { fingerprint: fingerprint ?? read.fingerprint };
  if (location !== undefined) return { where: location, ...invited };
  switch (read.needs) {
    case 'folder':
      throw wrongUse(
        `This invitation is for the folder ${read.place}. Say where you have it: kitbag hub join FOLDER …`,
      );
    case 'password':
      throw wrongUse('The keys in this invitation need its password: KITBAG_INVITATION_PASSWORD.');
    case 'keys':
      return { where: read.place, ...invited };
    case 'nothing':
      if (read.found === undefined || read.found.place === 'unusable')
        throw new CliEnd(
          EXIT.someFailed,
          read.found?.says === undefined ? 'The hub of this invitation is not there.' : say(read.found.says),
        );
      return { where: engine.locationOf(read.found.grant), ...invited };
  }
}

async function fileText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw wrongUse('--invitation takes the text of an invitation, or a file with it. There is no such file.');
  }
}

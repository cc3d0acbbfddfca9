import type { KitStepTaken } from '../../../contract/kit-steps.ts';
import { askedReview } from '../../base/asked-review.ts';
import { type CommandContext, textOf, textsOf } from '../../base/command.ts';
import { wrongUse } from '../../base/exit.ts';
import { findAsset } from '../../base/find-asset.ts';
import { findKit } from '../../base/find-kit.ts';
import { tellStep } from '../../base/tell-step.ts';

/** The steps of a kit's life, as those of an asset's. */

type Step = { readonly kits: string[]; readonly dryRun: boolean };

/** With which kits, each named by one word or between quotes. */
async function stepOf(context: CommandContext): Promise<Step> {
  const kits: string[] = [];
  for (const text of context.args.positionals.slice(1)) kits.push((await findKit(context, text)).id);
  return { kits, dryRun: context.args.values['dry-run'] === true };
}

export async function submit(context: CommandContext): Promise<number> {
  const { args, client } = context;
  if (textsOf(args, 'reviewer').length === 0) throw wrongUse('Say who is to review: --reviewer MEMBER.');
  const asked = await askedReview(context);
  const step = { ...(await stepOf(context)), ...asked };
  return told(context, await client.kits.submit(step), 'Submitted');
}

export async function approve(context: CommandContext): Promise<number> {
  return told(context, await context.client.kits.approve(await stepOf(context)), 'Approved');
}

export async function giveBack(context: CommandContext): Promise<number> {
  const reason = reasonOf(context);
  return told(context, await context.client.kits.return({ ...(await stepOf(context)), reason }), 'Returned');
}

export async function verify(context: CommandContext): Promise<number> {
  return told(context, await context.client.kits.verify(await stepOf(context)), 'Verified');
}

export async function recall(context: CommandContext): Promise<number> {
  const { args, client } = context;
  const step = await stepOf(context);
  if (args.values.undo === true)
    return told(context, await client.kits.liftRecall(step), 'Took back the recall of');
  const replacement = await replacementOf(context);
  const why = { reason: reasonOf(context), ...(replacement !== undefined && { replacement }) };
  return told(context, await client.kits.recall({ ...step, ...why }), 'Recalled');
}

/** A kit or an asset: whichever is called so, a kit first. */
async function replacementOf(context: CommandContext): Promise<string | undefined> {
  const text = textOf(context.args, 'replacement');
  if (text === undefined) return undefined;
  const kits = await context.client.kits.list({});
  const isKit = kits.some(({ id, name }) => id === text || name.toLowerCase() === text.trim().toLowerCase());
  return isKit ? (await findKit(context, text)).id : findAsset(context, text);
}

function reasonOf({ args }: CommandContext): string {
  const reason = textOf(args, 'reason')?.trim() ?? '';
  if (reason === '') throw wrongUse('Say why: --reason TEXT.');
  return reason;
}

/** What a step came to. */
async function told(
  context: CommandContext,
  { changed, refused }: Omit<KitStepTaken, 'undo'>,
  done: string,
): Promise<number> {
  const names = new Map((await context.client.kits.list({})).map(({ id, name }) => [id, name]));
  const taken = { changed, refused: refused.map(({ kit: id, ...why }) => ({ id, ...why })) };
  return tellStep(context, taken, done, (id) => names.get(id));
}

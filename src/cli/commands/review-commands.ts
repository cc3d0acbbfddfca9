import type { KitToReview } from '../../contract/kit-steps.ts';
import type { ReviewItem } from '../../contract/reviews.ts';
import type { StepTaken } from '../../contract/step-taken.ts';
import { askedReview } from '../base/asked-review.ts';
import { type Arguments, type Command, type CommandContext, textOf, textsOf } from '../base/command.ts';
import { EXIT, wrongUse } from '../base/exit.ts';
import { findAsset } from '../base/find-asset.ts';
import { findMember } from '../base/find-member.ts';
import { tellStep } from '../base/tell-step.ts';

/** The steps of an asset's life. */

const DRY_RUN = { 'dry-run': { type: 'boolean' } } as const;

/** With which assets, and whether a command only says what it would change. */
function stepOf(context: CommandContext): { assets: string[]; dryRun: boolean } {
  const { positionals, values } = context.args;
  return { assets: positionals.map((text) => findAsset(context, text)), dryRun: values['dry-run'] === true };
}

/** Says that a command needs at least one asset. */
function someAsset(command: string): (args: Arguments) => string | undefined {
  return (args) =>
    args.positionals.length === 0 ? `Say which assets: kitbag ${command} ASSET...` : undefined;
}

/** A step that needs to know no more than with which assets. */
function plainStep(
  name: string,
  does: string,
  done: string,
  take: (context: CommandContext, step: ReturnType<typeof stepOf>) => Promise<Omit<StepTaken, 'undo'>>,
): Command {
  return {
    name,
    usage: `${name} ASSET... [--dry-run]`,
    does,
    options: DRY_RUN,
    check: someAsset(name),
    run: async (context) => told(context, await take(context, stepOf(context)), done),
  };
}

/** Publishes what waits. */
export const publish = plainStep(
  'publish',
  'publishes drafts and draft versions',
  'Published',
  ({ client }, step) => client.assets.publish(step),
);

/** Approves what one was asked to review. */
export const approve = plainStep(
  'approve',
  'approves what you were asked to review',
  'Approved',
  ({ client }, step) => client.reviews.approve(step),
);

/** Puts assets away. */
export const archive = plainStep('archive', 'puts assets away', 'Archived', ({ client }, step) =>
  client.reviews.archive(step),
);

/** Says that assets are still right. */
export const review = plainStep(
  'review',
  'says that the current versions are still right',
  'Verified',
  ({ client }, step) => client.reviews.verify(step),
);

/** Asks reviewers to approve drafts. */
export const submit: Command = {
  name: 'submit',
  usage: 'submit ASSET... --reviewer MEMBER... [--any|--in-order] [--note TEXT] [--dry-run]',
  does: 'asks reviewers to approve drafts: all of them, any one, or one after the other',
  options: {
    reviewer: { type: 'string', multiple: true },
    any: { type: 'boolean' },
    'in-order': { type: 'boolean' },
    note: { type: 'string' },
    ...DRY_RUN,
  },
  check: (args) => {
    if (textsOf(args, 'reviewer').length === 0) return 'Say who is to review: --reviewer MEMBER.';
    return someAsset('submit')(args);
  },
  run: async (context) => {
    const asked = await askedReview(context);
    return told(context, await context.client.reviews.submit({ ...stepOf(context), ...asked }), 'Submitted');
  },
};

/** Gives back what one was asked to review. */
export const returnCommand: Command = {
  name: 'return',
  usage: 'return ASSET... --reason TEXT [--dry-run]',
  does: 'gives back what you were asked to review: it is a draft again',
  options: { reason: { type: 'string' }, ...DRY_RUN },
  check: (args) =>
    (textOf(args, 'reason')?.trim() ?? '') === '' ? 'Say why: --reason TEXT.' : someAsset('return')(args),
  run: async (context) => {
    const reason = textOf(context.args, 'reason') ?? '';
    return told(context, await context.client.reviews.return({ ...stepOf(context), reason }), 'Returned');
  },
};

/** What is to be looked at. */
export const reviews: Command = {
  name: 'reviews',
  usage: 'reviews [--mine]',
  does: 'assets and kits to be reviewed, most used first; --mine: what you answer for',
  options: { mine: { type: 'boolean' } },
  run: async ({ args, client, output }) => {
    const mine = args.values.mine === true;
    const { items } = await client.reviews.list({ limit: 10_000, ...(mine && { mine }) });
    const kits = (await client.kits.toReview()).filter((kit) => !mine || kit.mine);
    output.result({ reviews: items.map(reviewLine), kits: kits.map(kitLine) }, () =>
      items.length + kits.length === 0
        ? 'Nothing is to be reviewed.'
        : output.table(
            ['Why', 'Due on', 'Title', 'Who', 'Uses', 'Id'],
            [
              ...items.map(({ asset, reasons, dueOn }) => [
                reasons.join(', '),
                dueOn,
                asset.title,
                whoAnswers(asset),
                asset.uses,
                asset.id,
              ]),
              ...kits.map((kit) => [kit.reasons.join(', '), '', kit.name, whoAnswers(kit), '', kit.id]),
            ],
          ),
    );
    return EXIT.done;
  },
};

function whoAnswers({ owner, verifier }: Pick<KitToReview, 'owner' | 'verifier'>): string {
  return (verifier ?? owner)?.name ?? '';
}

function reviewLine({ asset, reasons, dueOn }: ReviewItem) {
  const { id: assetId, title, verifier } = asset;
  return { assetId, title, dueOn, ...(verifier && { verifier }), why: reasons[0], reasons };
}

function kitLine({ id, name, owner, verifier, reasons }: KitToReview) {
  return { id, name, ...(owner && { owner }), ...(verifier && { verifier }), why: reasons[0], reasons };
}

/** What archiving would break. */
export const retire: Command = {
  name: 'retire',
  usage: 'retire ASSET... --dry-run',
  does: 'what archiving assets would break; archive puts them away',
  options: DRY_RUN,
  check: (args) =>
    args.values['dry-run'] === true
      ? someAsset('retire')(args)
      : 'This only says what would break: kitbag retire ASSET... --dry-run. To put them away: kitbag archive ASSET...',
  run: async (context) => {
    const { client, output } = context;
    const { nearest, ...effect } = await client.reviews.retireEffect({ assets: stepOf(context).assets });
    const { emptied, kits, golden, requests, pins, lastUsed } = effect;
    output.result({ ...effect, ...(nearest && { nearest }) }, () =>
      [
        `Cells of the coverage map left empty: ${emptied.map(({ stage, persona }) => `${stage} × ${persona}`).join(', ') || 'none'}`,
        `Kits that lose something: ${kits.map(({ name }) => name).join(', ') || 'none'}`,
        `Golden queries that lose a right answer: ${golden.map(({ query }) => query).join(', ') || 'none'}`,
        `Requests that were fulfilled with it: ${requests.map(({ title }) => title).join(', ') || 'none'}`,
        `Pins on this device: ${pins}`,
        `Last used: ${lastUsed === null ? 'never' : `${new Date(lastUsed.at).toISOString().slice(0, 10)} by ${lastUsed.by.name}`}`,
        ...(nearest ? [`Nearest to it: ${nearest.title}`] : []),
      ].join('\n'),
    );
    return EXIT.done;
  },
};

/** Nobody is to use an asset from now on, or may again. */
export const recall: Command = {
  name: 'recall',
  usage: {
    recall: 'recall ASSET --reason TEXT [--replacement ASSET] [--dry-run]',
    undo: 'recall ASSET --undo [--dry-run]',
  },
  does: 'says that an asset is not to be used from now on, and what replaces it; --undo takes that back',
  options: {
    reason: { type: 'string' },
    replacement: { type: 'string' },
    undo: { type: 'boolean' },
    ...DRY_RUN,
  },
  check: (args) => {
    if (args.positionals.length !== 1) return 'Say which asset: kitbag recall ASSET --reason TEXT.';
    const reason = textOf(args, 'reason')?.trim() ?? '';
    return args.values.undo === true || reason !== '' ? undefined : 'Say why: --reason TEXT.';
  },
  run: async (context) => {
    const { args, client, output } = context;
    const step = stepOf(context);
    const replacement = textOf(args, 'replacement');
    const { refused } =
      args.values.undo === true
        ? await client.reviews.liftRecall(step)
        : await client.reviews.recall({
            ...step,
            reason: textOf(args, 'reason') ?? '',
            ...(replacement !== undefined && { replacement: findAsset(context, replacement) }),
          });
    if (refused.length > 0) return told(context, { changed: [], refused }, 'Recalled');
    const [asset = ''] = step.assets;
    const { title, state } = await client.assets.get({ asset });
    output.result({ assetId: asset, status: state }, () => `'${title}' is ${state}.`);
    return EXIT.done;
  },
};

/** What a step came to. */
function told(context: CommandContext, { changed, refused }: Omit<StepTaken, 'undo'>, done: string): number {
  const taken = { changed, refused: refused.map(({ asset: id, ...why }) => ({ id, ...why })) };
  return tellStep(context, taken, done, (id) => context.engine.summaries().get(id)?.title);
}

/** The member who is to take over what somebody answers for. */
export async function takesOver(context: CommandContext): Promise<string | undefined> {
  const text = textOf(context.args, 'hand-over');
  if (text === undefined) return undefined;
  if (text.trim() === '') throw wrongUse('Say to whom: --hand-over MEMBER.');
  return (await findMember(context, text)).id;
}

import type { ReviewWay } from '../../shared/vocabulary/reviews.ts';
import { type CommandContext, textOf, textsOf } from './command.ts';
import { findMember } from './find-member.ts';

type AskedReview = { readonly reviewers: string[]; readonly way: ReviewWay; readonly note?: string };

/** Whom `--reviewer` names, how they approve (`--any`, `--in-order`), and the `--note` to them. */
export async function askedReview(context: CommandContext): Promise<AskedReview> {
  const { args } = context;
  const reviewers: string[] = [];
  for (const text of textsOf(args, 'reviewer')) reviewers.push((await findMember(context, text)).id);
  const way = args.values.any === true ? 'any' : args.values['in-order'] === true ? 'order' : 'all';
  const note = textOf(args, 'note');
  return { reviewers, way, ...(note !== undefined && { note }) };
}

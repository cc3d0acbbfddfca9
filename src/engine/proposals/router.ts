import type { Implementer } from '../base/implementer.ts';
import type { Told } from '../base/wire-error.ts';
import type { PathGrants } from '../publish/path-grants.ts';
import { answerProposal, seeProposal, stageProposal, toldOfProposal } from './answer.ts';
import { listProposals, proposalViews } from './proposal-view.ts';
import { proposeFiles } from './propose.ts';
import type { WithProposals } from './with-proposals.ts';

/** Files that reps propose. */
export function proposalsRouter(
  { proposals }: Implementer,
  replica: () => WithProposals,
  grants: PathGrants,
  told: Told,
) {
  return {
    make: proposals.make.handler(async ({ input: { grant, ...input } }) => {
      const { made, refused } = await proposeFiles(replica(), { ...input, paths: grants.look(grant) });
      if (refused.length === 0) grants.take(grant);
      return { proposals: made.map(await proposalViews(replica())), refused: [...refused] };
    }),
    list: proposals.list.handler(() => listProposals(replica())),
    answer: proposals.answer.handler(({ input }) => answerProposal(replica(), input)),
    stage: proposals.stage.handler(({ input }) =>
      told(stageProposal(replica(), input.proposal), 'proposals.stage'),
    ),
    seen: proposals.seen.handler(({ input }) => seeProposal(replica(), input.proposal, input.said)),
    told: proposals.told.handler(({ input }) => toldOfProposal(replica(), input.proposal, input.said)),
  };
}

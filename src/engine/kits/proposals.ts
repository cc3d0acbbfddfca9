import type { KitChanges, KitProposal } from '../../contract/kits.ts';
import {
  allProposals,
  type KitItem,
  knownProposal,
  type MadeProposal,
  standingReply,
} from '../../domain/kits/kit-selectors.ts';
import type { ProposalMade } from '../../domain/kits/kits.ts';
import { may } from '../../domain/people/permissions.ts';
import { dimensionValues } from '../../shared/dimension-values.ts';
import { says } from '../../shared/says/says.ts';
import { GUIDANCE } from '../../shared/vocabulary/kits.ts';
import { invalid, notFound } from '../base/refusal.ts';
import type { Covers } from '../live/journal-place.ts';
import { mintHere } from '../live/minted.ts';
import { shownMember } from '../people/shown-member.ts';
import { madeKit } from './change-kit.ts';
import { guidanceOf, itemViews } from './kit-detail.ts';
import { standingItems } from './kit-items.ts';
import { kitOf } from './kit-of.ts';
import { checkMayMake } from './may-make.ts';
import type { WithKits } from './with-kits.ts';

/** What people propose who may not publish kits, and what becomes of it. */

/** Proposes a kit of one's own, as it is now. Throws `Refusal` where there is nothing in it, or it waits for an answer. */
export async function proposeKit(
  replica: WithKits,
  input: { readonly kit: string; readonly note?: string | undefined },
): Promise<{ proposal: string }> {
  const { data, items } = kitOf(replica, input.kit);
  const own = replica.ownKits.known(data.id);
  if (own === undefined) throw notFound('kit');
  if (data.fields.smart !== null) throw invalid(says('kits.smart-not-proposed'));
  const usable = items.filter(({ asset }) => asset !== undefined);
  if (usable.length === 0) throw invalid(says('kits.nothing-to-propose'));
  const before = own.proposal === undefined ? undefined : knownProposal(replica.catalog, own.proposal);
  if (before !== undefined && standingReply(before) === undefined)
    throw invalid(says('kits.proposed-already'));
  const { nonce, id } = mintHere(replica);
  const proposal = id('kitProposal');
  const { name, summary, stages, personas, products } = data.fields;
  const guidance = Object.fromEntries(GUIDANCE.map((one) => [one, data.fields[one]]));
  const note = input.note?.trim() ?? '';
  await replica.catalog.commit([
    {
      kind: 'kit-proposed',
      body: {
        proposal,
        nonce,
        fields: { name, summary, stages, personas, products, ...dimensionValues(data.fields), ...guidance },
        items: usable.map(({ item: { asset, pages, version, why } }) => ({ asset, pages, version, why })),
        ...(note !== '' && { note }),
        at: replica.ports.clock.now(),
      },
    },
  ]);
  await replica.ownKits.keep({ ...own, proposal });
  replica.changes.emit('kits');
  return { proposal };
}

/** What was proposed: all of it to who may adopt it, to others their own. */
export async function listProposals(
  replica: WithKits,
  { open }: { readonly open?: boolean | undefined },
): Promise<KitProposal[]> {
  const { id: self, role } = replica.catalog.self();
  const seesAll = may(role, 'publish');
  const shown = allProposals(replica.catalog)
    .filter(({ made }) => seesAll || made.value.member === self)
    .filter((proposal) => open === undefined || open === (standingReply(proposal) === undefined));
  const covered = await replica.places.covers(replica.seen.cameInAt);
  const views = await Promise.all(shown.map((proposal) => proposalView(replica, proposal, covered)));
  const waits = ({ answer }: KitProposal) => Number(answer !== 'open');
  return views.sort((a, b) => waits(a) - waits(b) || b.at - a.at || (a.id < b.id ? -1 : 1));
}

async function proposalView(
  replica: WithKits,
  proposal: MadeProposal,
  covered: Covers,
): Promise<KitProposal> {
  const { id, made } = proposal;
  const { member, at, note, fields, items } = made.value;
  const answered = standingReply(proposal);
  const self = replica.catalog.selfId();
  const said = saidOf(replica, proposal, covered);
  return {
    id,
    by: shownMember(replica, member),
    mine: member === self,
    at,
    ...(note !== undefined && { note }),
    name: fields.name,
    summary: fields.summary ?? '',
    guidance: guidanceOf(fields),
    stages: fields.stages ?? [],
    personas: fields.personas ?? [],
    contents: await itemViews(replica, standingItems(replica, proposedItems(items))),
    answer: answered?.answer ?? 'open',
    ...(answered !== undefined && {
      answeredBy: replica.catalog.member(answered.member),
      answeredAt: answered.at,
    }),
    ...(answered?.kit !== undefined && { kit: answered.kit }),
    ...(answered?.reason !== undefined && { reason: answered.reason }),
    ...dimensionValues(fields),
    news: said > replica.seen.seenOf(id),
    untold: said > replica.seen.toldOf(id),
  };
}

/** When marketing answered one's own proposal, as long as that is news to this device (milliseconds since 1970); 0 where it is none. */
function saidOf({ catalog }: WithKits, { made, reply }: MadeProposal, covered: Covers): number {
  const isAnswered = reply !== undefined && reply.value.answer !== 'open';
  const self = catalog.selfId();
  if (!isAnswered || made.value.member !== self || reply.value.member === self) return 0;
  return covered(reply.stamp) ? 0 : reply.value.at;
}

/** Whoever proposed has seen what was answered to these, or was told of it by the system. */
export async function noteProposals(
  replica: WithKits,
  ids: readonly string[],
  how: 'see' | 'tell',
): Promise<{ seen: boolean }> {
  const covered = await replica.places.covers(replica.seen.cameInAt);
  let seen = false;
  for (const id of ids) {
    const proposal = knownProposal(replica.catalog, id);
    const said = proposal === undefined ? 0 : saidOf(replica, proposal, covered);
    if (said > 0 && (await replica.seen[how](id, said))) seen = true;
  }
  if (seen) replica.changes.emit('kits');
  return { seen };
}

/** Takes back what one proposed. Throws `Refusal` where somebody has answered it. */
export function withdrawProposal(replica: WithKits, id: string): Promise<{ undo?: string }> {
  const proposal = knownProposal(replica.catalog, id);
  if (proposal === undefined || proposal.made.value.member !== replica.catalog.selfId())
    throw notFound('kit-proposal');
  if (standingReply(proposal) !== undefined) throw invalid(says('kits.answered-already'));
  const body = { proposal: id, withdrawn: true, at: replica.ports.clock.now() };
  return replica.undos.commit([{ kind: 'kit-proposal-withdrawn', body }]);
}

function proposedItems(items: ProposalMade['items']): readonly KitItem[] {
  return items.map(({ asset, pages, version, why }) => ({
    item: asset,
    asset,
    pages: pages ?? [],
    version: version ?? null,
    why: why ?? '',
    place: '',
  }));
}

/** Adopts a proposal: a kit of the hub is made of what of it is here, and its author is its contributor. */
export async function adoptProposal(
  replica: WithKits,
  { proposal: id, set }: { readonly proposal: string; readonly set: KitChanges },
): Promise<{ kit: string; undo?: string }> {
  const proposal = openProposal(replica, id);
  const { fields, items } = proposal.made.value;
  const usable = standingItems(replica, proposedItems(items)).filter(({ asset }) => asset !== undefined);
  const { smart: _smart, ...said } = fields;
  const made = madeKit(replica, {
    set: { ...said, ...set, name: set.name ?? fields.name },
    items: usable.map(({ item: { asset, pages, version, why }, problem }) => ({
      asset,
      why,
      pages: problem === 'pages-gone' ? [] : pages,
      version: problem === 'version-gone' ? null : version,
    })),
    proposal: id,
  });
  const { kit, at } = made.body;
  const answer = { proposal: id, answer: 'adopted' as const, kit, at };
  const undone = await replica.undos.commit([made, { kind: 'kit-proposal-answered', body: answer }]);
  return { kit, ...undone };
}

/** Declines one; its author is told why. */
export function declineProposal(
  replica: WithKits,
  { proposal, reason }: { readonly proposal: string; readonly reason: string },
): Promise<{ undo?: string }> {
  openProposal(replica, proposal);
  const body = { proposal, answer: 'declined' as const, reason, at: replica.ports.clock.now() };
  return replica.undos.commit([{ kind: 'kit-proposal-answered', body }]);
}

function openProposal(replica: WithKits, id: string): MadeProposal {
  checkMayMake(replica);
  const proposal = knownProposal(replica.catalog, id);
  if (proposal === undefined) throw notFound('kit-proposal');
  if (standingReply(proposal) !== undefined) throw invalid(says('kits.answered-already'));
  return proposal;
}

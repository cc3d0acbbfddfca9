import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statusOf } from '../../../../src/domain/assets/status.ts';
import { foldCatalog } from '../../../../src/domain/fold/fold-catalog.ts';
import {
  knownKit,
  knownProposal,
  recallOf,
  reviewOfKit,
  standingReply,
  verificationOf,
} from '../../../../src/domain/kits/kit-selectors.ts';
import { MODEL } from '../../../../src/domain/registry.ts';
import { EventMaker, foldContext, idOf, mintedBy, nonceOf } from '../../../support/event-maker.ts';

const KIT = idOf('k', 1);
const at = { at: 1 };
const asked = (...reviewers: number[]) => ({
  kit: KIT,
  reviewers: reviewers.map((number) => idOf('m', number)),
  way: 'all',
  at: 5,
});
const answer = (said: 'approved' | 'returned') => ({ kit: KIT, to: 5, answer: said, at: 6 });
const item = (number: number, place: string) => ({
  item: idOf('i', number),
  asset: idOf('a', number),
  place,
});
const catalogOf = (events: EventMaker['events']) => ({ state: foldCatalog(events, foldContext) });
const kitIn = (events: EventMaker['events']) => {
  const kit = knownKit(catalogOf(events), KIT);
  if (kit === undefined) throw new Error('There is no kit.');
  return kit;
};

/** A founder, two more leads, a rep; a kit that is a draft. */
function hub(): EventMaker {
  const maker = new EventMaker().found().join(2, 'lead').join(3, 'lead').join(4, 'rep');
  maker.write(1, 1, 'kit-created', {
    kit: KIT,
    fields: { name: 'CFO play', status: 'draft' },
    items: [item(1, 'b')],
    ...at,
  });
  return maker;
}

describe('the life of a kit', () => {
  it('is out once all who were asked approve, on whichever device each of them does', () => {
    const maker = hub();
    maker.write(1, 1, 'kit-submitted', asked(2, 3));
    maker.write(2, 2, 'kit-review-answered', answer('approved'));
    expect(statusOf(kitIn(maker.events))).toBe('in-review');
    expect(reviewOfKit(kitIn(maker.events))?.standing.next).toEqual([idOf('m', 3)]);
    maker.write(3, 3, 'kit-review-answered', answer('approved'));
    expect(statusOf(kitIn(maker.events))).toBe('published');
    expect(reviewOfKit(kitIn(maker.events))).toBeUndefined();
  });

  it('is not brought on by who was not asked, who asked, or a rep', () => {
    const maker = hub();
    maker.write(1, 1, 'kit-submitted', asked(2));
    maker.write(1, 1, 'kit-review-answered', answer('approved'));
    maker.write(3, 3, 'kit-review-answered', answer('approved'));
    maker.write(4, 4, 'kit-review-answered', answer('approved'));
    expect(statusOf(kitIn(maker.events))).toBe('in-review');
    maker.write(4, 4, 'kit-recalled', { kit: KIT, reason: 'Mine', ...at });
    maker.write(4, 4, 'kit-verified', { kit: KIT, ...at });
    maker.write(4, 4, 'kit-submitted', { ...asked(1), at: 9 });
    const kit = kitIn(maker.events);
    expect([recallOf(kit), verificationOf(kit), kit.review?.value.at]).toEqual([undefined, undefined, 5]);
  });

  it('goes back to a draft with a reason, and leaves an earlier review behind when somebody publishes it', () => {
    const maker = hub();
    maker.write(1, 1, 'kit-submitted', asked(2));
    maker.write(2, 2, 'kit-review-answered', answer('returned'));
    expect(statusOf(kitIn(maker.events))).toBe('draft');
    maker.write(1, 1, 'kit-edited', { kit: KIT, set: { status: 'published' }, ...at });
    expect(statusOf(kitIn(maker.events))).toBe('published');
    expect(reviewOfKit(kitIn(maker.events))).toBeUndefined();
  });

  it('has the word of who verified it until something is written in it, and the last word on a recall', () => {
    const maker = hub();
    maker.write(2, 2, 'kit-verified', { kit: KIT, at: 3 });
    maker.write(1, 1, 'kit-edited', { kit: KIT, set: { stages: ['decision'] }, ...at });
    expect(verificationOf(kitIn(maker.events))).toMatchObject({ member: idOf('m', 2), at: 3 });
    maker.write(1, 1, 'kit-items-set', { kit: KIT, items: [item(2, 'd')], ...at });
    expect(verificationOf(kitIn(maker.events))).toBeUndefined();
    maker.write(1, 1, 'kit-recalled', { kit: KIT, reason: 'Old', replacement: idOf('k', 2), ...at });
    expect(recallOf(kitIn(maker.events))).toMatchObject({ reason: 'Old', replacement: idOf('k', 2) });
    maker.write(2, 2, 'kit-recall-lifted', { kit: KIT, ...at });
    expect(recallOf(kitIn(maker.events))).toBeUndefined();
  });

  it('is the same in whichever order its events arrive', () => {
    const steps = fc.array(
      fc.constantFrom(
        (maker: EventMaker) => maker.write(1, 1, 'kit-submitted', asked(2, 3)),
        (maker: EventMaker) => maker.write(2, 2, 'kit-review-answered', answer('approved')),
        (maker: EventMaker) => maker.write(3, 3, 'kit-review-answered', answer('returned')),
        (maker: EventMaker) => maker.write(2, 2, 'kit-verified', { kit: KIT, ...at }),
        (maker: EventMaker) => maker.write(1, 1, 'kit-recalled', { kit: KIT, reason: 'Old', ...at }),
        (maker: EventMaker) => maker.write(3, 3, 'kit-recall-lifted', { kit: KIT, ...at }),
        (maker: EventMaker) =>
          maker.write(3, 3, 'kit-edited', { kit: KIT, set: { status: 'published' }, ...at }),
      ),
      { maxLength: 7 },
    );
    fc.assert(
      fc.property(steps, fc.infiniteStream(fc.nat()), (all, keys) => {
        const maker = hub();
        for (const step of all) step(maker);
        const shuffled = maker.events
          .map((event) => ({ event, key: keys.next().value ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ event }) => event);
        expect(MODEL.textOf(foldCatalog(shuffled, foldContext))).toBe(
          MODEL.textOf(foldCatalog(maker.events, foldContext)),
        );
      }),
      { numRuns: 40 },
    );
  });
});

describe('a proposed kit', () => {
  it('is withdrawn by whoever proposed it alone, and not over what marketing answered', () => {
    const maker = hub();
    const proposal = mintedBy('kitProposal', idOf('m', 4), 1);
    maker.write(4, 4, 'kit-proposed', {
      proposal,
      nonce: nonceOf(1),
      fields: { name: 'From the field' },
      items: [],
      ...at,
    });
    const reply = () => {
      const known = knownProposal(catalogOf(maker.events), proposal);
      return known && standingReply(known)?.answer;
    };
    maker.write(1, 1, 'kit-proposal-withdrawn', { proposal, withdrawn: true, ...at });
    expect(reply()).toBeUndefined();
    maker.write(4, 4, 'kit-proposal-withdrawn', { proposal, withdrawn: true, ...at });
    expect(reply()).toBe('withdrawn');
    maker.write(2, 2, 'kit-proposal-answered', { proposal, answer: 'declined', reason: 'No', ...at });
    expect(reply()).toBe('declined');
  });
});

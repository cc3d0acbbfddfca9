import { ofFields as valuesOf } from '../../shared/vocabulary/asset-fields.ts';
import { statusOf } from '../assets/status.ts';
import type { Holds } from '../kernel/holds.ts';
import { fieldsIn } from '../kits/kit-events.ts';
import {
  ITEM_DEFAULTS,
  type KitFields,
  type KitItemPatch,
  kitDefault,
  kitFieldsIn,
} from '../kits/kit-fields.ts';
import { itemFields, verificationOf } from '../kits/kit-selectors.ts';
import type { CatalogState, EventDraft } from '../registry.ts';
import type { Reversal } from './reversals.ts';

const KINDS = [
  'kit-created',
  'kit-edited',
  'kit-items-set',
  'kit-rated',
  'kit-submitted',
  'kit-review-answered',
  'kit-recalled',
  'kit-recall-lifted',
  'kit-verified',
  'kit-proposal-answered',
  'kit-proposal-withdrawn',
] as const;

/** What is written of kits and can be taken back. */
export type KitDraft = Extract<EventDraft, { readonly kind: (typeof KINDS)[number] }>;

/** Whether a change is one of a kit. */
export function isKitDraft<Draft extends { readonly kind: string }>(
  draft: Draft,
): draft is Extract<Draft, { readonly kind: KitDraft['kind'] }> {
  const kinds: readonly string[] = KINDS;
  return kinds.includes(draft.kind);
}

type Before = {
  readonly catalog: Holds<CatalogState>;
  readonly member: string;
  readonly now: () => number;
};

/** What takes a change of a kit back to what is there now. */
export function kitReversals(before: Before, draft: KitDraft): readonly Reversal[] {
  switch (draft.kind) {
    case 'kit-created': {
      const { kit } = draft.body;
      const written = { what: 'kit-field', kit, field: 'gone' } as const;
      return [{ written, back: () => [edited(before, kit, { gone: true })] }];
    }
    case 'kit-edited':
      return ofFields(before, draft.body.kit, kitFieldsIn(draft.body.set));
    case 'kit-items-set':
      return draft.body.items.map((patch) => ofItem(before, draft.body.kit, patch));
    case 'kit-rated':
      return [ofRating(before, draft.body.kit)];
    case 'kit-submitted':
      return ofFields(before, draft.body.kit, ['status']);
    case 'kit-review-answered':
      return [ofReviewAnswer(before, draft.body)];
    case 'kit-recalled':
    case 'kit-recall-lifted':
      return [ofRecall(before, draft.body.kit)];
    case 'kit-verified':
      return [ofVerification(before, draft.body.kit)];
    case 'kit-proposal-answered':
      return [ofReply(before, draft.body.proposal)];
    case 'kit-proposal-withdrawn':
      return [ofWithdrawal(before, draft.body.proposal)];
  }
}

function edited({ now }: Before, kit: string, set: Partial<KitFields>): EventDraft {
  return { kind: 'kit-edited', body: { kit, set, at: now() } };
}

function ofFields(before: Before, kit: string, fields: readonly (keyof KitFields)[]): readonly Reversal[] {
  const known = before.catalog.state.kits.get(kit);
  return fields.map((field) => {
    // What came of a review is no field's value.
    const value =
      field === 'status' && known !== undefined
        ? statusOf(known)
        : (known?.fields[field]?.value ?? kitDefault(field));
    return {
      written: { what: 'kit-field', kit, field },
      back: () => [edited(before, kit, valuesOf<KitFields>([[field, value]]))],
    };
  });
}

/** An item that was not there is taken out; of another one the fields that were set get what they had. */
function ofItem({ catalog, now }: Before, kit: string, patch: KitItemPatch): Reversal {
  const known = itemFields(catalog.state.kits.get(kit)?.items.get(patch.item));
  const had: KitItemPatch =
    known === undefined
      ? { item: patch.item, removed: true }
      : {
          item: patch.item,
          ...Object.fromEntries(
            fieldsIn(patch).map((field) => [field, { ...ITEM_DEFAULTS, ...known }[field]]),
          ),
        };
  return {
    written: { what: 'kit-item', kit, item: patch.item },
    back: () => [{ kind: 'kit-items-set', body: { kit, items: [had], at: now() } }],
  };
}

function ofRating({ catalog, member, now }: Before, kit: string): Reversal {
  const said = catalog.state.kits.get(kit)?.ratings.get(member)?.value ?? null;
  const back = (): EventDraft => ({
    kind: 'kit-rated',
    body: { kit, rating: said === null ? null : { ...said, at: now() } },
  });
  return { written: { what: 'kit-rating', kit, member }, back: () => [back()] };
}

function ofReviewAnswer(
  { catalog, member, now }: Before,
  { kit, to }: { readonly kit: string; readonly to: number },
): Reversal {
  const said = catalog.state.kits.get(kit)?.answers?.get(member)?.value;
  const before =
    said?.to === to
      ? { asked: said.asked, answer: said.answer, comment: said.comment }
      : { answer: 'withdrawn' as const };
  return {
    written: { what: 'kit-review-answer', kit, member },
    back: () => [{ kind: 'kit-review-answered', body: { kit, to, ...before, at: now() } }],
  };
}

function ofRecall({ catalog, now }: Before, kit: string): Reversal {
  const recall = catalog.state.kits.get(kit)?.recall?.value ?? null;
  const back = (): EventDraft =>
    recall === null
      ? { kind: 'kit-recall-lifted', body: { kit, at: now() } }
      : {
          kind: 'kit-recalled',
          body: { kit, reason: recall.reason, replacement: recall.replacement, at: now() },
        };
  return { written: { what: 'kit-recall', kit }, back: () => [back()] };
}

/** What was said before is said again, with its time. */
function ofVerification({ catalog, now }: Before, kit: string): Reversal {
  const known = catalog.state.kits.get(kit);
  const said = known && verificationOf(known);
  const body = said === undefined ? { kit, at: now(), withdrawn: true as const } : { kit, at: said.at };
  return { written: { what: 'kit-verification', kit }, back: () => [{ kind: 'kit-verified', body }] };
}

function ofWithdrawal({ catalog, member, now }: Before, proposal: string): Reversal {
  const said = catalog.state.kitProposals.get(proposal)?.withdrawals?.get(member)?.value;
  const body = { proposal, withdrawn: said?.withdrawn ?? false, at: now() };
  return {
    written: { what: 'kit-proposal-withdrawal', proposal, member },
    back: () => [{ kind: 'kit-proposal-withdrawn', body }],
  };
}

function ofReply({ catalog, now }: Before, proposal: string): Reversal {
  const said = catalog.state.kitProposals.get(proposal)?.reply?.value;
  const { member: _, ...reply } = said ?? { member: '', answer: 'open' as const };
  return {
    written: { what: 'kit-proposal', proposal },
    back: () => [{ kind: 'kit-proposal-answered', body: { proposal, ...reply, at: now() } }],
  };
}

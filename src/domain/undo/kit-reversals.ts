import type { Holds } from '../kernel/holds.ts';
import { fieldsIn } from '../kits/kit-events.ts';
import { ITEM_DEFAULTS, KIT_DEFAULTS, type KitFields, type KitItemPatch } from '../kits/kit-fields.ts';
import { itemFields } from '../kits/kit-selectors.ts';
import type { CatalogState, EventDraft } from '../registry.ts';
import type { Reversal } from './reversals.ts';

const KINDS = ['kit-created', 'kit-edited', 'kit-items-set', 'kit-rated', 'kit-proposal-answered'] as const;

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
      return ofFields(before, draft.body.kit, Object.keys(draft.body.set) as (keyof KitFields)[]);
    case 'kit-items-set':
      return draft.body.items.map((patch) => ofItem(before, draft.body.kit, patch));
    case 'kit-rated':
      return [ofRating(before, draft.body.kit)];
    case 'kit-proposal-answered':
      return [ofReply(before, draft.body.proposal)];
  }
}

function edited({ now }: Before, kit: string, set: Partial<KitFields>): EventDraft {
  return { kind: 'kit-edited', body: { kit, set, at: now() } };
}

function ofFields(before: Before, kit: string, fields: readonly (keyof KitFields)[]): readonly Reversal[] {
  const known = before.catalog.state.kits.get(kit)?.fields;
  return fields.map((field) => {
    const value = known?.[field]?.value ?? KIT_DEFAULTS[field];
    return {
      written: { what: 'kit-field', kit, field },
      back: () => [edited(before, kit, { [field]: value })],
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

function ofReply({ catalog, now }: Before, proposal: string): Reversal {
  const said = catalog.state.kitProposals.get(proposal)?.reply?.value;
  const { member: _, ...reply } = said ?? { member: '', answer: 'open' as const };
  return {
    written: { what: 'kit-proposal', proposal },
    back: () => [{ kind: 'kit-proposal-answered', body: { proposal, ...reply, at: now() } }],
  };
}

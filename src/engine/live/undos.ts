import type { Holds } from '../../domain/kernel/holds.ts';
import { ownStamp } from '../../domain/kernel/order.ts';
import { type Stamp, stampOf } from '../../domain/kernel/register.ts';
import { ownerOfDevice } from '../../domain/people/people-selectors.ts';
import type { CatalogState, EventDraft } from '../../domain/registry.ts';
import { lastWriteOf, type Written } from '../../domain/undo/last-writes.ts';
import { type PlainDraft, type Reversal, reversalsOf, type Undoable } from '../../domain/undo/reversals.ts';

/** How many changes can be taken back: more than those that messages on the screen may still offer. */
const KEPT = 100;

/** Where changes are written. */
type Catalog = Holds<CatalogState> & {
  self(): { readonly id: string };
  commit(
    drafts: readonly EventDraft[],
  ): Promise<readonly { readonly event: { readonly hlc: string; readonly device: string } }[]>;
};

/** Something that a change wrote and that somebody has changed since, or uses (`used`), where known by whom. */
export type Left = { readonly written: Written; readonly member?: string; readonly used?: true };

/** Who uses something since it was written; undefined where nobody but who wrote it does. */
type UsedBy = (written: Written) => string | undefined;

/** One thing that a change wrote: by which event, and over which. */
type Step = { readonly reversal: Reversal; readonly by: Stamp; readonly over: Stamp | undefined };

/**
 * What takes changes back, until the engine ends. Only what is still as the change left it gets its value from before: what somebody has
 * changed since is left alone and told.
 */
export class Undos {
  readonly #catalog: Catalog;
  readonly #now: () => number;
  readonly #usedBy: UsedBy;
  readonly #changes = new Map<string, readonly Step[]>();
  /** Writes that put something back, and whose value that was: whoever takes back two changes, the later one first, finds the earlier one's. */
  readonly #putBack = new Map<Stamp, Stamp>();
  #next = 1;

  /** `now`: milliseconds since 1970. */
  constructor(catalog: Catalog, now: () => number, usedBy: UsedBy = () => undefined) {
    this.#catalog = catalog;
    this.#now = now;
    this.#usedBy = usedBy;
  }

  /**
   * Writes changes, all or none, and says under which name they can be taken back; no name where there is nothing to write. Throws as the
   * catalog's `commit`.
   */
  async commit(given: readonly (PlainDraft | Undoable)[]): Promise<{ undo?: string }> {
    if (given.length === 0) return {};
    const changes = given.map((change) => ('draft' in change ? change : this.#undoable(change)));
    const over = changes.map(({ reversals }) => reversals.map((reversal) => this.#lastWrite(reversal)));
    const events = await this.#catalog.commit(changes.map(({ draft }) => draft));
    const steps = changes.flatMap(({ reversals }, at): Step[] => {
      const event = events[at]?.event;
      if (event === undefined) return [];
      const by = stampOf(event);
      return reversals.map((reversal, index) => ({ reversal, by, over: over[at]?.[index] }));
    });
    return { undo: this.#keep(steps) };
  }

  /** Takes changes back in one write; `undefined` where none of them is known any more. Throws as the catalog's `commit`. */
  async take(
    names: readonly string[],
  ): Promise<{ readonly undone: number; readonly left: readonly Left[] } | undefined> {
    const steps = names.flatMap((name) => this.#changes.get(name) ?? []);
    if (steps.length === 0) return undefined;
    const mine = steps.filter((step) => this.#stands(step));
    const left = steps.filter((step) => !mine.includes(step)).map((step) => this.#leftOf(step));
    const { drafts, placed } = await oneWrite(mine);
    const events = await this.#catalog.commit(drafts);
    for (const [step, at] of placed) {
      const event = events[at]?.event;
      if (event !== undefined && step.over !== undefined) this.#putBack.set(stampOf(event), step.over);
    }
    for (const name of names) this.#changes.delete(name);
    const taken = mine.map(({ reversal }) => reversal);
    for (const done of new Set(taken.map((reversal) => reversal.done)))
      await done?.(taken.filter((reversal) => reversal.done === done));
    return { undone: mine.length, left };
  }

  #undoable(draft: PlainDraft): Undoable {
    const member = this.#catalog.self().id;
    const before = { catalog: this.#catalog, member, now: this.#now };
    return { draft, reversals: reversalsOf(before, draft) };
  }

  #keep(steps: readonly Step[]): string {
    const name = String(this.#next);
    this.#next += 1;
    this.#changes.set(name, steps);
    for (const old of [...this.#changes.keys()].slice(0, -KEPT)) this.#changes.delete(old);
    return name;
  }

  #stands({ reversal, by }: Step): boolean {
    return this.#lastWrite(reversal) === by && this.#usedBy(reversal.written) === undefined;
  }

  /** Who wrote something last; of what was put back, who had written that. */
  #lastWrite({ written }: Reversal): Stamp | undefined {
    const key = lastWriteOf(this.#catalog, written);
    if (key === undefined) return undefined;
    const stamp = ownStamp(key);
    return this.#putBack.get(stamp) ?? stamp;
  }

  #leftOf({ reversal, by }: Step): Left {
    const { written } = reversal;
    const user = this.#lastWrite(reversal) === by ? this.#usedBy(written) : undefined;
    if (user !== undefined) return { written, member: user, used: true };
    const key = lastWriteOf(this.#catalog, written);
    const device = key === undefined ? undefined : ownStamp(key).split('|')[1];
    const member = device === undefined ? undefined : ownerOfDevice(this.#catalog, device);
    return { written, ...(member !== undefined && { member }) };
  }
}

/** The events that take steps back, those for one asset's fields as one; and which event is whose. */
async function oneWrite(steps: readonly Step[]): Promise<{
  readonly drafts: readonly EventDraft[];
  readonly placed: readonly (readonly [Step, number])[];
}> {
  const drafts: EventDraft[] = [];
  const placed: (readonly [Step, number])[] = [];
  const edits = new Map<string, number>();
  for (const step of steps) {
    for (const draft of await step.reversal.back()) {
      const asset = draft.kind === 'asset-edited' ? draft.body.asset : undefined;
      const at = asset === undefined ? undefined : edits.get(asset);
      const known = at === undefined ? undefined : drafts[at];
      if (at !== undefined && known?.kind === 'asset-edited' && draft.kind === 'asset-edited') {
        drafts[at] = { ...known, body: { ...known.body, set: { ...known.body.set, ...draft.body.set } } };
        placed.push([step, at]);
      } else {
        if (asset !== undefined) edits.set(asset, drafts.length);
        placed.push([step, drafts.length]);
        drafts.push(draft);
      }
    }
  }
  return { drafts, placed };
}

import type { Refusal } from '../base/refusal.ts';
import type { DeviceList } from './device-list.ts';

/** What holds for a list. */
type Rules = {
  /** How many it takes. */
  readonly most: number;
  /** Refuses one more. */
  readonly tooMany: () => Refusal;
  /** Told of every change once it is on disk. */
  readonly changed?: () => void;
};

/** Changes that can be taken back: more than messages on the screen may still offer. */
const MOST_CHANGES = 100;

/** Things that a person keeps on this device. A change can be taken back, and what was discarded brought back, until the engine ends. */
export abstract class UndoableList<Item extends { readonly id: string }> {
  readonly #list: DeviceList<Item>;
  readonly #rules: Rules;
  readonly #discarded = new Map<string, Item>();
  /** By the name of a change: what there was before it, and what it made of that. */
  readonly #undos = new Map<string, { readonly before: Item; readonly after: Item }>();
  #next = 1;

  protected constructor(list: DeviceList<Item>, rules: Rules) {
    this.#list = list;
    this.#rules = rules;
  }

  /** The same list as long as nothing has changed. */
  all(): readonly Item[] {
    return this.#list.items;
  }

  known(id: string): Item | undefined {
    return this.#list.items.find((item) => item.id === id);
  }

  /** Keeps something: new, or known as it is now. Throws `Refusal` where there are too many. */
  async keep(item: Item): Promise<void> {
    const { items } = this.#list;
    const { most, tooMany } = this.#rules;
    const isKnown = this.known(item.id) !== undefined;
    if (!isKnown && items.length >= most) throw tooMany();
    await this.#set(isKnown ? items.map((one) => (one.id === item.id ? item : one)) : [...items, item]);
  }

  /** Changes something known, and says under which name that is taken back. */
  async change(before: Item, after: Item): Promise<string> {
    await this.keep(after);
    const name = String(this.#next);
    this.#next += 1;
    this.#undos.set(name, { before, after });
    for (const old of [...this.#undos.keys()].slice(0, -MOST_CHANGES)) this.#undos.delete(old);
    return name;
  }

  /** Takes a change back; not where anything was changed of it since. Of several changes the last one first. */
  async takeBack(id: string, name: string): Promise<boolean> {
    const change = this.#undos.get(name);
    if (change === undefined || change.after.id !== id || this.known(id) !== change.after) return false;
    this.#undos.delete(name);
    await this.keep(change.before);
    return true;
  }

  async discard(id: string): Promise<boolean> {
    const item = this.known(id);
    if (item === undefined) return false;
    this.#discarded.set(id, item);
    await this.#set(this.#list.items.filter((one) => one !== item));
    return true;
  }

  async restore(id: string): Promise<boolean> {
    const item = this.#discarded.get(id);
    if (item === undefined) return false;
    this.#discarded.delete(id);
    await this.keep(item);
    return true;
  }

  async #set(items: readonly Item[]): Promise<void> {
    await this.#list.set(items);
    this.#rules.changed?.();
  }
}

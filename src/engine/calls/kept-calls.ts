import { z } from 'zod';
import { callFactsSchema, packPagesSchema } from '../../contract/calls.ts';
import { saysSchema } from '../../contract/common.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import { says } from '../../shared/says/says.ts';
import { assetIdSchema, callIdSchema, versionIdSchema } from '../../shared/vocabulary/id-schemas.ts';
import { invalid } from '../base/refusal.ts';
import type { Changes } from '../live/changes.ts';
import { DeviceList } from '../live/device-list.ts';
import type { LocalStore } from '../ports/snapshots.ts';

/** An item of a pack as it is kept. */
const keptItemSchema = z.object({
  asset: assetIdSchema,
  title: z.string(),
  version: versionIdSchema,
  pages: packPagesSchema,
  why: saysSchema.optional(),
});
export type KeptItem = z.infer<typeof keptItemSchema>;

const keptCallSchema = callFactsSchema.extend({
  id: callIdSchema,
  pack: z.array(keptItemSchema),
  madeAt: z.number(),
  /** The time of the call of which the system has told: another time is told of again. */
  reminded: z.number().optional(),
});
/** A call as it is kept on this device. */
export type KeptCall = z.infer<typeof keptCallSchema>;

const settingsSchema = z.object({ reminds: z.boolean() });
const SETTINGS = 'call-settings';

/** Where calls are kept, and who hears of trouble. */
type Ports = { readonly home: { readonly local: LocalStore }; readonly logger: Logger };

/** Calls of some years. */
const MOST_CALLS = 1_000;
/** Changes that can be taken back: more than messages on the screen may still offer. */
const MOST_CHANGES = 100;

/** The calls of whoever works at this device. They stay here. What was discarded can be brought back until the engine ends. */
export class KeptCalls {
  readonly #list: DeviceList<KeptCall>;
  readonly #ports: Ports;
  readonly #changes: Changes;
  readonly #discarded = new Map<string, KeptCall>();
  /** By the name of a change: what there was before it, and what it made of that. */
  readonly #undos = new Map<string, { readonly before: KeptCall; readonly after: KeptCall }>();
  #reminds: boolean;
  #next = 1;

  private constructor(list: DeviceList<KeptCall>, ports: Ports, changes: Changes, reminds: boolean) {
    this.#list = list;
    this.#ports = ports;
    this.#changes = changes;
    this.#reminds = reminds;
  }

  static async open(ports: Ports, changes: Changes): Promise<KeptCalls> {
    const list = await DeviceList.open(ports.home.local, 'calls', keptCallSchema, ports.logger);
    const settings = settingsSchema.safeParse(await ports.home.local.load(SETTINGS));
    return new KeptCalls(list, ports, changes, settings.success ? settings.data.reminds : true);
  }

  /** The earliest first. */
  all(): readonly KeptCall[] {
    return this.#list.items.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  }

  known(id: string): KeptCall | undefined {
    return this.#list.items.find((call) => call.id === id);
  }

  /** Whether the system tells of calls. */
  get reminds(): boolean {
    return this.#reminds;
  }

  async remind(on: boolean): Promise<void> {
    this.#reminds = on;
    await this.#ports.home.local.save(SETTINGS, { reminds: on });
    this.#changes.emit('calls');
  }

  /** Keeps a call: a new one, or a known one as it is now. Throws `Refusal` where there are too many. */
  async keep(call: KeptCall): Promise<void> {
    const { items } = this.#list;
    const known = this.known(call.id) !== undefined;
    if (!known && items.length >= MOST_CALLS) throw invalid(says('calls.too-many', { most: MOST_CALLS }));
    await this.#list.set(known ? items.map((one) => (one.id === call.id ? call : one)) : [...items, call]);
    this.#changes.emit('calls');
  }

  /** Changes a known call, and says under which name that is taken back. */
  async change(before: KeptCall, after: KeptCall): Promise<string> {
    await this.keep(after);
    const name = String(this.#next);
    this.#next += 1;
    this.#undos.set(name, { before, after });
    for (const old of [...this.#undos.keys()].slice(0, -MOST_CHANGES)) this.#undos.delete(old);
    return name;
  }

  /** Takes a change back; not where anything was changed in the call since. Of several changes the last one first. */
  async takeBack(id: string, name: string): Promise<boolean> {
    const change = this.#undos.get(name);
    if (change === undefined || change.after.id !== id || this.known(id) !== change.after) return false;
    this.#undos.delete(name);
    await this.keep(change.before);
    return true;
  }

  async discard(id: string): Promise<boolean> {
    const call = this.known(id);
    if (call === undefined) return false;
    this.#discarded.set(id, call);
    await this.#list.set(this.#list.items.filter((one) => one !== call));
    this.#changes.emit('calls');
    return true;
  }

  async restore(id: string): Promise<boolean> {
    const call = this.#discarded.get(id);
    if (call === undefined) return false;
    this.#discarded.delete(id);
    await this.keep(call);
    return true;
  }
}

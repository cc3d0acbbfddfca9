import { z } from 'zod';
import { callFactsSchema, packPagesSchema } from '../../contract/calls.ts';
import { saysSchema } from '../../contract/common.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import { says } from '../../shared/says/says.ts';
import { assetIdSchema, callIdSchema, versionIdSchema } from '../../shared/vocabulary/id-schemas.ts';
import { invalid } from '../base/refusal.ts';
import type { Changes } from '../live/changes.ts';
import { DeviceList } from '../live/device-list.ts';
import { UndoableList } from '../live/undoable-list.ts';
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

/** The calls of whoever works at this device. They stay here. */
export class KeptCalls extends UndoableList<KeptCall> {
  readonly #ports: Ports;
  readonly #changes: Changes;
  #reminds: boolean;

  private constructor(list: DeviceList<KeptCall>, ports: Ports, changes: Changes, reminds: boolean) {
    super(list, {
      most: MOST_CALLS,
      tooMany: () => invalid(says('calls.too-many', { most: MOST_CALLS })),
      changed: () => changes.emit('calls'),
    });
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
  override all(): readonly KeptCall[] {
    return super.all().toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
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
}

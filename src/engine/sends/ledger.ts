import { z } from 'zod';
import type { Sent } from '../../contract/sends.ts';
import { LATEST_TIME, LONGEST_LINE, LONGEST_PROSE, MOST_COUNTED } from '../../shared/limits.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import { assetIdSchema, versionIdSchema } from '../../shared/vocabulary/id-schemas.ts';
import { MOST_SENT_KEPT, SENT_WAYS } from '../../shared/vocabulary/sends.ts';
import { DeviceList } from '../live/device-list.ts';
import type { LocalStore } from '../ports/snapshots.ts';

const lineSchema = z.object({
  at: z.number().min(0).max(LATEST_TIME),
  to: z.string().max(LONGEST_LINE),
  asset: assetIdSchema,
  title: z.string(),
  version: versionIdSchema,
  number: z.number().int().min(1).max(MOST_COUNTED),
  pages: z.string().max(LONGEST_LINE).optional(),
  how: z.enum(SENT_WAYS),
  note: z.string().max(LONGEST_PROSE).optional(),
  inFile: z
    .string()
    .max(2 * LONGEST_LINE)
    .optional(),
});

/** What left this device, and to whom. It stays here: others learn only that something was sent. */
export class SentLedger {
  readonly #list: DeviceList<Sent>;

  private constructor(list: DeviceList<Sent>) {
    this.#list = list;
  }

  static async open(local: LocalStore, logger: Logger): Promise<SentLedger> {
    return new SentLedger(await DeviceList.open(local, 'sent', lineSchema, logger));
  }

  /** Notes what left; on disk when it resolves. */
  async note(lines: readonly Sent[]): Promise<void> {
    await this.#list.set([...this.#list.items, ...lines].slice(-MOST_SENT_KEPT));
  }

  /** What left, the newest first; with `to` only what went to whoever's name holds these words. */
  lines(to = ''): readonly Sent[] {
    const wanted = to.trim().toLocaleLowerCase();
    const all = this.#list.items.toReversed();
    return wanted === '' ? all : all.filter((line) => line.to.toLocaleLowerCase().includes(wanted));
  }
}

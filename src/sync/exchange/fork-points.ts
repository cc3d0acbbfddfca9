import { STREAMS, type Stream } from '../../shared/vocabulary/device.ts';
import { readHead } from '../hub/hub-head.ts';
import { headKey } from '../hub/hub-layout.ts';
import type { ObjectStore } from '../hub/object-store.ts';
import { getWithin } from '../hub/read-object.ts';
import type { Crypto } from '../identity/crypto.ts';
import type { Journals } from '../journal/journals.ts';
import { LIMITS } from '../limits.ts';
import { findCommonPoint } from './common-point.ts';

/** The last events of this device that its journal and the hub have in common, by stream; `undefined` while the hub's can't be read. */
export async function findForkPoints(
  store: ObjectStore,
  journals: Journals,
  crypto: Crypto,
): Promise<Readonly<Record<Stream, number>> | undefined> {
  const card = await journals.card(journals.device);
  const bytes = await getWithin(store, headKey(journals.device), { limit: LIMITS.head });
  if (card === undefined || bytes === undefined || bytes === 'too-large') return undefined;
  const reading = readHead(bytes, card, crypto);
  if (reading.outcome !== 'head') return undefined;
  const points: Partial<Record<Stream, number>> = {};
  for (const stream of STREAMS) {
    const point = await findCommonPoint(
      { store, journals, crypto },
      card,
      stream,
      reading.head.streams[stream],
    );
    if (point === undefined) return undefined;
    points[stream] = point;
  }
  return { catalog: points.catalog ?? 0, activity: points.activity ?? 0 };
}

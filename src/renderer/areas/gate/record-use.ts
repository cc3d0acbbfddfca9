import type { ShareKind } from '../../../shared/vocabulary/activity.ts';
import { engine, orpc } from '../../base/engine-client.ts';
import { queryClient } from '../../base/query-client.ts';

async function record(asset: string, recording: Promise<unknown>): Promise<void> {
  try {
    await recording;
    // How often it was used is part of what the details show.
    await queryClient.invalidateQueries({ queryKey: orpc.assets.get.queryKey({ input: { asset } }) });
  } catch (problem) {
    // Reading and taking along go on: what is not counted is a use, nothing that anybody typed.
    console.warn('A use could not be recorded.', problem);
  }
}

/** Tells the engine that a page was read. */
export function recordViewed(asset: string, page: number): Promise<void> {
  return record(asset, engine.activity.viewed({ asset, page }));
}

/** How a file was taken out of Kitbag; what is sent is noted where it is sent. */
export type TakenBy = Exclude<ShareKind, 'sent' | 'presented'>;

/** Tells the engine that the file was taken out of Kitbag. */
export function recordShared(asset: string, version: string, how: TakenBy): Promise<void> {
  return record(asset, engine.activity.shared({ asset, version, how }));
}

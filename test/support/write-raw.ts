import { openReplicaFolder } from '../../src/platform/replica-folder.ts';
import type { MemberId } from '../../src/shared/vocabulary/ids.ts';
import type { EventToCommit } from '../../src/sync/journal/journal-event.ts';
import { keepingLogger } from './quiet-logger.ts';
import type { TempEngine } from './temp-engine.ts';

/** Writes events into the journal of an engine's device as they are, past everything that checks them; the engine is opened again around it. */
export async function writeRaw(engine: TempEngine, events: readonly EventToCommit[]): Promise<void> {
  const member = (await engine.self()) as MemberId;
  await engine.reopen(async () => {
    const opened = await openReplicaFolder(engine.data, {
      what: 'a Kitbag that checks nothing',
      clock: { now: () => engine.time },
      logger: keepingLogger(),
      create: false,
    });
    if (!opened.ok) throw new Error(`Not opened: ${opened.error.code}`);
    const replica = await opened.value.open();
    for (const event of events) await replica.commit(member, [event]);
    await replica.close();
    opened.value.release();
  });
}

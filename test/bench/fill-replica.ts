import type { EventBody } from '../../src/domain/registry.ts';
import { TEXT_FORMAT } from '../../src/engine/publish/text-format.ts';
import { openReplicaFolder } from '../../src/platform/replica-folder.ts';
import { systemClock, systemRandom } from '../../src/platform/system/system-ports.ts';
import { ID_PREFIX, type MemberId, newId } from '../../src/shared/vocabulary/ids.ts';
import type { EventToCommit, JsonObject } from '../../src/sync/journal/journal-event.ts';
import type { Replica } from '../../src/sync/journal/replica.ts';
import { makeLibrary } from './corpus.ts';

const PAGES = 8;
const WORDS = 100;
const BATCH = 500;

/**
 * Writes a library of generated texts straight into the journal and blobs of a replica that exists: what importing it would have left.
 * `textFormat`: in which format its texts are said to be; those of an older one are read again in the background.
 */
export async function fillReplica(
  dataFolder: string,
  assets: number,
  textFormat = TEXT_FORMAT,
): Promise<void> {
  const silent = (): void => undefined;
  const logger = { debug: silent, info: silent, warn: silent, error: silent };
  const opened = await openReplicaFolder(dataFolder, {
    what: 'a measurement',
    clock: systemClock,
    logger,
    create: false,
  });
  if (!opened.ok) throw new Error(`The replica can't be opened: ${opened.error.code}`);
  const { blobs } = opened.value;
  const replica = await opened.value.open();
  const member = await ownMember(replica);
  const library = makeLibrary(assets, PAGES, WORDS, Date.now());
  let batch: EventToCommit[] = [];
  for (const summary of library.summaries.values()) {
    const pages = await library.textOf(summary.version.id);
    const textBlob = await blobs.putJson(pages);
    const body: EventBody<'asset-added'> = {
      asset: newId(ID_PREFIX.asset, (count) => systemRandom.bytes(count)),
      version: {
        id: newId(ID_PREFIX.version, (count) => systemRandom.bytes(count)),
        sha256: textBlob,
        size: 1,
        fileName: `${summary.title}.txt`,
        mediaType: 'text/plain',
        kind: 'text',
        pageCount: pages.length,
        words: PAGES * WORDS,
        text: { state: 'searchable' },
        textBlob,
        textFormat,
      },
      fields: {
        title: summary.title,
        summary: summary.summary,
        type: summary.type,
        stages: summary.stages,
        personas: summary.personas,
        tags: summary.tags,
        status: 'published',
      },
    };
    batch.push({ stream: 'catalog', kind: 'asset-added', body: body as unknown as JsonObject });
    if (batch.length === BATCH) {
      await replica.commit(member, batch);
      batch = [];
    }
  }
  await replica.commit(member, batch);
  await replica.close();
  opened.value.release();
}

async function ownMember(replica: Replica): Promise<MemberId> {
  for await (const { event } of replica.read()) if (event.device === replica.device) return event.member;
  throw new Error('Nobody has said who they are in this replica.');
}

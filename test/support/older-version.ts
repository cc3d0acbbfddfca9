import type { PageText } from '../../src/engine/ports/extractor.ts';
import { openReplicaFolder } from '../../src/platform/replica-folder.ts';
import { systemRandom } from '../../src/platform/system/system-ports.ts';
import { ID_PREFIX, type MemberId, newId } from '../../src/shared/vocabulary/ids.ts';
import { keepingLogger } from './quiet-logger.ts';
import type { TempEngine } from './temp-engine.ts';

/** A document with the text that an older Kitbag found in it. */
export type OlderDocument = {
  readonly path: string;
  readonly fileName: string;
  readonly kind: string;
  readonly mediaType?: string;
  /** None: it could not read the format. */
  readonly pages: readonly PageText[];
  readonly words: number;
};

/** Publishes a document as a Kitbag of text format 0 did; the engine is opened again around it. Answers the asset's id. */
export async function publishAsBefore(engine: TempEngine, document: OlderDocument): Promise<string> {
  const bytes = (count: number) => systemRandom.bytes(count);
  const asset = newId(ID_PREFIX.asset, bytes);
  const member = (await engine.self()) as MemberId;
  await engine.reopen(async () => {
    const opened = await openReplicaFolder(engine.data, {
      what: 'an older Kitbag',
      clock: { now: () => engine.time },
      logger: keepingLogger(),
      create: false,
    });
    if (!opened.ok) throw new Error(`Not opened: ${opened.error.code}`);
    const { path, fileName, kind, mediaType = 'application/octet-stream', pages, words } = document;
    const isRead = pages.length > 0;
    const { blobs } = opened.value;
    const version = {
      id: newId(ID_PREFIX.version, bytes),
      ...(await blobs.importFile(path)),
      fileName,
      kind,
      mediaType,
      pageCount: Math.max(1, pages.length),
      words,
      text: isRead ? { state: 'searchable' } : { state: 'not', reason: 'unsupported' },
      ...(isRead && { textBlob: await blobs.putJson(pages) }),
    };
    const fields = {
      title: fileName,
      type: 'one-pager',
      status: 'published',
      stages: ['decision'],
      personas: ['cfo'],
      audience: 'customer',
    };
    const replica = await opened.value.open();
    await replica.commit(member, [
      { stream: 'catalog', kind: 'asset-added', body: { asset, version, fields } },
    ]);
    await replica.close();
    opened.value.release();
  });
  return asset;
}

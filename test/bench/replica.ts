import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { createRouterClient } from '@orpc/server';
import { openEngine } from '../../src/node/open-engine.ts';
import { openSearchAt } from '../../src/node/open-search.ts';

/** An engine over a folder, as the command line opens it. */
export async function openReplica(dataFolder: string) {
  const silent = (): void => undefined;
  const opened = await openEngine({
    dataFolder,
    what: 'a measurement',
    create: true,
    workerUrl: new URL('../../src/platform/extract/worker.ts', import.meta.url),
    sampleFolder: fileURLToPath(new URL('../../resources/sample', import.meta.url)),
    appVersion: '0.0.0',
    logger: { debug: silent, info: silent, warn: silent, error: (event) => console.error(event) },
    openSearch: openSearchAt,
  });
  if (!opened.ok) throw new Error(`The replica can't be opened: ${opened.error.code}`);
  return opened.value;
}

type Opened = Awaited<ReturnType<typeof openReplica>>;

/** Finishes the first start, with the sample or without. */
export async function startHub({ engine }: Opened, sample: boolean): Promise<void> {
  const client = createRouterClient(engine.router);
  for await (const _ of await client.session.start({ name: 'Measurer', role: 'lead', sample }));
}

/** Imports a folder; answers what came of it and waits until it is searchable. */
export async function importFolder({ engine }: Opened, folder: string) {
  const options = { stages: ['decision'], personas: ['cfo'], types: [], tags: [], draft: false };
  const started = performance.now();
  const counts = { files: 0, pages: 0, failed: 0 };
  for await (const file of engine.importFiles([folder], options)) {
    counts.files += 1;
    if (file.status === 'failed') {
      counts.failed += 1;
      console.error(file.reason);
    } else counts.pages += engine.summaries().get(file.assetId)?.version.pageCount ?? 0;
  }
  const importedMs = performance.now() - started;
  await engine.indexed();
  const searchableMs = performance.now() - started;
  return { ...counts, importedMs, searchableMs, textsSha256: textsOf(engine.summaries()) };
}

/** A digest of what was read of all files, whatever their order and the assets' ids: another where a single text is. */
function textsOf(summaries: ReturnType<Opened['engine']['summaries']>): string {
  const lines = [...summaries.values()].map(({ version }) =>
    [version.sha256, version.text.state, version.textSha256 ?? ''].join(' '),
  );
  return createHash('sha256').update(lines.toSorted().join('\n')).digest('hex');
}

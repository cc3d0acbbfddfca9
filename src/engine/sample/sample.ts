import type { Progress } from '../../contract/session.ts';
import { nameOfError } from '../../shared/defect.ts';
import { type Says, says } from '../../shared/says/says.ts';
import type { Role } from '../../shared/vocabulary/roles.ts';
import type { BasePorts } from '../base/base-ports.ts';
import { Refusal } from '../base/refusal.ts';
import { copyDocument, type ReadDocument, readDocument } from '../publish/read-document.ts';
import { type SampleManifest, sampleManifestSchema } from './manifest.ts';
import { SampleAuthors } from './sample-authors.ts';
import { planSample } from './sample-plan.ts';

const READERS = 2;
const UNAVAILABLE = says('sample.unavailable');

/**
 * Makes a replica of the sample hub: its documents go through the real pipeline, and what its people did is written into journals of
 * their own, in the past. The slow part comes first and leaves only blobs; a crash before the end leaves a folder that starts anew.
 */
export async function* foundSample(
  ports: BasePorts,
  person: { readonly name: string; readonly role: Role },
): AsyncGenerator<Progress, void> {
  const { folder, manifest } = await readManifest(ports);
  const files = filesOf(manifest);
  const total = files.length + 1;
  const documents = new Map<string, ReadDocument>();
  const waiting = [...files].reverse();
  const running = new Map<string, Promise<ReadDocument>>();
  const begin = (): void => {
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      running.set(file, importDocument(ports, folder, file));
      if (running.size === READERS) return;
    }
  };
  begin();
  while (running.size > 0) {
    yield { done: documents.size, total, current: nameOf([...running.keys()][0] ?? '') };
    const [file, document] = await Promise.race(
      [...running].map(async ([name, promise]) => [name, await promise] as const),
    );
    documents.set(file, document);
    running.delete(file);
    if (waiting.length > 0) begin();
  }
  yield { done: files.length, total, current: '' };
  const founding = await ports.home.begin(ports.deviceName);
  const authors = new SampleAuthors(ports, founding, manifest);
  const founded = await authors.found(person, (members) => planSample(manifest, documents, members, ports));
  await founding.finish(founded).then((replica) => replica.close());
}

async function readManifest(ports: BasePorts): Promise<{ folder: string; manifest: SampleManifest }> {
  const folder = ports.sampleFolder;
  if (folder === undefined) throw new Refusal('NOT_FOUND', UNAVAILABLE);
  let text: string;
  try {
    text = await ports.readTextFile(`${folder}/manifest.json`);
  } catch (error) {
    ports.logger.error('sample-not-found', { error: nameOfError(error) });
    throw new Refusal('NOT_FOUND', UNAVAILABLE);
  }
  return { folder, manifest: sampleManifestSchema.parse(JSON.parse(text)) };
}

function filesOf(manifest: SampleManifest): readonly string[] {
  const files = manifest.assets.flatMap((asset) => [
    asset.file,
    ...(asset.earlierVersions ?? []).map((version) => version.file),
  ]);
  return [...new Set(files)];
}

function nameOf(file: string): string {
  return file.split('/').at(-1) ?? file;
}

async function importDocument(ports: BasePorts, folder: string, file: string): Promise<ReadDocument> {
  const reader = { blobs: ports.home.blobs, extractor: ports.extractor, clock: ports.clock };
  const copy = await copyDocument(reader, { path: `${folder}/${file}`, size: 1 });
  if (!copy.copied) throw sampleBroken(file, copy.failure.says);
  const read = await readDocument(reader, copy, { name: nameOf(file) });
  if (!read.read) throw sampleBroken(file, read.failure.says);
  return read.document;
}

function sampleBroken(file: string, why: Says): Refusal {
  return new Refusal('DISK', says('sample.broken', { file: nameOf(file), why }), { retry: true });
}

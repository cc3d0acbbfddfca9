import { readFile } from 'node:fs/promises';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { createEngine } from '../engine/create-engine.ts';
import type { Engine } from '../engine/engine.ts';
import type { Extractor } from '../engine/ports/extractor.ts';
import type { OfficeProgram } from '../engine/ports/office-program.ts';
import type { ReplicaHome } from '../engine/ports/replica-home.ts';
import type { OpenSearch } from '../engine/search/search.ts';
import { createExtractor } from '../platform/extract/extractor.ts';
import { JobGuard } from '../platform/extract/job-guard.ts';
import { inviteCodes } from '../platform/keys/invite-code.ts';
import { nodeCrypto } from '../platform/keys/node-crypto.ts';
import { ConvertedPages } from '../platform/libre-office/converted-pages.ts';
import { withLibreOffice } from '../platform/libre-office/office-extractor.ts';
import { deviceOffice } from '../platform/libre-office/used-program.ts';
import type { FetchPort } from '../platform/object-store/bucket/bucket-options.ts';
import { localUploadBook } from '../platform/object-store/bucket/local-upload-book.ts';
import type { Environment } from '../platform/object-store/bucket-keys.ts';
import { environmentFetch } from '../platform/object-store/environment-fetch.ts';
import { hubPlaces } from '../platform/object-store/hub-places.ts';
import { type OpenFailure, openReplicaFolder } from '../platform/replica-folder.ts';
import { nodeGzip } from '../platform/system/gzip.ts';
import { systemClock, systemRandom } from '../platform/system/system-ports.ts';
import type { KeyVault } from '../shared/ports/key-vault.ts';
import type { Logger } from '../shared/ports/logger.ts';
import { ok, type Result } from '../shared/result.ts';
import { isSha256 } from '../shared/vocabulary/ids.ts';

/** What a process says of itself when it opens an engine. */
export type OpenEngineOptions = {
  readonly dataFolder: string;
  /** What this process is, for whoever finds the folder held: 'the Kitbag window', 'kitbag import'. */
  readonly what: string;
  /** Makes the folder when it is not there. */
  readonly create: boolean;
  /** The extraction worker: `worker.ts` from sources, `workers/extract.js` of the bundle. */
  readonly workerUrl: URL;
  /** Where the sample's manifest and files lie. */
  readonly sampleFolder: string;
  readonly appVersion: string;
  readonly logger: Logger;
  /** How the text index is opened, given its file. */
  readonly openSearch: (indexPath: string) => OpenSearch;
  /** The way to the system's keyring; without one keys lie in files. */
  readonly vault?: KeyVault;
  /** How requests to buckets leave this machine; Node's own `fetch`, through the environment's proxy, unless it is said. */
  readonly fetch?: FetchPort;
  /** The process's variables: keys of buckets may be there. */
  readonly env?: Environment;
};

/** An engine over a folder of this machine. */
export type OpenedEngine = {
  readonly engine: Engine;
  /** Puts everything on disk, ends the workers, gives the folder back. */
  close(): Promise<void>;
};

/** Opens the engine over a replica's folder with this machine's adapters. Window and command line both come in here. */
export async function openEngine(options: OpenEngineOptions): Promise<Result<OpenedEngine, OpenFailure>> {
  const { dataFolder, what, create, logger, vault } = options;
  const opened = await openReplicaFolder(dataFolder, {
    what,
    create,
    logger,
    clock: systemClock,
    ...(vault !== undefined && { vault }),
  });
  if (!opened.ok) return opened;
  const home = opened.value;
  const reading = documentReader(options, home);
  const release = async (): Promise<void> => {
    await reading.extractor.close();
    home.release();
  };
  try {
    const engine = await createEngine({
      home,
      ...reading,
      places: hubPlaces(dataFolder, logger, {
        secrets: home.secrets,
        env: options.env ?? process.env,
        fetch: options.fetch ?? environmentFetch(options.env ?? process.env),
        clock: systemClock,
        random: Math.random,
        uploads: localUploadBook(home.local),
      }),
      openSearch: options.openSearch(home.indexPath),
      clock: systemClock,
      random: systemRandom,
      logger,
      later: (run, ms) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
      crypto: nodeCrypto,
      compression: nodeGzip,
      inviteCodes: inviteCodes(systemRandom),
      timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
      sampleFolder: options.sampleFolder,
      readTextFile: (path) => readFile(path, 'utf8'),
      appVersion: options.appVersion,
      deviceName: hostname(),
      suggestedName: personName(),
    });
    const close = async (): Promise<void> => {
      try {
        await engine.close();
      } finally {
        await release();
      }
    };
    return ok({ engine, close });
  } catch (error) {
    await release();
    throw error;
  }
}

/** Readers of documents in worker threads, with LibreOffice where it is on the device. */
function documentReader(
  { workerUrl, dataFolder, logger, appVersion }: OpenEngineOptions,
  { blobs, local }: ReplicaHome,
): { readonly extractor: Extractor; readonly office: OfficeProgram } {
  const office = deviceOffice(local);
  const isHere = async (digest: string) => isSha256(digest) && blobs.has(digest);
  const pages = new ConvertedPages(join(dataFolder, 'converted'), isHere);
  const guard = new JobGuard({ local, logger, version: appVersion });
  const inner = createExtractor({ workerUrl, logger, guard });
  return { extractor: withLibreOffice({ inner, program: office, pages, logger }), office };
}

/** The account's name, as a first suggestion of who somebody is. */
function personName(): string {
  try {
    const { username } = userInfo();
    return username === 'root' ? '' : username.charAt(0).toUpperCase() + username.slice(1);
  } catch {
    return ''; // An account without a name: the person types it.
  }
}

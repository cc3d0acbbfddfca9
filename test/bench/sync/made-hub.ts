import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { EventDraft } from '../../../src/domain/registry.ts';
import { toCommit } from '../../../src/engine/live/to-commit.ts';
import type { PageText } from '../../../src/engine/ports/extractor.ts';
import { foundingEvents } from '../../../src/engine/session/founding.ts';
import { generateSecret, nodeCrypto, signerOf } from '../../../src/platform/keys/node-crypto.ts';
import { createFolderStore } from '../../../src/platform/object-store/folder-store.ts';
import { nodeGzip } from '../../../src/platform/system/gzip.ts';
import {
  type DeviceId,
  ID_PREFIX,
  type MemberId,
  memberIdOf,
  newId,
  type Sha256,
  toSha256,
} from '../../../src/shared/vocabulary/ids.ts';
import { push } from '../../../src/sync/exchange/push.ts';
import { type HubHead, parseHead } from '../../../src/sync/hub/hub-head.ts';
import {
  blobKey,
  DEVICES_PREFIX,
  deviceOfFolder,
  HUB_KEY,
  headKey,
} from '../../../src/sync/hub/hub-layout.ts';
import { planBundle, writeBundle } from '../../../src/sync/hub/make-bundle.ts';
import type { ObjectStore } from '../../../src/sync/hub/object-store.ts';
import { deviceIdOf, makeCard } from '../../../src/sync/identity/device-card.ts';
import { signHubDocument } from '../../../src/sync/identity/hub-document.ts';
import { documentBytes } from '../../../src/sync/identity/signed-document.ts';
import { openReplica } from '../../../src/sync/journal/open-replica.ts';
import type { Replica } from '../../../src/sync/journal/replica.ts';
import { createMemoryStore } from '../../support/stores/memory-store.ts';
import { MemoryBlobs } from '../../support/sync/memory-blobs.ts';
import { MemoryJournalFiles } from '../../support/sync/memory-journal-files.ts';
import { makeLibrary, randomFrom, Words } from '../corpus.ts';

const PAGES = 8;
const WORDS = 100;
/** Events between two pushes: what a device does in some days. */
const BATCH = 40;
const TOO_LARGE = 20 * 1024 ** 3;
const ASSETS_AT_ONCE = 250;
const FOUNDER_KEY = 'founder-key';
const BEGIN = Date.UTC(2026, 8, 1);

export type MadeHubOptions = {
  readonly assets: number;
  /** Ratings, requests, votes and comments. */
  readonly events: number;
  readonly devices: number;
  /** Whether every asset has its text in the hub. */
  readonly texts: boolean;
};

/** What is needed to write drafts as a device of the hub. */
type Writer = {
  readonly replica: Replica;
  readonly member: MemberId;
  readonly publicKey: string;
  /** Writes drafts and sends them. */
  write(drafts: readonly EventDraft[]): Promise<void>;
};

/** Packs a hub into a bundle, as its founder's device does when it has grown. Answers what was written. */
export async function bundleHub(folder: string) {
  const signer = signerOf(readFileSync(`${folder}.${FOUNDER_KEY}`, 'utf8'));
  const store = createFolderStore(folder);
  const { folders } = await store.list(DEVICES_PREFIX);
  const heads = new Map<DeviceId, HubHead>();
  for (const device of folders.flatMap((name) => deviceOfFolder(name) ?? [])) {
    const bytes = await store.get(headKey(device));
    const head = bytes && parseHead(bytes, nodeCrypto);
    if (head !== undefined) heads.set(device, head);
  }
  const own = heads.get(deviceIdOf(signer.publicKey, nodeCrypto));
  const plan = planBundle(heads);
  if (own === undefined || plan === undefined) throw new Error('There is nothing to bundle.');
  const started = performance.now();
  const journals = { device: own.device, signer };
  const bundling = { compression: nodeGzip, mayWrite: () => true };
  const parts = { store, journals, crypto: nodeCrypto, clock: { now: () => Date.now() }, bundling };
  const head = await writeBundle(parts, plan, own);
  const { objects = 0, size = 0, events = 0 } = head?.bundle ?? {};
  const seconds = Math.round((performance.now() - started) / 10) / 100;
  return { objects, events, packedMb: Math.round(size / 100_000) / 10, seconds };
}

/**
 * Writes a hub into a folder: every journal with a real key, real chains and events, sent in several pushes as devices do. Only the forcing to
 * disk is left out, so that it takes seconds.
 */
export async function makeHub(folder: string, options: MadeHubOptions): Promise<void> {
  const store = createMemoryStore();
  const time = { now: BEGIN };
  const founder = await writer(store, time, 'Founder');
  const hub = newId(ID_PREFIX.hub, randomBytes);
  const { secret } = founder;
  const document = signHubDocument({ hub, name: 'A measured hub' }, signerOf(secret), nodeCrypto);
  await store.put(HUB_KEY, documentBytes(document, nodeCrypto));
  const { member, publicKey, replica } = founder;
  await founder.write(
    foundingEvents(
      { id: hub, name: 'A measured hub', sample: false, timeZone: 'UTC' },
      { member, name: 'Founder', device: replica.device, deviceName: 'Laptop', publicKey },
      'lead',
    ),
  );
  const blobs = new Map<string, Uint8Array>();
  const assets = await addAssets(founder, options, blobs);
  const colleagues = options.devices - 1;
  const made = { requests: [] as string[], random: randomFrom(5), words: new Words(9) };
  for (let number = 0; number < colleagues; number += 1) {
    const colleague = await writer(store, time, `Colleague ${number}`);
    await comeIn(colleague, `Colleague ${number}`);
    const share = Math.round(((number + 1) * options.events) / colleagues);
    const count = share - Math.round((number * options.events) / colleagues);
    for (let done = 0; done < count; done += BATCH) {
      const drafts = Array.from({ length: Math.min(BATCH, count - done) }, () =>
        deed(assets, made, time.now),
      );
      await colleague.write(drafts);
    }
  }
  await store.put(FOUNDER_KEY, Buffer.from(founder.secret, 'utf8'));
  for (const [key, bytes] of [...store.contents(), ...blobs]) {
    const path = key === FOUNDER_KEY ? `${folder}.${key}` : join(folder, key);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
}

async function writer(
  store: ObjectStore,
  time: { now: number },
  name: string,
): Promise<Writer & { readonly secret: string }> {
  const secret = generateSecret();
  const signer = signerOf(secret);
  const files = new MemoryJournalFiles();
  const card = makeCard(`${name}’s laptop`, signer, nodeCrypto);
  await files.writeDocument(card.device, 'card', card);
  const clock = { now: () => time.now };
  const ignore = (): void => undefined;
  const logger = { debug: ignore, info: ignore, warn: ignore, error: ignore };
  const replica = await openReplica({
    device: card.device,
    files,
    crypto: nodeCrypto,
    signer,
    clock,
    logger,
  });
  const member = memberIdOf(card.device);
  let head: HubHead | undefined;
  return {
    secret,
    replica,
    member,
    publicKey: card.publicKey,
    write: async (drafts) => {
      time.now += 60_000;
      await replica.commit(member, toCommit(drafts));
      const { journals } = replica;
      const blobs = new MemoryBlobs();
      const sentBlobs = new Set<string>();
      const pushed = await push({ store, journals, blobs, crypto: nodeCrypto, clock, sentBlobs }, head);
      head = pushed?.head ?? head;
    },
  };
}

function comeIn({ replica, member, publicKey, write }: Writer, name: string): Promise<void> {
  const { device } = replica;
  return write([
    { kind: 'member-joined', body: { member, name, device, deviceName: `${name}’s laptop`, publicKey } },
  ]);
}

type Asset = { readonly id: string; readonly version: string };

async function addAssets(
  founder: Writer,
  { assets, texts }: MadeHubOptions,
  blobs: Map<string, Uint8Array>,
): Promise<readonly Asset[]> {
  const textOf = texts ? (pages: readonly PageText[]) => blobOf(pages, blobs) : undefined;
  const made = await assetDrafts(assets, BEGIN, textOf);
  for (let done = 0; done < made.drafts.length; done += ASSETS_AT_ONCE)
    await founder.write(made.drafts.slice(done, done + ASSETS_AT_ONCE));
  return made.assets;
}

/** A library as events; with the text of each where it is stored. */
export async function assetDrafts(
  count: number,
  at: number,
  store?: (pages: readonly PageText[]) => Sha256,
): Promise<{ readonly drafts: readonly EventDraft[]; readonly assets: readonly Asset[] }> {
  const library = makeLibrary(count, PAGES, WORDS, at);
  const made: Asset[] = [];
  const drafts: EventDraft[] = [];
  for (const { version, title, summary, type, stages, personas, tags, id } of library.summaries.values()) {
    const textBlob = store?.(await library.textOf(version.id));
    const { fileName, mediaType, kind, pageCount, words } = version;
    drafts.push({
      kind: 'asset-added',
      body: {
        asset: id,
        version: {
          // Without texts, files that nobody's budget has room for, so that nothing but events comes.
          ...{ id: version.id, sha256: textBlob ?? version.sha256, size: store ? 1 : TOO_LARGE },
          ...{ fileName, mediaType, kind },
          ...{ pageCount, words, text: { state: 'searchable' } },
          ...(textBlob !== undefined && { textBlob }),
        },
        fields: {
          ...{ title, summary, type, status: 'published' },
          ...{ stages: [...stages], personas: [...new Set(personas)], tags: [...tags] },
        },
      },
    });
    made.push({ id, version: version.id });
  }
  return { drafts, assets: made };
}

function blobOf(value: unknown, blobs: Map<string, Uint8Array>): Sha256 {
  const bytes = gzipSync(JSON.stringify(value), { level: 1 });
  const sha256 = toSha256(nodeCrypto.sha256OfBase64Url(bytes.toString('base64url')));
  blobs.set(blobKey(sha256), bytes);
  return sha256;
}

/** Something that a colleague does: six of ten times a rating, otherwise something about a request. */
function deed(
  assets: readonly Asset[],
  made: { readonly requests: string[]; readonly random: () => number; readonly words: Words },
  at: number,
): EventDraft {
  const { requests, random, words } = made;
  const chance = random();
  const request = requests[Math.floor(random() * requests.length)];
  if (chance < 0.6) return ratingOf(assets, random, at, chance < 0.15 ? words.text(12) : undefined);
  if (chance < 0.7 || request === undefined) {
    const id = newId(ID_PREFIX.request, randomBytes);
    requests.push(id);
    const body = { request: id, title: words.text(6), need: words.text(25), stage: 'decision', at };
    return { kind: 'request-made', body };
  }
  if (chance < 0.9) return { kind: 'request-voted', body: { request, dealValue: 5000, at } };
  const comment = newId(ID_PREFIX.comment, randomBytes);
  return { kind: 'request-commented', body: { request, comment, text: words.text(15), at } };
}

/** A rating of some asset. */
export function ratingOf(
  assets: readonly Asset[],
  random: () => number,
  at: number,
  comment?: string,
): EventDraft {
  const { id, version } = assets[Math.floor(random() * assets.length)] ?? { id: '', version: '' };
  const value = 1 + Math.floor(random() * 5);
  return {
    kind: 'rating-given',
    body: { asset: id, version, value, stage: 'decision', at, ...(comment !== undefined && { comment }) },
  };
}

function randomBytes(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count));
}

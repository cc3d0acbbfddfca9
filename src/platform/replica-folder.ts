import { access, constants, readFile, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { BlobStore } from '../engine/ports/blobs.ts';
import type { SourceFiles } from '../engine/ports/files.ts';
import type { PrintStore } from '../engine/ports/print-store.ts';
import type { FoundedHub, Renewal } from '../engine/ports/replica-home.ts';
import type { Secrets } from '../engine/ports/secrets.ts';
import type { LocalStore, SnapshotStore } from '../engine/ports/snapshots.ts';
import { StorageError, type StorageFailure } from '../shared/errors.ts';
import type { Clock } from '../shared/ports/clock.ts';
import type { KeyringRefusal, KeyVault } from '../shared/ports/key-vault.ts';
import type { Logger } from '../shared/ports/logger.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { KeyHome } from '../shared/vocabulary/device.ts';
import { deviceIdSchema } from '../shared/vocabulary/id-schemas.ts';
import type { DeviceId } from '../shared/vocabulary/ids.ts';
import { farewellHead } from '../sync/hub/farewell-head.ts';
import type { Signer } from '../sync/identity/crypto.ts';
import { makeCard, readCard } from '../sync/identity/device-card.ts';
import { signHubDocument } from '../sync/identity/hub-document.ts';
import { type Author, createAuthor } from '../sync/journal/author.ts';
import { openReplica } from '../sync/journal/open-replica.ts';
import type { Replica } from '../sync/journal/replica.ts';
import { createBlobFolder } from './blobs/blob-folder.ts';
import { BLOBS_FOLDER } from './blobs/blob-path.ts';
import { sourceFolder } from './files/source-folder.ts';
import { hubAround } from './hub-in-folder.ts';
import { createJournalCheckpoints } from './journal/journal-checkpoints.ts';
import { createJournalFolder } from './journal/journal-folder.ts';
import { type DeviceKey, keepFirstKey, moveKey, openKey } from './keys/device-key.ts';
import { removeKeyLeftovers } from './keys/key-file.ts';
import { noKeyring } from './keys/no-keyring.ts';
import { generateSecret, nodeCrypto, signerOf } from './keys/node-crypto.ts';
import { finishRenewal, leaveOldJournal, prepareRenewal } from './keys/renew-identity.ts';
import { SecretFolder } from './keys/secret-folder.ts';
import { type Holder, lockReplica } from './lock/replica-lock.ts';
import { printStoreAt } from './print-store/sqlite-print-store.ts';
import { PRIVATE_NAMES, REPLICA_FILES } from './replica-files.ts';
import { createLocalFolder, createSnapshotFolder } from './snapshots/snapshot-folder.ts';
import { writeFileDurably } from './system/durable-file.ts';
import { makeFolder } from './system/make-folder.ts';
import { keepAllPrivate } from './system/private-files.ts';
import { onDisk, systemCode, toStorageError } from './system/storage-error.ts';

/** The format of the folder that this version writes. A higher one is refused, never touched. */
const FORMAT = 1;
const markSchema = z.object({
  format: z.number(),
  device: deviceIdSchema,
  createdAt: z.number(),
});
type Mark = { readonly device: DeviceId; readonly createdAt: number };

/** Why a replica's folder can't be opened. */
export type OpenFailure =
  | { readonly code: 'held'; readonly holder: Holder | undefined }
  | { readonly code: 'newer-format'; readonly format: number }
  /** The folder is a shared hub, lies in one or holds one: the device's key would lie there too. `replica`: one lies there already. */
  | { readonly code: 'hub-here'; readonly hub: string; readonly replica: boolean }
  | { readonly code: 'damaged'; readonly what: 'mark' | 'key' }
  /** The system's keyring keeps the device's key back; nothing was changed. */
  | { readonly code: 'keyring'; readonly why: KeyringRefusal }
  | { readonly code: StorageFailure; readonly message: string };

/** A replica in the making. Nothing of it counts until `finish`: a crash before leaves a folder that starts anew. */
interface NewReplica {
  /** This device's journal. */
  readonly own: Author & { readonly publicKey: string };
  /** A journal of a further device with a key of its own that is forgotten afterwards, e.g. of the sample's colleagues. */
  colleague(name: string, clock: Clock): Promise<Author & { readonly publicKey: string }>;
  /** Seals all journals and makes the replica real; keeps the description of the hub that was founded in it, signed by its founder. */
  finish(hub?: FoundedHub): Promise<Replica>;
}

/** The folder of a replica, locked for this process. */
export interface ReplicaFolder {
  readonly folder: string;
  readonly blobs: BlobStore;
  readonly snapshots: SnapshotStore;
  readonly local: LocalStore;
  readonly sources: SourceFiles;
  /** Secrets besides the device's key. */
  readonly secrets: Secrets;
  /** Where the derived text index lies. */
  readonly indexPath: string;
  /** The derived prints of pages, beside it. */
  readonly prints: PrintStore;
  /** Where the device's private key is kept. */
  readonly keyHome: KeyHome;
  /** Whether somebody has said who they are here. */
  readonly state: 'new' | 'ready';
  /** Opens the replica of a `ready` folder. Throws `StorageError`. */
  open(): Promise<Replica>;
  /** Begins the replica of a `new` folder. Throws `StorageError`. */
  begin(deviceName: string): Promise<NewReplica>;
  /** Gives this device a new key and journal. The replica must be closed. Throws `StorageError`. */
  renew(renewal: Renewal): Promise<void>;
  /** Takes everything of the replica away, as if nobody had begun it. It must be closed. Throws `StorageError`. */
  discard(): Promise<void>;
  /** Whether the key could be kept in a keyring now. */
  keyringAvailable(): Promise<boolean>;
  /** Moves the device's key, in one step; refused, it is where it was. Throws `StorageError`. */
  moveKey(to: KeyHome): Promise<Result<void, KeyringRefusal>>;
  /** Gives the folder back to other processes. Close the replica first. */
  release(): void;
}

type ReplicaFolderOptions = {
  /** What this process is, for whoever finds the folder held: 'the Kitbag window', 'kitbag import'. */
  readonly what: string;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Makes the folder when it is not there; otherwise that is the failure `missing`. */
  readonly create: boolean;
  /** The way to the system's keyring; without one keys lie in files. */
  readonly vault?: KeyVault;
};

/** Locks and opens a replica's folder. */
export async function openReplicaFolder(
  folder: string,
  options: ReplicaFolderOptions,
): Promise<Result<ReplicaFolder, OpenFailure>> {
  try {
    const hub = hubAround(folder);
    if (hub !== undefined) {
      return err({ code: 'hub-here', hub, replica: await isThere(join(folder, 'replica.json')) });
    }
    if (options.create) await makeFolder(folder);
    if (!(await stat(folder)).isDirectory()) return err({ code: 'missing', message: 'not a folder' });
    // SQLite would tell of a folder that can't be written only in its own words.
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    // A folder of a newer version is not even locked.
    const seen = await readMark(folder);
    if (!seen.ok) return seen;
    const lock = await lockReplica(folder, options.what, options.clock.now());
    if (!lock.ok) return err({ code: 'held', holder: lock.error });
    let opened: Result<ReplicaFolder, OpenFailure> | undefined;
    try {
      opened = await openLocked(folder, options, () => lock.value.release());
    } finally {
      if (!opened?.ok) lock.value.release();
    }
    return opened;
  } catch (error) {
    const known = toStorageError(error, 'open replica');
    if (known instanceof StorageError) return err({ code: known.failure, message: known.message });
    // libsql has no code of its own for a folder in which it may not make a file.
    if (isCannotOpen(error)) return err({ code: 'read-only', message: 'the lock can not be written' });
    throw error;
  }
}

async function isThere(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isFile();
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return false;
  }
}

async function readMark(folder: string): Promise<Result<Mark | undefined, OpenFailure>> {
  let text: string;
  try {
    text = await readFile(join(folder, 'replica.json'), 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return ok(undefined);
    throw error;
  }
  try {
    const mark = markSchema.parse(JSON.parse(text));
    if (mark.format > FORMAT) return err({ code: 'newer-format', format: mark.format });
    return ok({ device: mark.device, createdAt: mark.createdAt });
  } catch {
    return err({ code: 'damaged', what: 'mark' });
  }
}

/** Puts right what a crash left, and opens the key of a replica that is there. */
async function openLocked(
  folder: string,
  options: ReplicaFolderOptions,
  release: () => void,
): Promise<Result<ReplicaFolder, OpenFailure>> {
  // What an earlier version, or a restored backup, left open to other accounts of this computer.
  keepAllPrivate(folder, PRIVATE_NAMES);
  const mark = await readMark(folder);
  if (!mark.ok) return mark;
  if (mark.value === undefined) return ok(new OpenedFolder(folder, options, release));
  await finishRenewal(folder, mark.value.device);
  await removeKeyLeftovers(folder);
  const key = await openKey(folder, mark.value.device, options.vault ?? noKeyring);
  if (key.ok) return ok(new OpenedFolder(folder, options, release, mark.value, key.value));
  if (key.error === 'damaged') return err({ code: 'damaged', what: 'key' });
  return err({ code: 'keyring', why: key.error });
}

class OpenedFolder implements ReplicaFolder {
  readonly folder: string;
  readonly blobs: BlobStore;
  readonly snapshots: SnapshotStore;
  readonly local: LocalStore;
  readonly sources: SourceFiles = sourceFolder;
  readonly secrets: SecretFolder;
  readonly indexPath: string;
  readonly prints: PrintStore;
  readonly release: () => void;
  readonly #options: ReplicaFolderOptions;
  readonly #vault: KeyVault;
  #mark: Mark | undefined;
  /** The key of the mark's device. Held while the folder is open: the keyring is asked once. */
  #key: DeviceKey | undefined;
  /** A renewal and a move write the same file: one after the other. */
  #keyWork: Promise<unknown> = Promise.resolve();

  constructor(
    folder: string,
    options: ReplicaFolderOptions,
    release: () => void,
    mark?: Mark,
    key?: DeviceKey,
  ) {
    this.folder = folder;
    this.#options = options;
    this.#vault = options.vault ?? noKeyring;
    this.#mark = mark;
    this.#key = key;
    this.release = release;
    this.blobs = createBlobFolder(join(folder, BLOBS_FOLDER));
    this.snapshots = createSnapshotFolder(join(folder, 'snapshots'), options.logger);
    this.local = createLocalFolder(join(folder, 'local'), options.logger);
    this.indexPath = join(folder, 'index', 'text.sqlite');
    this.prints = printStoreAt(join(folder, 'index', 'near.sqlite'));
    this.secrets = new SecretFolder(join(folder, 'secrets'), this.#vault, () => this.#homeOfSecrets());
  }

  get state(): 'new' | 'ready' {
    return this.#mark ? 'ready' : 'new';
  }

  get keyHome(): KeyHome {
    return this.#key?.home ?? 'file';
  }

  async open(): Promise<Replica> {
    const { device, signer } = this.#self();
    // A renewal that the disk stopped half-way: without its journal in place another one would be begun.
    await finishRenewal(this.folder, device);
    const { clock, logger } = this.#options;
    const root = join(this.folder, 'journal');
    const files = createJournalFolder(root);
    const checkpoints = createJournalCheckpoints(root);
    const card = await files.readDocument(device, 'card');
    if (readCard(card, nodeCrypto)?.device !== device) {
      // Without it our own journal would not be trusted, and a new one begun after its end. Whoever has the key can make the card again.
      logger.warn('own-card-made-again', { device });
      await files.writeDocument(device, 'card', makeCard(hostname(), signer, nodeCrypto));
    }
    return openReplica({ device, files, crypto: nodeCrypto, signer, clock, logger, checkpoints });
  }

  async begin(deviceName: string): Promise<NewReplica> {
    if (this.#mark) throw new TypeError('There is a replica here already.');
    const root = join(this.folder, 'journal');
    await setAside(root, this.#options.clock.now());
    const secret = generateSecret();
    const home = await keepFirstKey(this.folder, secret, this.#vault, this.#options.logger);
    const files = createJournalFolder(root);
    const authors: { readonly author: Author; readonly signer: Signer }[] = [];
    const makeAuthor = async (name: string, clock: Clock, key: string) => {
      const signer = signerOf(key);
      const card = makeCard(name, signer, nodeCrypto);
      await files.writeDocument(card.device, 'card', card);
      const author = createAuthor({ device: card.device, files, crypto: nodeCrypto, signer, clock });
      authors.push({ author, signer });
      return Object.assign(author, { publicKey: card.publicKey });
    };
    const own = await makeAuthor(deviceName, this.#options.clock, secret);
    return {
      own,
      colleague: (name, clock) => makeAuthor(name, clock, generateSecret()),
      finish: async (founded) => {
        for (const { author, signer } of authors) {
          await author.seal();
          if (author.device === own.device) continue;
          const head = await farewellHead(files, author, signer, nodeCrypto, this.#options.clock.now());
          await files.writeDocument(author.device, 'head', head);
        }
        const founder = authors.find(({ author }) => author.device === founded?.founder);
        if (founded !== undefined && founder !== undefined) {
          const document = signHubDocument(founded, founder.signer, nodeCrypto);
          await files.writeDocument(founder.author.device, 'hub', document);
        }
        await files.close();
        await this.#writeMark({ device: own.device, createdAt: this.#options.clock.now() });
        this.#key = { signer: signerOf(secret), home };
        return this.open();
      },
    };
  }

  renew({ deviceName, events, member, after, keep }: Renewal): Promise<void> {
    return this.#afterOtherKeyWork(async () => {
      const { device: oldDevice, signer: old, home, createdAt } = this.#self();
      const { device, signer } = await prepareRenewal(
        this.folder,
        { clock: this.#options.clock, vault: this.#vault, keyHome: home },
        {
          deviceName,
          member,
          after,
          events: (renewed) => events({ ...renewed, sign: (text) => old.sign(text) }),
        },
      );
      await this.#writeMark({ device, createdAt });
      this.#key = { signer, home };
      await finishRenewal(this.folder, device);
      await leaveOldJournal(this.folder, oldDevice, old, keep);
    });
  }

  discard(): Promise<void> {
    return this.#afterOtherKeyWork(async () => {
      this.#mark = undefined;
      this.#key = undefined;
      await onDisk('discard replica', async () => {
        // The mark first: without it nothing of the rest counts.
        for (const name of REPLICA_FILES) await rm(join(this.folder, name), { recursive: true, force: true });
      });
    });
  }

  keyringAvailable(): Promise<boolean> {
    return this.#vault.available();
  }

  moveKey(to: KeyHome): Promise<Result<void, KeyringRefusal>> {
    return this.#afterOtherKeyWork(async () => {
      const { device, signer } = this.#self();
      const secrets = await this.secrets.move(to);
      if (!secrets.ok) return secrets;
      const moved = await moveKey(this.folder, device, to, this.#vault);
      if (!moved.ok && moved.error !== 'damaged') return err(moved.error);
      if (!moved.ok) throw new StorageError('damaged', 'the device key is not where it was');
      this.#key = { signer, home: to };
      return ok(undefined);
    });
  }

  #self(): Mark & DeviceKey {
    if (!this.#mark || !this.#key) throw new TypeError('There is no replica here yet.');
    return { ...this.#mark, ...this.#key };
  }

  /** Where the device's key is; before there is one, where it would be kept. */
  async #homeOfSecrets(): Promise<KeyHome> {
    if (this.#key !== undefined) return this.#key.home;
    return (await this.#vault.available()) ? 'keyring' : 'file';
  }

  #afterOtherKeyWork<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = this.#keyWork.then(work, work);
    this.#keyWork = done;
    return done;
  }

  async #writeMark(mark: Mark): Promise<void> {
    const text = `${JSON.stringify({ format: FORMAT, ...mark })}\n`;
    await writeFileDurably(join(this.folder, 'replica.json'), text);
    this.#mark = mark;
  }
}

/** Journals of a start that was never finished are kept beside the new ones: nobody's work is thrown away on a guess. */
function setAside(root: string, now: number): Promise<void> {
  return onDisk('set journals aside', async () => {
    try {
      await rename(root, `${root}-unfinished-${now}`);
    } catch (error) {
      if (systemCode(error) !== 'ENOENT') throw error;
    }
  });
}

function isCannotOpen(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return (
    code.startsWith('SQLITE_CANTOPEN') ||
    code.startsWith('SQLITE_READONLY') ||
    String(error).includes('ConnectionFailed')
  );
}

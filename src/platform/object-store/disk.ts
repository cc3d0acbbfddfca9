import * as fs from 'node:fs';

/** What a name in a folder stands for, itself and not what a link leads to. */
type Kind = 'file' | 'folder' | 'link' | 'other';

/** A name in a folder. `size` in bytes, `modified` in milliseconds of the medium's own clock; `id` tells two folders apart. */
export type Entry = {
  readonly kind: Kind;
  readonly size: number;
  readonly modified: number;
  readonly id: string;
};

/** The few things that the folder store asks of a disk, one call of the system each, so that tests can put a failing one in its place. */
export interface Disk {
  openToRead(path: string): Promise<number>;
  /** Fails with `EEXIST` when something has that name. */
  openNew(path: string): Promise<number>;
  /** Reads into the buffer from a place in the file; 0 at its end. */
  read(file: number, buffer: Uint8Array, position: number): Promise<number>;
  write(file: number, bytes: Uint8Array): Promise<number>;
  sync(file: number): Promise<void>;
  close(file: number): Promise<void>;
  about(file: number): Promise<Entry>;
  look(path: string): Promise<Entry>;
  /** Like `look`, but of what a link leads to. */
  follow(path: string): Promise<Entry>;
  names(path: string): Promise<readonly { readonly name: string; readonly kind: Kind }[]>;
  rename(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
  makeFolder(path: string): Promise<void>;
  /** The number by which Linux names the type of a file system. */
  fileSystem(path: string): Promise<number>;
}

/** No link is followed, and a pipe that somebody put there does not hold up a thread. Windows knows neither flag. */
const READ = fs.constants.O_RDONLY | (fs.constants.O_NOFOLLOW ?? 0) | (fs.constants.O_NONBLOCK ?? 0);
const FOLLOWS_LINKS = fs.constants.O_NOFOLLOW === undefined;

type Done<Value> = (error: NodeJS.ErrnoException | null, value?: Value) => void;

/** By callbacks: Node's own promises of files cost twice as much a call, and an idle poll makes hundreds. */
function promised<Value>(call: (done: Done<Value>) => void): Promise<Value> {
  return new Promise((resolve, reject) => {
    call((error, value) => (error ? reject(error) : resolve(value as Value)));
  });
}

/** The machine's disk. Throws Node's errors with their `code`. */
export const nodeDisk: Disk = {
  openToRead: async (path) => {
    if (FOLLOWS_LINKS) await refuseLink(path);
    return promised<number>((done) => fs.open(path, READ, done));
  },
  openNew: (path) => promised<number>((done) => fs.open(path, 'wx', 0o666, done)),
  read: (file, buffer, position) =>
    promised<number>((done) => fs.read(file, buffer, 0, buffer.length, position, done)),
  write: (file, bytes) => promised<number>((done) => fs.write(file, bytes, 0, bytes.length, null, done)),
  sync: (file) => promised<void>((done) => fs.fsync(file, done)),
  close: (file) => promised<void>((done) => fs.close(file, done)),
  about: async (file) => entryOf(await promised<fs.Stats>((done) => fs.fstat(file, done))),
  look: async (path) => entryOf(await promised<fs.Stats>((done) => fs.lstat(path, done))),
  follow: async (path) => entryOf(await promised<fs.Stats>((done) => fs.stat(path, done))),
  names: async (path) => {
    const entries = await promised<fs.Dirent[]>((done) => fs.readdir(path, { withFileTypes: true }, done));
    return entries.map((entry) => ({ name: entry.name, kind: kindOf(entry) }));
  },
  rename: (from, to) => promised<void>((done) => fs.rename(from, to, done)),
  unlink: (path) => promised<void>((done) => fs.unlink(path, done)),
  makeFolder: (path) => promised<void>((done) => fs.mkdir(path, done)),
  fileSystem: async (path) => (await promised<fs.StatsFs>((done) => fs.statfs(path, done))).type,
};

async function refuseLink(path: string): Promise<void> {
  const { kind } = await nodeDisk.look(path);
  if (kind !== 'file') throw Object.assign(new Error('ELOOP: this is not a plain file'), { code: 'ELOOP' });
}

function entryOf(stats: fs.Stats): Entry {
  return {
    kind: kindOf(stats),
    size: stats.size,
    modified: stats.mtimeMs,
    id: `${stats.dev}:${stats.ino}`,
  };
}

function kindOf(entry: fs.Stats | fs.Dirent): Kind {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'other';
}

import type { Disk } from './disk.ts';
import type { Lanes } from './lanes.ts';

/** A disk behind lanes. What was begun goes first, so that few files are open at a time however many are asked for. */
export function laned(disk: Disk, lanes: Lanes): Disk {
  const closeLate = (file: number) => {
    // Nobody waits for it any more; where it can't be closed there is nothing left to do.
    disk.close(file).catch(() => undefined);
  };
  return {
    openToRead: (path) => lanes.run(() => disk.openToRead(path), { late: closeLate }),
    openNew: (path) => lanes.run(() => disk.openNew(path), { late: closeLate }),
    read: (file, buffer, position) => lanes.run(() => disk.read(file, buffer, position), { goesOn: true }),
    write: (file, bytes) => lanes.run(() => disk.write(file, bytes), { goesOn: true }),
    sync: (file) => lanes.run(() => disk.sync(file), { goesOn: true, flushes: true }),
    close: (file) => lanes.run(() => disk.close(file), { goesOn: true, flushes: true }),
    about: (file) => lanes.run(() => disk.about(file), { goesOn: true }),
    look: (path) => lanes.run(() => disk.look(path)),
    follow: (path) => lanes.run(() => disk.follow(path)),
    names: (path) => lanes.run(() => disk.names(path)),
    rename: (from, to) => lanes.run(() => disk.rename(from, to), { goesOn: true }),
    unlink: (path) => lanes.run(() => disk.unlink(path)),
    makeFolder: (path) => lanes.run(() => disk.makeFolder(path)),
    fileSystem: (path) => lanes.run(() => disk.fileSystem(path)),
  };
}

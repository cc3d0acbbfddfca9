import { type Disk, nodeDisk } from '../../../../src/platform/object-store/disk.ts';

/** An error of the system with this code. */
export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: simulated`), { code });
}

type Fault = { readonly call: keyof Disk; readonly code: string; readonly times: number };

/** The machine's disk, but a call fails with a code for the first so many times. */
export function failingDisk(call: keyof Disk, code: string, times = Number.POSITIVE_INFINITY) {
  const fault: Fault = { call, code, times };
  let failed = 0;
  const disk: Disk = { ...nodeDisk };
  const fail = async <Value>(goOn: () => Promise<Value>): Promise<Value> => {
    if (failed >= fault.times) return goOn();
    failed += 1;
    throw systemError(fault.code);
  };
  const failing: Disk = {
    openToRead: (path) => fail(() => disk.openToRead(path)),
    openNew: (path) => fail(() => disk.openNew(path)),
    read: (file, buffer, position) => fail(() => disk.read(file, buffer, position)),
    write: (file, bytes) => fail(() => disk.write(file, bytes)),
    sync: (file) => fail(() => disk.sync(file)),
    close: (file) => fail(() => disk.close(file)),
    about: (file) => fail(() => disk.about(file)),
    look: (path) => fail(() => disk.look(path)),
    follow: (path) => fail(() => disk.follow(path)),
    names: (path) => fail(() => disk.names(path)),
    rename: (from, to) => fail(() => disk.rename(from, to)),
    unlink: (path) => fail(() => disk.unlink(path)),
    makeFolder: (path) => fail(() => disk.makeFolder(path)),
    fileSystem: (path) => fail(() => disk.fileSystem(path)),
  };
  return {
    disk: { ...disk, [fault.call]: failing[fault.call] } as Disk,
    failed: () => failed,
  };
}

/** A way to wait that takes no time and tells how long it would have been. */
export function countedSleep() {
  const pauses: number[] = [];
  return {
    pauses,
    sleep: async (ms: number) => {
      pauses.push(ms);
    },
  };
}

import type { SnapshotStore } from '../../src/engine/ports/snapshots.ts';
import type { JournalFiles } from '../../src/sync/journal/journal-files.ts';
import type { MemoryJournalFiles } from '../support/sync/memory-journal-files.ts';
import type { LifeLine } from './life-line.ts';

/**
 * Journal files whose process crashes: before a call, after it but before the answer, with half of the lines appended, and between keeping what
 * is cut off and the cut. Documents are written with a rename: whole or not at all.
 */
export function createCrashingFiles(files: MemoryJournalFiles, point: LifeLine): JournalFiles {
  const around = async <Value>(call: () => Promise<Value>): Promise<Value> => {
    point.pass();
    const value = await call();
    point.pass();
    return value;
  };
  return {
    devices: () => around(() => files.devices()),
    async *read(device, stream, fromByte) {
      point.pass();
      yield* files.read(device, stream, fromByte);
    },
    append: (device, stream, lines) =>
      around(async () => {
        await point.passHalf(async () => tear(files, `${device}/${stream}`, lines));
        point.write();
        return files.append(device, stream, lines);
      }),
    cut: (device, stream, atByte, keep) =>
      around(async () => {
        await point.passHalf(async () => keepOnly(files, `${device}/${stream}`, atByte, keep));
        await files.cut(device, stream, atByte, keep);
      }),
    kept: () => around(() => files.kept()),
    readDocument: (device, name) => around(() => files.readDocument(device, name)),
    writeDocument: (device, name, value) =>
      around(async () => {
        point.write();
        await files.writeDocument(device, name, value);
      }),
    release: () => files.release(),
    close: () => files.close(),
  };
}

function tear(files: MemoryJournalFiles, key: string, lines: readonly string[]): void {
  const whole = Buffer.from(`${lines.join('\n')}\n`, 'utf8');
  const before = files.journals.get(key) ?? Buffer.alloc(0);
  files.journals.set(key, Buffer.concat([before, whole.subarray(0, whole.length >> 1)]));
}

function keepOnly(files: MemoryJournalFiles, key: string, atByte: number, keep: boolean): void {
  const data = files.journals.get(key);
  if (keep && data !== undefined) files.documents.set(`${key}.quarantine-${atByte}`, data.toString('utf8'));
}

/** Snapshots whose process crashes before and after each is saved, but never in the middle of one. */
export function createCrashingSnapshots(snapshots: SnapshotStore, point: LifeLine): SnapshotStore {
  return {
    load: (collection) => snapshots.load(collection),
    save: async (collection, snapshot) => {
      point.pass();
      await snapshots.save(collection, snapshot);
      point.pass();
    },
  };
}

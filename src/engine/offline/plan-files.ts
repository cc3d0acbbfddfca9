import type { OfflinePolicy } from '../../contract/offline.ts';
import type { Sha256 } from '../../shared/vocabulary/ids.ts';

/** An original of the catalog, as far as keeping it matters. */
export type CatalogFile = {
  readonly sha256: Sha256;
  readonly size: number;
  readonly asset: string;
  /** Of the current version of an asset that is not archived. */
  readonly current: boolean;
  readonly pinned: boolean;
  /** When it was opened on this device last; 0 for never. */
  readonly openedAt: number;
  readonly stages: readonly string[];
  readonly personas: readonly string[];
  /** Usefulness and use in one number: higher is kept longer. */
  readonly worth: number;
  readonly updatedAt: number;
};

/** What is to be had and what may go. */
export type FilesPlan = {
  /** By the policy, most needed first. */
  readonly wanted: readonly CatalogFile[];
  /** To be fetched, most needed first, as far as the budget goes. */
  readonly fetch: readonly CatalogFile[];
  /** May go once the hub is known to have them, least needed first. */
  readonly remove: readonly CatalogFile[];
  /** Originals that are here, wanted or not. */
  readonly keptFiles: number;
  readonly keptBytes: number;
  readonly wantedBytes: number;
  /** Wanted ones that are here, and the bytes of those that are not. */
  readonly wantedHere: number;
  readonly missingBytes: number;
  readonly allFiles: number;
  readonly allBytes: number;
};

/**
 * Decides which originals are fetched and which may go. A file that is wanted is given up only when all together take more than the budget,
 * and never for another one that is a little more useful: what is here stays rather than being exchanged for ever. Pinned files stay always.
 */
export function planFiles(
  files: readonly CatalogFile[],
  policy: OfflinePolicy,
  isHere: (sha256: string) => boolean,
): FilesPlan {
  const ordered = [...files].sort(byNeed);
  const here = ordered.filter(({ sha256 }) => isHere(sha256));
  const wanted = ordered.filter((file) => isWanted(file, policy));
  const wantedSet = new Set(wanted);
  const keptBytes = bytesOf(here);
  // 'Everything' tolerates what is only history, as long as there is room.
  const spare = policy.keep === 'all' ? [] : here.filter((file) => !wantedSet.has(file));
  const remove = new Set([...spare].reverse());
  let after = keptBytes - bytesOf(spare);
  const leastNeeded = [
    ...here.filter((file) => !wantedSet.has(file)),
    ...here.filter((file) => wantedSet.has(file)).reverse(),
  ];
  const pinnedMissing = bytesOf(wanted.filter((file) => file.pinned && !isHere(file.sha256)));
  for (const file of leastNeeded) {
    if (after + pinnedMissing <= policy.budgetBytes) break;
    if (file.pinned || remove.has(file)) continue;
    remove.add(file);
    after -= file.size;
  }
  return {
    wanted,
    // What is to go takes its room until it is gone.
    fetch: withinRoom(wanted, isHere, policy.budgetBytes - keptBytes),
    remove: [...remove],
    keptFiles: here.length,
    keptBytes,
    wantedBytes: bytesOf(wanted),
    wantedHere: wanted.filter(({ sha256 }) => isHere(sha256)).length,
    missingBytes: bytesOf(wanted.filter(({ sha256 }) => !isHere(sha256))),
    allFiles: files.length,
    allBytes: bytesOf(files),
  };
}

function withinRoom(
  wanted: readonly CatalogFile[],
  isHere: (sha256: string) => boolean,
  room: number,
): CatalogFile[] {
  let left = room;
  return wanted.filter((file) => {
    if (isHere(file.sha256)) return false;
    if (!file.pinned && file.size > left) return false;
    left -= file.size;
    return true;
  });
}

/** Whether a file is to be here by the policy, budget aside. */
function isWanted(file: CatalogFile, policy: OfflinePolicy): boolean {
  if (file.pinned || file.openedAt > 0) return true;
  if (!file.current) return false;
  switch (policy.keep) {
    case 'all':
      return true;
    case 'small':
      return file.size <= policy.maxFileBytes;
    case 'chosen':
      return (
        policy.stages.some((stage) => file.stages.includes(stage)) ||
        policy.personas.some((persona) => file.personas.includes(persona))
      );
  }
}

/** Most needed first; the name decides between equals, so that every run has the same order. */
function byNeed(a: CatalogFile, b: CatalogFile): number {
  return (
    Number(b.pinned) - Number(a.pinned) ||
    b.openedAt - a.openedAt ||
    b.worth - a.worth ||
    b.updatedAt - a.updatedAt ||
    (a.sha256 < b.sha256 ? -1 : 1)
  );
}

function bytesOf(files: readonly CatalogFile[]): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}

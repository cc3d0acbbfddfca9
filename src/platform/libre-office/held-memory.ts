const KILOBYTE = 1024;
/** Processes above one that are followed: a list that was read while processes ended may go round. */
const MAX_DEPTH = 50;

/** Bytes of memory that the processes of a group hold; `listed`: group and kilobytes, a process a line. */
export function heldByGroup(group: number, listed: string): number {
  return rowsOf(listed).reduce(
    (held, [of, kilobytes = 0]) => (of === group ? held + kilobytes * KILOBYTE : held),
    0,
  );
}

/** Bytes of memory that a process and all that it began hold; `listed`: number, its parent's, and bytes, a process a line. */
export function heldByTree(root: number, listed: string): number {
  const rows = rowsOf(listed);
  const parents = new Map(rows.map(([id = 0, parent = 0]) => [id, parent]));
  const isBelow = (id: number): boolean => {
    let at: number | undefined = id;
    for (let depth = 0; at !== undefined && depth < MAX_DEPTH; depth += 1) {
      if (at === root) return true;
      at = parents.get(at);
    }
    return false;
  };
  return rows.reduce((held, [id = 0, , bytes = 0]) => (isBelow(id) ? held + bytes : held), 0);
}

function rowsOf(listed: string): number[][] {
  return listed
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.trim().split(/\s+/).map(Number));
}

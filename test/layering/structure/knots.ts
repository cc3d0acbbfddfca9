/** What imports what: names to the names that they import. */
export type Imports = ReadonlyMap<string, ReadonlySet<string>>;

/** The imports that lie on a cycle: both ends are in one knot (a strongly connected component). Sorted by name. */
export function knottedImports(imports: Imports): Map<string, string[]> {
  const knotOf = knots(imports);
  const knotted = new Map<string, string[]>();
  for (const from of [...imports.keys()].sort()) {
    const to = [...(imports.get(from) ?? [])].filter(
      (name) => name !== from && knotOf.get(name) === knotOf.get(from),
    );
    if (to.length > 0) knotted.set(from, to.sort());
  }
  return knotted;
}

/** The number of its knot for each name, by Tarjan's algorithm. */
function knots(imports: Imports): Map<string, number> {
  const knotOf = new Map<string, number>();
  const order = new Map<string, number>();
  const path: string[] = [];
  const visit = (name: string): number => {
    const at = order.size;
    order.set(name, at);
    let low = at;
    path.push(name);
    for (const next of imports.get(name) ?? []) {
      if (!order.has(next)) low = Math.min(low, visit(next));
      else if (!knotOf.has(next)) low = Math.min(low, order.get(next) ?? low);
    }
    if (low === at) for (const member of path.splice(path.indexOf(name))) knotOf.set(member, at);
    return low;
  };
  for (const name of imports.keys()) if (!order.has(name)) visit(name);
  return knotOf;
}

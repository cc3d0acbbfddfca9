import { blobReader } from './blobs.ts';
import type { AnyEvent } from './define-event.ts';
import type { Definitions } from './model.ts';

/** What of the definitions does not fit together, each as a sentence that names what is missing. */
export function definitionProblems({ events, collections }: Definitions): readonly string[] {
  const keeping = collections.filter(({ keepsFold }) => keepsFold === true);
  return [
    ...twice(events.map(({ kind }) => kind)).map((kind) => `The kind ${kind} is registered twice.`),
    ...twice(collections.map(({ name }) => name)).map(
      (name) => `The collection ${name} is registered twice.`,
    ),
    ...(keeping.length === 1
      ? []
      : [`${keeping.length} collections keep the fold’s own lists instead of one.`]),
    ...events.flatMap((event) => problemsOf(event, collections)),
  ];
}

function problemsOf(event: AnyEvent, collections: Definitions['collections']): readonly string[] {
  if (event.saysWhoIsWho === true) return [];
  const { kind, into } = event;
  const problems: string[] = [];
  if (!collections.includes(into))
    problems.push(`The kind ${kind} is folded into ${into.name}, a collection that is not registered.`);
  if (blobReader(event.body) !== undefined && into.blobs === undefined)
    problems.push(
      `The kind ${kind} names blobs, and the collection ${into.name} does not say which of them it keeps.`,
    );
  if (event.stream === 'catalog') {
    const { history, toldByEngine, claims, uncontested } = event;
    if (claims !== undefined && uncontested !== true && into.claims === undefined)
      problems.push(
        `The kind ${kind} claims ids, and the collection ${into.name} does not say whose they are.`,
      );
    if (history !== undefined && history.what === undefined && toldByEngine !== history.of)
      problems.push(`Nobody tells the kind ${kind} in the history of what it is about.`);
  }
  return problems;
}

function twice(names: readonly string[]): readonly string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}

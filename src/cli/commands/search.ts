import type { SearchResult } from '../../contract/search.ts';
import { isRecognized } from '../../shared/recognized-words.ts';
import type { DocumentKind } from '../../shared/vocabulary/assets.ts';
import { andFromNewMembers } from '../../words/new-members.ts';
import { say } from '../../words/say.ts';
import { sentences } from '../../words/sentence.ts';
import { type Command, textOf } from '../base/command.ts';
import { EXIT } from '../base/exit.ts';
import { CALL_OPTIONS, Terms } from '../base/terms.ts';

/** How many kits are told before the assets. */
const MOST_KITS = 5;

/** Finds what a rep would find. */
export const search: Command = {
  name: 'search',
  usage: 'search [--] QUERY... [--stage ID] [--persona ID] [--type ID] [--limit N]',
  does: 'what a rep would see; takes "a phrase", -word, stage:decision, is:stale, owner:me',
  searches: true,
  options: {
    ...CALL_OPTIONS,
    type: { type: 'string' },
    limit: { type: 'string' },
  },
  check: (args) => {
    const limit = textOf(args, 'limit');
    if (limit !== undefined && !/^([1-9]|[1-9]\d|1\d\d|200)$/.test(limit))
      return '--limit takes a number from 1 to 200.';
    if (args.positionals.join(' ').length > 10_000) return 'The query is longer than 10,000 characters.';
    return undefined;
  },
  run: async (context) => {
    const { engine, client, output, args } = context;
    const terms = await Terms.load(context);
    const { stage, persona } = terms.call(args);
    const type = terms.optional('type', textOf(args, 'type'));
    // After an import that was cut short the index may be behind: an answer from half of it would be wrong.
    await engine.indexed();
    const result = await client.search.find({
      query: args.positionals.join(' '),
      filters: {
        ...(stage !== undefined && { stages: [stage] }),
        ...(persona !== undefined && { personas: [persona] }),
        ...(type !== undefined && { types: [type] }),
      },
      limit: Number(textOf(args, 'limit') ?? 10),
      kits: MOST_KITS,
    });
    const hits = result.hits.map(printed);
    const kinds = result.hits.map(({ asset }) => asset.version.kind);
    const { took, total, suggestion, usedSuggestion, hints, hiddenByFilters } = result;
    const hint = hints.length === 0 ? undefined : sentences(...hints.map(say));
    const understood = result.understood.map(({ says }) => say(says));
    const extra = {
      usedSuggestion,
      hiddenByFilters,
      ...(understood.length > 0 && { understood }),
      ...(hint !== undefined && { hint }),
    };
    const kits = result.kits.map(({ kit: { id, name }, score }) => ({ kitId: id, name, score }));
    const found = { ...extra, hits, ...(kits.length > 0 && { kits }) };
    output.result({ took, total, ...(suggestion !== undefined && { suggestion }), ...found }, () => {
      const lines: string[] = [];
      if (usedSuggestion) lines.push(`Nothing for the words as typed. Showing results for '${suggestion}'.`);
      else if (suggestion !== undefined) lines.push(`Did you mean '${suggestion}'?`);
      if (understood.length > 0) lines.push(`Only: ${understood.join(' · ')}`);
      if (hint !== undefined) lines.push(hint);
      lines.push(`${total === 1 ? '1 asset' : `${total} assets`}, ${took.toFixed(1)} ms`);
      lines.push(...kits.map(({ kitId, name }) => `Kit: ${name}  (${kitId})`));
      lines.push(...hits.flatMap((hit, at) => linesOf(hit, kinds[at] ?? 'other')));
      return lines.join('\n');
    });
    return EXIT.done;
  },
};

type Hit = SearchResult['hits'][number];

/** A hit as it is printed for programs. */
function printed(hit: Hit) {
  const { id, title, version, usefulness } = hit.asset;
  return {
    assetId: id,
    title,
    score: hit.score,
    ...(version.approximatePages && { approximatePages: true }),
    ...(version.recognized && { recognizedConfidence: version.recognized.confidence }),
    pages: hit.pages.map(({ page, snippet, hidden, inNotes }) => ({
      page,
      ...(hidden && { hidden: true }),
      ...(inNotes && { inNotes: true }),
      ...(isRecognized(version, page) && { recognized: true }),
      snippet: snippet.map((part) => part.text).join(''),
    })),
    ...(usefulness.enough && { usefulness: usefulness.score }),
    ...(usefulness.fromNew !== undefined && {
      ratings: usefulness.count,
      ratingsFromNewMembers: usefulness.fromNew,
    }),
  };
}

/** What is before a page's number where it is called no page. */
const CALLED: Readonly<Partial<Record<DocumentKind, string>>> = {
  pptx: 'slide ',
  odp: 'slide ',
  xlsx: 'sheet ',
  ods: 'sheet ',
};

/** The same for people. */
function linesOf(hit: ReturnType<typeof printed>, kind: DocumentKind): readonly string[] {
  const useful =
    hit.usefulness === undefined
      ? ''
      : `  ${andFromNewMembers(`usefulness ${hit.usefulness.toFixed(1)}`, hit.ratingsFromNewMembers, hit.ratings ?? 0)}`;
  const at = hit.approximatePages ? 'about p.' : (CALLED[kind] ?? 'p.');
  const pages = hit.pages.map(
    ({ page, snippet, hidden, inNotes, recognized }) =>
      `  ${at}${page}${hidden ? ' (hidden)' : inNotes ? ' (in the notes)' : ''}${recognized ? ' (recognized)' : ''}  ${snippet.replace(/\s+/g, ' ')}`,
  );
  return ['', `${hit.title}  (${hit.assetId})${useful}`, ...pages];
}

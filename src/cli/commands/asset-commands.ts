import type { AssetDetail, AssetVersion } from '../../contract/assets.ts';
import { statusOfState } from '../../contract/common.ts';
import type { AssetAttribute } from '../../shared/vocabulary/asset-attributes.ts';
import { dimensionFieldsIn, dimensionOfField } from '../../shared/vocabulary/asset-fields.ts';
import { andFromNewMembers, markedName } from '../../words/new-members.ts';
import { readByMessage, textMessage } from '../../words/texts.ts';
import { type Command, textOf } from '../base/command.ts';
import { EXIT, wrongUse } from '../base/exit.ts';
import { findAsset } from '../base/find-asset.ts';
import { CALL_OPTIONS, Terms } from '../base/terms.ts';

/** Shows one asset. */
export const show: Command = {
  name: 'show',
  usage: 'show ASSET',
  does: 'one asset with versions, tags, ratings',
  options: {},
  check: (args) => (args.positionals.length === 0 ? 'Say which asset: kitbag show ASSET.' : undefined),
  run: async (context) => {
    const { client, output, args } = context;
    const asset = await client.assets.get({ asset: findAsset(context, args.positionals.join(' ')) });
    // `status` stands there for programs that read it before there was one state.
    output.result({ asset: { ...withMessages(asset), status: statusOfState(asset.state) } }, () =>
      describe(asset, (head, rows) => output.table(head, rows)),
    );
    return EXIT.done;
  },
};

/** Rates an asset. */
export const rate: Command = {
  name: 'rate',
  usage: 'rate ASSET 1-5 [--comment TEXT] [--stage ID] [--persona ID]',
  does: 'says how useful an asset was',
  options: { comment: { type: 'string' }, ...CALL_OPTIONS },
  check: (args) => {
    if (args.positionals.length < 2) return 'Say which asset and how useful it was: kitbag rate ASSET 1-5.';
    if (!/^[1-5]$/.test(args.positionals.at(-1) ?? '')) return 'A rating is a number from 1 to 5.';
    return undefined;
  },
  run: async (context) => {
    const { client, output, args } = context;
    const terms = await Terms.load(context);
    const asset = findAsset(context, args.positionals.slice(0, -1).join(' '));
    const call = terms.call(args);
    const comment = textOf(args, 'comment');
    const { asset: detail } = await client.ratings.give({
      asset,
      value: Number(args.positionals.at(-1)),
      ...call,
      ...(comment !== undefined && { comment }),
    });
    if (detail.mine === undefined)
      throw wrongUse('The rating was written, but your role does not let it count.');
    const rating = { asset, ...detail.mine };
    output.result({ rating, usefulness: detail.usefulness }, () => {
      const { count, score, enough } = detail.usefulness;
      const mean = enough ? `usefulness ${score.toFixed(1)} of ${count} ratings` : 'not enough ratings yet';
      return `Rated '${detail.title}' ${rating.value} of 5 (${mean}).`;
    });
    return EXIT.done;
  },
};

/** An asset as programs read it: beside each text's state stands the sentence. */
function withMessages(asset: AssetDetail) {
  const { waiting } = asset;
  return {
    ...asset,
    dimensions: Object.fromEntries(
      dimensionFieldsIn(asset).map((field) => [dimensionOfField(field), asset[field]]),
    ),
    version: withMessage(asset.version),
    ...(waiting && { waiting: withMessage(waiting) }),
    versions: asset.versions.map(withMessage),
  };
}

function withMessage(version: AssetVersion) {
  const { text } = version;
  const message = textMessage(text);
  if (message === undefined) return version;
  if (text.state === 'searchable') return { ...version, text: { ...text, message } };
  const { state, reason } = text;
  return { ...version, text: { state, reason, message } };
}

type Fact = readonly [name: string, value: string];

/** The line of each attribute; null for what stands in another line, or in `--json` alone. */
const SHOWN: Readonly<Record<AssetAttribute, ((asset: AssetDetail) => Fact) | null>> = {
  title: null,
  summary: null,
  type: ({ type, audience }) => ['Type', `${type}, ${audience}`],
  stages: ({ stages }) => ['Stages', stages.join(', ')],
  personas: ({ personas }) => ['Personas', personas.join(', ')],
  products: ({ products }) => ['Products', products.join(', ')],
  audience: null,
  language: null,
  tags: ({ tags }) => ['Tags', tags.join(', ')],
  status: null,
  releaseOn: null,
  expiresOn: null,
  owner: null,
  verifier: null,
  folder: ({ folder }) => ['Folder', folder],
};

type Tabulate = (head: readonly string[], rows: readonly (readonly (string | number)[])[]) => string;

function describe(asset: AssetDetail, table: Tabulate): string {
  const { usefulness } = asset;
  const useful = usefulness.enough
    ? `${usefulness.score.toFixed(2)} (at least ${usefulness.lowerBound.toFixed(2)}, ${andFromNewMembers(`${usefulness.count} ratings`, usefulness.fromNew, usefulness.count)})`
    : `not enough ratings (${andFromNewMembers(String(usefulness.count), usefulness.fromNew, usefulness.count)})`;
  const readBy = readByMessage(asset.version);
  const facts: Fact[] = [
    ['Title', asset.title],
    ['Id', asset.id],
    ['State', asset.state],
    ...Object.values(SHOWN).flatMap((fact) => (fact === null ? [] : [fact(asset)])),
    ...(asset.contributors.length > 0
      ? [['Proposed by', asset.contributors.map(markedName).join(', ')] as const]
      : []),
    ...dimensionFieldsIn(asset).map(
      (field): Fact => [dimensionOfField(field), (asset[field] ?? []).join(', ')],
    ),
    ['Usefulness', useful],
    ['Uses', String(asset.uses)],
    ['Text', textMessage(asset.version.text) ?? 'searchable'],
    ...(readBy === undefined ? [] : [['Read', readBy] as const]),
  ];
  const versions = asset.versions.map((version) => [
    version.number,
    version.fileName,
    version.kind,
    version.pageCount,
    day(version.addedAt),
    version.addedBy?.name ?? '',
  ]);
  const ratings = asset.ratings.map((rating) => [
    rating.value,
    markedName(rating.by),
    day(rating.at),
    rating.comment ?? '',
  ]);
  return [
    ...facts.filter(([, value]) => value !== '').map(([name, value]) => `${name.padEnd(11)} ${value}`),
    '',
    table(['Version', 'File', 'Kind', 'Pages', 'Added', 'By'], versions),
    ...(ratings.length > 0 ? ['', table(['Rating', 'By', 'On', 'Comment'], ratings)] : []),
  ].join('\n');
}

function day(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

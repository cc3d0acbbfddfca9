import { AwsV4Signer } from 'aws4fetch';
import type { S3Server } from './bucket-for-tests.ts';

/** Everything that a bucket holds at some time, by name and size, in the order of the names. */
export type OldList = readonly { readonly name: string; readonly size: number }[];

/** Takes down what a bucket holds now. */
export async function listNow(server: S3Server, bucket: string): Promise<OldList> {
  const all: { name: string; size: number }[] = [];
  for (let token: string | undefined = ''; token !== undefined; ) {
    const query: string = token === '' ? '' : `&continuation-token=${encodeURIComponent(token)}`;
    const url = `${server.endpoint}/${bucket}?list-type=2${query}`;
    const { keys, region } = server;
    const { headers } = await new AwsV4Signer({ ...keys, method: 'GET', url, service: 's3', region }).sign();
    const answer = await fetch(url, { headers });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`nothing was listed: ${answer.status} ${text}`);
    for (const [, entry = ''] of text.matchAll(/<Contents>(.*?)<\/Contents>/gs))
      all.push({ name: textOf(entry, 'Key') ?? '', size: Number(textOf(entry, 'Size')) });
    token = textOf(text, 'NextContinuationToken');
  }
  return all.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What a store answers that knows only an old list: one level, by pages. `forgetsAfter`: the names after which it says that this was all. */
export function answerOf(
  list: OldList,
  query: URLSearchParams,
  forgetsAfter = Number.POSITIVE_INFINITY,
): string {
  const prefix = query.get('prefix') ?? '';
  const after = query.get('continuation-token') ?? query.get('start-after') ?? '';
  const level = new Map<string, number | 'folder'>();
  for (const { name, size } of list) {
    if (!name.startsWith(prefix)) continue;
    const end = name.indexOf('/', prefix.length);
    if (end < 0) level.set(name, size);
    else level.set(name.slice(0, end + 1), 'folder');
  }
  const rest = [...level].filter(([name]) => name > after);
  const page = rest.slice(0, Math.min(Number(query.get('max-keys') ?? 1000), forgetsAfter));
  const isMore = page.length < rest.length && page.length < forgetsAfter;
  const entries = page.map(([name, what]) =>
    what === 'folder'
      ? `<CommonPrefixes><Prefix>${name}</Prefix></CommonPrefixes>`
      : `<Contents><Key>${name}</Key><Size>${what}</Size></Contents>`,
  );
  const token = isMore ? `<NextContinuationToken>${page.at(-1)?.[0]}</NextContinuationToken>` : '';
  return `<ListBucketResult><IsTruncated>${isMore}</IsTruncated>${token}${entries.join('')}</ListBucketResult>`;
}

function textOf(text: string, element: string): string | undefined {
  return new RegExp(`<${element}>([^<]*)</${element}>`).exec(text)?.[1];
}

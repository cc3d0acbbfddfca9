import { type CallOptions, isKey, type Listing, type ListOptions } from '../../../sync/hub/object-store.ts';
import { readText } from './answer-body.ts';
import { type Element, readXml, textIn } from './answer-xml.ts';
import { keyInBucket } from './bucket-address.ts';
import type { BucketClient } from './bucket-client.ts';
import { BucketError, NOT_S3 } from './bucket-error.ts';

/** A page has a thousand keys of at most a kilobyte, each with some text around it. */
const LONGEST_PAGE = 4 * 1024 * 1024;
/** Beyond this many names of one level nobody needs the rest. */
const MOST_NAMES = 200_000;
/** What a store gives at once. */
const PAGE_NAMES = 1000;
/** Pages without a name, one after the other, after which a listing that says that there is more is none. */
const MOST_EMPTY = 20;
/** Characters of the longest name of any store. */
const LONGEST_NAME = 1024;

/** Lists one level of the bucket, page by page; in one page where no more than a page of names is asked for. */
export async function listBucket(
  client: BucketClient,
  prefix: string,
  options: ListOptions,
): Promise<Listing> {
  const atMost = options.atMost ?? MOST_NAMES;
  const objects: { key: string; size: number }[] = [];
  const folders: string[] = [];
  const foreign: string[] = [];
  const cut = keyInBucket(client.options, '').length;
  let next: Readonly<Record<string, string>> | undefined =
    options.after === undefined ? {} : { 'start-after': keyInBucket(client.options, options.after) };
  let empty = 0;
  for (let names = 0; next !== undefined && names < atMost; ) {
    const asked = { 'max-keys': String(Math.min(PAGE_NAMES, atMost - names)), ...next };
    const page = await readPage(client, prefix, asked, options);
    const count = page.objects.length + page.folders.length;
    empty = count === 0 ? empty + 1 : 0;
    if (empty > MOST_EMPTY) throw new BucketError(prefix, 'no end', NOT_S3);
    names += count;
    for (const { name, size } of page.objects) {
      const key = name.slice(cut);
      // Other programs make an empty object for a folder that somebody made by hand.
      if (key === prefix) continue;
      if (isKey(key)) objects.push({ key, size });
      else foreign.push(key.slice(prefix.length));
    }
    for (const name of page.folders) {
      const folder = name.slice(cut);
      if (isKey(folder.slice(0, -1))) folders.push(folder);
      else foreign.push(folder.slice(prefix.length));
    }
    next = page.next;
  }
  return { objects, folders, foreign, ...(next !== undefined && { more: true as const }) };
}

type Page = {
  readonly objects: readonly { readonly name: string; readonly size: number }[];
  readonly folders: readonly string[];
  /** How the next page is asked for. */
  readonly next: Readonly<Record<string, string>> | undefined;
};

function readPage(
  client: BucketClient,
  prefix: string,
  from: Readonly<Record<string, string>>,
  { signal }: CallOptions,
): Promise<Page> {
  const query = {
    'list-type': '2',
    delimiter: '/',
    'encoding-type': 'url',
    prefix: keyInBucket(client.options, prefix),
    ...from,
  };
  return client.ask({ method: 'GET', key: '', query, signal }, async (answer) => {
    const root = readXml(await readText(prefix, answer.body, LONGEST_PAGE, client.tuning));
    if (root?.name !== 'ListBucketResult') throw new BucketError(prefix, 'no listing', NOT_S3);
    return pageOf(root);
  });
}

function pageOf(root: Element): Page {
  const decoded = textIn(root, 'EncodingType') === 'url' ? decode : (text: string) => text;
  const objects = root.children
    .filter(({ name }) => name === 'Contents')
    .map((entry) => ({
      name: decoded(textIn(entry, 'Key') ?? ''),
      size: Number(textIn(entry, 'Size') ?? Number.NaN),
    }))
    .filter(({ name, size }) => name.length <= LONGEST_NAME && Number.isSafeInteger(size) && size >= 0);
  const folders = root.children
    .filter(({ name }) => name === 'CommonPrefixes')
    .map((entry) => decoded(textIn(entry, 'Prefix') ?? ''))
    .filter((name) => name.length <= LONGEST_NAME);
  return { objects, folders, next: nextOf(root, objects, folders) };
}

function nextOf(root: Element, objects: Page['objects'], folders: readonly string[]): Page['next'] {
  if (textIn(root, 'IsTruncated') !== 'true') return undefined;
  const token = textIn(root, 'NextContinuationToken');
  if (token !== undefined && token !== '') return { 'continuation-token': token };
  const names = [...objects.map(({ name }) => name), ...folders];
  const last = names.reduce((greatest, name) => (name > greatest ? name : greatest), '');
  return last === '' ? undefined : { 'start-after': last };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    // Not encoded after all: the name is none of ours, and shown as it came.
    return text;
  }
}

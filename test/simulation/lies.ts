import type { Sha256 } from '../../src/shared/vocabulary/ids.ts';
import { OtherBytes } from '../../src/sync/exchange/other-bytes.ts';
import { fetchBlob } from '../../src/sync/exchange/send-blobs.ts';
import { assetOf, versionOf } from '../support/attacker/attacker.ts';
import { canonical, type Fields } from '../support/attacker/canonical.ts';
import { bytesOf, inPlaceOf } from '../support/attacker/hostile.ts';
import { Key } from '../support/attacker/keys.ts';
import { assetBody, versionBody } from '../support/event-maker.ts';
import { shaOfBytes } from '../support/sync/memory-blobs.ts';
import { Liar } from './liar.ts';
import { pick } from './random-values.ts';
import type { SimDevice } from './sim-device.ts';
import type { World } from './world.ts';

type Lie = { readonly weight: number; readonly tell: (world: World, liar: Liar) => Promise<string> };

const LIES: readonly Lie[] = [
  { weight: 8, tell: write },
  { weight: 3, tell: rewrite },
  { weight: 2, tell: hostileObject },
  { weight: 2, tell: foreignObject },
  { weight: 1, tell: forgedHead },
  { weight: 1, tell: otherHub },
  { weight: 1, tell: largeObject },
  { weight: 1, tell: conspire },
  { weight: 3, tell: sameLength },
  { weight: 4, tell: otherFile },
  { weight: 1, tell: wrongReference },
];
const TOTAL = LIES.reduce((sum, { weight }) => sum + weight, 0);

/** One of the devices that lie does one of the things that a hub has to stand. */
export async function lie(world: World): Promise<void> {
  const { random } = world;
  const liar = pick(random, world.liars);
  let at = random.next() * TOTAL;
  for (const { weight, tell } of LIES) {
    at -= weight;
    if (at >= 0) continue;
    world.say(`${liar.name} ${await tell(world, liar)}`);
    return;
  }
}

/**
 * The lies end: the description of the hub is put back, and every liar leaves one history in the hub, whichever it told last. What it
 * destroyed of others, those mend themselves.
 */
export async function endLies(world: World): Promise<void> {
  await world.putBackHub();
  for (const { attacker } of world.liars) await attacker.push(world.store);
}

/** Somebody honest has a file. Says whose it is. */
export async function publish(world: World): Promise<SimDevice> {
  const { random } = world;
  const device = world.anyDevice();
  await device.start();
  const number = random.below(4);
  const sha256 = device.blobs.add(`published ${random.below(1000)} by ${device.name}`);
  const body = { ...assetBody(number), version: { ...versionBody(number), sha256 } };
  await device.commit([{ stream: 'catalog', kind: 'asset-added', body }]);
  return device;
}

/**
 * Once everything has been sent, a byte of every file and of a segment of every honest device becomes another: nothing tells of it but reading what
 * lies there, and nobody but its author can write it again.
 */
export async function damageAll(world: World): Promise<void> {
  const { random, store, devices } = world;
  const contents = [...store.contents()];
  const damaged = contents.filter(([key]) => key.startsWith('blobs/'));
  for (const { id } of devices) {
    const segments = contents.filter(([key]) => key.startsWith(`devices/${id}/`) && key.endsWith('.jsonl'));
    if (segments.length > 0) damaged.push(pick(random, segments));
  }
  for (const [key, bytes] of damaged) {
    await store.put(key, otherByte(bytes, random.below(bytes.length)));
    world.say(`a byte of ${key} becomes another`);
  }
}

async function write({ random, store }: World, liar: Liar): Promise<string> {
  const kinds: string[] = [];
  for (let events = 1 + random.below(4); events > 0; events -= 1) kinds.push(liar.write());
  if (random.chance(0.8)) await liar.attacker.push(store);
  return `writes ${kinds.join()}`;
}

async function rewrite({ store }: World, liar: Liar): Promise<string> {
  liar.rewrite();
  await liar.attacker.push(store);
  return 'tells another history';
}

/** Any bytes in the place of an object of its own. */
async function hostileObject({ random, store }: World, { attacker }: Liar): Promise<string> {
  const what = pick(random, ['head', 'card', 'sealLine'] as const);
  const { catalog } = attacker.journals;
  const genuine = { head: attacker.head(), card: attacker.card(), sealLine: catalog.seal() }[what];
  const [name, content] = pick(random, Object.entries(inPlaceOf(canonical(genuine))));
  await attacker.push(store, { [what]: what === 'sealLine' ? bytesOf(content).toString() : content });
  return `writes ${name} as its ${what}`;
}

/** Any bytes, an older state, or nothing in the place of an object of somebody else. Its own device has to mend it. */
async function foreignObject(world: World): Promise<string> {
  const { random, store } = world;
  const victims = new Set(world.devices.map(({ id }) => id));
  const objects = [...store.contents()].filter(([key]) => victims.has(key.split('/')[1] as never));
  if (objects.length === 0) return 'finds nothing to destroy';
  const [key, bytes] = pick(random, objects);
  const others = objects.filter(([other]) => other !== key);
  const content = pick(random, [
    ...Object.values(inPlaceOf(new TextDecoder().decode(bytes))),
    bytes.subarray(0, random.below(bytes.length + 1)),
    otherByte(bytes, random.below(bytes.length)),
    ...(others.length > 0 ? [pick(random, others)[1]] : []),
  ]);
  if (random.chance(0.2)) await store.remove(key);
  else await store.put(key, bytesOf(content));
  return `destroys ${key}`;
}

/** As many bytes, one of them another. */
function otherByte(bytes: Uint8Array, at: number): Uint8Array {
  const other = bytes.slice();
  other[at] = (bytes[at] ?? 0) ^ 1;
  return other;
}

/** A head that it signs, with members that can't be. */
async function forgedHead({ random, store }: World, { attacker }: Liar): Promise<string> {
  const { sig: _sig, ...head } = attacker.head();
  const more: Fields = pick<Fields>(random, [
    { serial: Number.MAX_SAFE_INTEGER, at: Number.MAX_SAFE_INTEGER },
    { retired: [{ key: 'hub.json', since: 0 }] },
    { bundle: { digest: 'b'.repeat(64), size: 9, objects: 9000, events: 900_000 } },
    { streams: { catalog: {}, activity: {} } },
    { v: 2 },
  ]);
  const forged = canonical(attacker.key.signed('head', { ...head, ...more }));
  await attacker.push(store, { head: forged });
  return `signs a head with ${Object.keys(more).join()}`;
}

/** Another hub's description, its own or none, in the place of the hub's. */
async function otherHub(world: World, { attacker }: Liar): Promise<string> {
  const { random, store, identity } = world;
  if (random.chance(0.5)) {
    await world.putBackHub();
    return 'puts the hub’s description back';
  }
  const mine = canonical(attacker.hubDocument(identity.hub, 'Mine'));
  const [name, content] = pick(random, [
    ['its own', mine] as const,
    ...Object.entries(inPlaceOf(mine)),
    ['none', ''] as const,
  ]);
  await store.put('hub.json', bytesOf(content));
  return `writes a description of the hub: ${name}`;
}

/** Lines and heads that are longer than they may be. */
async function largeObject({ random, store, trueTime }: World, { attacker }: Liar): Promise<string> {
  if (random.chance(0.5)) {
    const body = { name: 'a'.repeat(300_000) };
    attacker.says('hub-renamed', body, { time: trueTime });
    await attacker.push(store);
    return 'writes a line of 300 kB';
  }
  await attacker.push(store, { head: ' '.repeat(2_200_000) });
  return 'writes a head of 2 MB';
}

/** Other bytes in the place of a file: swapped, cut off, zeros, far too many, none. Whoever has it mends it; nobody takes it for the file. */
async function otherFile(world: World): Promise<string> {
  const { random, store } = world;
  const files = [...store.contents()].filter(([key]) => key.startsWith('blobs/'));
  if (files.length === 0 || random.chance(0.2)) {
    const device = await publish(world);
    // Not waited for: the store may stall.
    void device.exchange();
    return `waits for a file, and ${device.name} publishes one`;
  }
  const [key, bytes] = pick(random, files);
  const [, another] = pick(random, files);
  const [what, content] = pick<readonly [string, Uint8Array]>(random, [
    ['another file', another],
    ['one other byte', otherByte(bytes, random.below(bytes.length))],
    ['half of it', bytes.subarray(0, random.below(bytes.length + 1))],
    ['zeros', new Uint8Array(bytes.length)],
    ['2 MB of zeros', new Uint8Array(2 * 1024 * 1024)],
    ['nothing', new Uint8Array()],
  ]);
  if (random.chance(0.15)) await store.remove(key);
  else await store.put(key, content);
  const readers = await readAll(world, key);
  return `writes ${what} in the place of ${key}, which ${readers} read`;
}

/** As many bytes, one of them another, in a segment of somebody else: only who reads it can tell. */
async function sameLength({ random, store, devices }: World): Promise<string> {
  const victims = new Set<string>(devices.map(({ id }) => id));
  const segments = [...store.contents()].filter(
    ([key]) => key.endsWith('.jsonl') && victims.has(key.split('/')[1] ?? ''),
  );
  if (segments.length === 0) return 'finds nothing to alter';
  const [key, bytes] = pick(random, segments);
  await store.put(key, otherByte(bytes, random.below(bytes.length)));
  return `alters a byte of ${key}`;
}

/** Honest devices that don't have it fetch what lies there, with any size that somebody may have said. */
async function readAll({ random, devices, store, trueTime }: World, key: string): Promise<number> {
  const sha256 = key.slice(key.lastIndexOf('/') + 1) as Sha256;
  const readers = devices.filter(({ blobs }) => !blobs.kept.has(sha256));
  for (const { blobs } of readers) {
    const size = random.chance(0.5) ? { is: random.below(40) } : { atMost: random.below(4000) };
    const looks = { others: new OtherBytes(), now: trueTime };
    const outcome = await fetchBlob(store, blobs, sha256, size, looks);
    const kept = blobs.kept.get(sha256);
    const isWhole = kept !== undefined && shaOfBytes(kept) === sha256;
    if ((outcome === 'stored') !== isWhole) throw new Error(`${outcome}, and what is kept is not that`);
    // What was read here is for this look only: nobody but its author sends it again.
    blobs.kept.delete(sha256);
  }
  return readers.length;
}

/** Versions that name files of others or none, in another size or kind than they have. */
async function wrongReference({ random, store, trueTime }: World, { attacker }: Liar): Promise<string> {
  const names = [...store.contents().keys()].flatMap((key) => /^blobs\/..\/(.*)$/.exec(key)?.[1] ?? []);
  const sha256 = pick(random, [...names, 'a'.repeat(64)]);
  const size = pick(random, [0, 1, 2 ** 31, Number.MAX_SAFE_INTEGER]);
  const more = {
    sha256,
    size,
    ...(random.chance(0.5) && { text: { state: 'searchable' }, textBlob: sha256 }),
  };
  const name = `File ${random.below(4)}`;
  attacker.says('asset-added', assetOf(name, versionOf(name, name, more)), { time: trueTime });
  await attacker.push(store);
  return `names ${sha256.slice(0, 8)} with ${size} bytes`;
}

/** Two of them vouch for each other, or one claims to be a further device of somebody. */
async function conspire(world: World, liar: Liar): Promise<string> {
  const { random } = world;
  if (world.liars.length >= 4) return 'finds nobody to conspire with';
  const next = new Liar(world, world.liars.length);
  const { attacker } = next;
  attacker.journals.catalog.backTo(0);
  const member = pick(random, [liar.member, world.anyDevice().member]);
  const by = random.chance(0.5) ? liar.attacker.key : Key.named(`invitation ${random.below(3)}`);
  attacker.isVouched(member, by, random.chance(0.5) ? 'device' : 'invite', {
    time: random.below(world.trueTime),
  });
  world.liars.push(next);
  await attacker.push(world.store);
  return `brings ${next.name} as a device of ${member}`;
}

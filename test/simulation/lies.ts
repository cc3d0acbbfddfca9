import { canonical, type Fields } from '../support/attacker/canonical.ts';
import { bytesOf, inPlaceOf } from '../support/attacker/hostile.ts';
import { Key } from '../support/attacker/keys.ts';
import { Liar } from './liar.ts';
import { pick } from './random-events.ts';
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

import type { AssetSummary } from '../../contract/assets.ts';
import type { FlightCheck, FlightItem, FlightTrouble } from '../../contract/calls.ts';
import type { Instead } from '../../contract/gate.ts';
import { assetOfVersion } from '../../domain/assets/asset-selectors.ts';
import { timeZoneOf } from '../../domain/people/people-selectors.ts';
import type { VersionState } from '../../domain/versions/version-state.ts';
import { dayIn } from '../../shared/day.ts';
import { inParallel } from '../../shared/in-parallel.ts';
import { says } from '../../shared/says/says.ts';
import { FLIGHT_PROBLEMS } from '../../shared/vocabulary/calls.ts';
import { versionOf } from '../assets/versions.ts';
import { whyHeld } from '../gate/gate-messages.ts';
import { insteadOf } from '../gate/instead.ts';
import { callOf } from './call-view.ts';
import type { KeptCall, KeptItem } from './kept-calls.ts';
import type { WithCalls } from './with-calls.ts';

/** Files that are read at once: a disk that waits for one is asked for the next. */
const AT_ONCE = 4;

/**
 * Proves the pack of a call: that each of it may be shown to customers at the call's time, is the current version, and that its file lies on this
 * device byte by byte as it was published and opens. Every file is read whole; the network is asked nothing. Throws `Refusal` NOT_FOUND.
 */
export async function checkFlight(replica: WithCalls, id: string): Promise<FlightCheck> {
  const { clock } = replica.ports;
  const began = clock.now();
  const call = callOf(replica, id);
  const items = new Map<string, FlightItem>();
  await inParallel(call.pack, AT_ONCE, async (item) => {
    items.set(item.asset, await flightItem(replica, call, item));
  });
  const inOrder = call.pack.flatMap(({ asset }) => items.get(asset) ?? []);
  return {
    ready: inOrder.length > 0 && inOrder.every(({ ok }) => ok),
    items: inOrder,
    ms: Math.max(0, clock.now() - began),
  };
}

async function flightItem(replica: WithCalls, call: KeptCall, item: KeptItem): Promise<FlightItem> {
  const asset = replica.summaries.seen(item.asset);
  const version = versionIn(replica, asset, item);
  const problems: FlightTrouble[] =
    asset === undefined || version === undefined
      ? [{ code: 'gone', says: says('calls.gone'), fix: 'remove' }]
      : [
          ...(await heldBack(replica, asset, item)),
          ...(await expiring(replica, asset, call)),
          ...(await onDisk(replica, version)),
        ];
  problems.sort((a, b) => FLIGHT_PROBLEMS.indexOf(a.code) - FLIGHT_PROBLEMS.indexOf(b.code));
  const { title } = asset ?? item;
  return { asset: item.asset, title, version: item.version, ok: problems.length === 0, problems };
}

/** The version that goes into the call, where it still is one of the asset. */
function versionIn(
  { catalog }: WithCalls,
  asset: AssetSummary | undefined,
  item: KeptItem,
): VersionState | undefined {
  return asset !== undefined && assetOfVersion(catalog, item.version) === asset.id
    ? versionOf({ catalog }, item.version)
    : undefined;
}

/** What the gate holds back of what goes to a customer. */
async function heldBack(replica: WithCalls, asset: AssetSummary, item: KeptItem): Promise<FlightTrouble[]> {
  const { reasons, instead } = await replica.gate.standing(replica, item.version, 'send');
  return reasons.map((code): FlightTrouble => {
    const told = { code, says: whyHeld(code, asset.recall) };
    if (code === 'superseded') return { ...told, fix: 'use-current' };
    return { ...told, ...otherwise(instead?.asset === asset.id ? undefined : instead) };
  });
}

/** What may be shown today, but not on the day of the call. */
async function expiring(replica: WithCalls, asset: AssetSummary, call: KeptCall): Promise<FlightTrouble[]> {
  const { expiresOn, state } = asset;
  const day = dayIn(call.at, timeZoneOf(replica.catalog));
  if (expiresOn === null || expiresOn >= day || state === 'expired') return [];
  const instead = await insteadOf(replica, asset, 'send');
  const lasts = instead && (replica.summaries.seen(instead.asset)?.expiresOn ?? day) >= day;
  return [
    {
      code: 'expires-before',
      says: says('calls.expires-before', { day: expiresOn }),
      ...otherwise(lasts ? instead : undefined),
    },
  ];
}

/** Whether the file is here, is the one that was published, and opens. */
async function onDisk(replica: WithCalls, { body }: VersionState): Promise<FlightTrouble[]> {
  const { home, extractor } = replica.ports;
  const state = await home.blobs.check(body.sha256);
  // Where there is no hub nobody else has the file.
  const fix = replica.offline.linked ? 'fetch' : 'remove';
  if (state === 'missing') return [{ code: 'missing', says: says('calls.missing'), fix }];
  if (state === 'damaged') return [{ code: 'altered', says: says('calls.altered'), fix }];
  // Bytes that are those of the publication could be read there; what nobody could open with them, nobody can here.
  const locked = body.text.state === 'not' && body.text.reason === 'encrypted';
  const opening = await extractor.opening(home.blobs.path(body.sha256), body.fileName);
  const opens = opening.opens || opening.reason === 'kind' || opening.reason === 'macros';
  return locked || !opens ? [{ code: 'unreadable', says: says('calls.unreadable'), fix: 'remove' }] : [];
}

function otherwise(instead: Instead | undefined): Pick<FlightTrouble, 'fix' | 'instead'> {
  return instead === undefined ? { fix: 'remove' } : { fix: 'replace', instead };
}

import { vouchText } from '../../domain/people/vouch.ts';
import type { EventDraft } from '../../domain/registry.ts';
import { STREAMS, type Stream } from '../../shared/vocabulary/device.ts';
import type { DeviceId, MemberId } from '../../shared/vocabulary/ids.ts';
import { formatHlc, HLC_ZERO, observeHlc } from '../../sync/clock/hlc.ts';
import { findForkPoints } from '../../sync/exchange/fork-points.ts';
import { parseEvent } from '../../sync/journal/journal-chain.ts';
import {
  ALWAYS_NAMED,
  type EventToCommit,
  type JournalEvent,
  type Over,
  stampOf,
} from '../../sync/journal/journal-event.ts';
import { toCommit } from '../live/to-commit.ts';
import type { Renewal } from '../ports/replica-home.ts';
import { deviceName } from '../session/session.ts';
import type { WithHub } from './with-hub.ts';

/**
 * What this device does when the hub holds another history of it than is here (a backup was put back, or the data folder was copied): it takes
 * a new identity that the old key vouches for, and writes anew what the hub does not have, so that nothing that was confirmed is lost.
 * `undefined` while the hub's history can't be read, or where nobody has said whose device this is.
 */
export async function planRenewal(replica: WithHub): Promise<Renewal | undefined> {
  const { catalog, link, ports } = replica;
  const { store } = link;
  const self = catalog.selfId();
  if (store === undefined || self === undefined) return undefined;
  const { journals } = catalog.replica;
  const points = await findForkPoints(store, journals, ports.crypto);
  if (points === undefined) return undefined;
  const unsent: EventToCommit[] = [];
  let last = HLC_ZERO;
  for (const device of journals.devices())
    for (const stream of STREAMS) last = observeHlc(last, journals.head(device, stream).hlc);
  for (const stream of STREAMS) {
    for await (const line of journals.lines(journals.device, stream, points[stream])) {
      const event = parseEvent(line.text);
      if (event !== undefined) unsent.push(anew(stream, event));
    }
  }
  const name = deviceName(ports);
  return {
    deviceName: name,
    member: self,
    after: formatHlc(last),
    keep: points,
    events: ({ device, publicKey, sign }) => [
      ...toCommit([vouching(self, journals.device, { device, name, publicKey, sign })]),
      ...unsent,
    ],
  };
}

/** An event once more, behind what it stood behind and where it stood itself. */
function anew(stream: Stream, event: JournalEvent): EventToCommit {
  const stamp = stampOf(event);
  const over = [
    { ref: stamp, key: stamp },
    ...(event.after ?? []).map((ref): Over => ({ ref, key: ALWAYS_NAMED })),
  ];
  return { stream, kind: event.kind, body: event.body, over };
}

function vouching(
  member: MemberId,
  old: DeviceId,
  renewed: { device: DeviceId; name: string; publicKey: string; sign: (text: string) => string },
): EventDraft {
  const { device, name, publicKey, sign } = renewed;
  return {
    kind: 'device-vouched',
    body: { device, name, publicKey, member, by: { device: old }, sig: sign(vouchText(device, member)) },
  };
}

import type { JoiningHeld, JoinProgress } from '../../contract/hub.ts';
import { allAssets } from '../../domain/assets/asset-selectors.ts';
import { hubOf, whoIsWho } from '../../domain/people/people-selectors.ts';
import type { PlaceKind } from '../../shared/hub-location.ts';
import { says } from '../../shared/says/says.ts';
import type { DeviceId } from '../../shared/vocabulary/ids.ts';
import type { ExchangeProgress, ExchangeReport } from '../../sync/exchange/exchange-report.ts';
import type { BasePorts } from '../base/base-ports.ts';
import { CancellationSource } from '../base/cancellation-source.ts';
import type { Changes } from '../live/changes.ts';
import type { LiveCatalog } from '../live/live-catalog.ts';
import { openCatalog } from '../live/open-catalog.ts';
import type { HubPlace } from '../ports/hub-places.ts';
import { SeenState } from '../seen/seen-state.ts';
import { heldByDescription, heldByMissing, heldByPlace, heldUp, objectsIn, placeMet } from './held-up.ts';
import { HubLink } from './hub-link.ts';
import { type HubName, type Joining, saveJoining } from './hub-settings.ts';
import { comeIn, isPending, nameOf, sayImpostor } from './join-hub.ts';
import { lookAtPlace } from './look-at-place.ts';

/** How an attempt to come in ended: in, held up for now, or there is another hub at the place than the one that was begun with. */
export type Attempt =
  | { readonly outcome: 'in' }
  | { readonly outcome: 'held'; readonly held: JoiningHeld }
  | { readonly outcome: 'other-hub' };

type Contact = { readonly catalog: LiveCatalog; readonly link: HubLink };

/**
 * Receives the hub into the replica of somebody who joins, and lets them in once it is here. May be tried as often as needed and broken off at any
 * time: what was received stays.
 */
export class FirstContact {
  readonly #ports: BasePorts;
  readonly #changes: Changes;
  readonly #stop = new CancellationSource();
  #joining: Joining;
  #contact: Contact | undefined;

  constructor(ports: BasePorts, changes: Changes, joining: Joining) {
    this.#ports = ports;
    this.#changes = changes;
    this.#joining = joining;
  }

  /** Who is on their way in, with the hub as soon as it is known. */
  get joining(): Joining {
    return this.#joining;
  }

  /** Tries once. `anyway`: also with only a part of the hub. One call at a time. Throws `Refusal` where the code does not fit. */
  async attempt(place: HubPlace, anyway: boolean, tell: (progress: JoinProgress) => void): Promise<Attempt> {
    tell({ phase: 'looking', ...NOTHING_YET });
    const known = await this.#known(place);
    if ('outcome' in known) return known;
    const { catalog, link } = await this.#open();
    let last: JoinProgress = { phase: 'receiving', ...NOTHING_YET };
    const { kind } = place.location;
    const report = await link.exchange(this.#stop.signal, (progress) => {
      last = stepOf(progress, last);
      tell(last);
    });
    if (report?.reason === 'other-hub') return { outcome: 'other-hub' };
    const held = this.#heldUp(report, known, catalog, kind);
    if (held !== undefined && !(anyway && held.mayStart)) return { outcome: 'held', held };
    tell({ ...last, phase: 'reading', assets: usableAssets(catalog) });
    if (report !== undefined) await SeenState.cameIn(this.#ports.home.local, placeMet(report));
    const came = await comeIn(
      this.#ports,
      catalog,
      { ...this.#joining, hub: known },
      { kind, exchange: () => link.exchange(), anyway },
    );
    switch (came) {
      case 'in':
        return { outcome: 'in' };
      case 'not-accepted':
        return heldFor(heldByPlace('not-accepted', says('hub.other-device-accepts')));
      case 'not-heard': {
        const why = says(`${kind}.joining-read-only`, { device: catalog.replica.device });
        return heldFor({ ...heldByPlace('denied', why), mayStart: true });
      }
    }
  }

  /** Whether more was written here than that the person joins: then nothing of it may be thrown away. */
  async hasOwnWork(): Promise<boolean> {
    const { replica } = (await this.#open()).catalog;
    const { journals, device } = replica;
    return journals.head(device, 'catalog').seq > 1 || journals.head(device, 'activity').seq > 0;
  }

  /** What came of this device's first word to the hub, which can't be said again: with a code it may wait, or come to nothing. */
  async firstWord(): Promise<'unsaid' | 'counts' | 'waits' | 'lost'> {
    const { catalog } = await this.#open();
    const { journals, device } = catalog.replica;
    if (journals.head(device, 'catalog').seq === 0) return 'unsaid';
    if (catalog.selfId() !== undefined) return 'counts';
    return isPending(catalog) ? 'waits' : 'lost';
  }

  /** The device that comes in. */
  async ownDevice(): Promise<DeviceId> {
    return (await this.#open()).catalog.replica.device;
  }

  /** Ends what runs and lets go of the replica. */
  async close(): Promise<void> {
    this.#stop.cancel();
    const contact = this.#contact;
    this.#contact = undefined;
    await contact?.catalog.close();
    await contact?.catalog.replica.close();
  }

  /** The hub that is joined; looked for at the place while its description has not been read. */
  async #known(place: HubPlace): Promise<HubName | Attempt> {
    const { hub } = this.#joining;
    if (hub !== undefined) return hub;
    const found = await lookAtPlace(place, this.#ports.crypto);
    if (found.found === 'unusable') return heldFor(heldByPlace('place', found.says));
    if (found.found !== 'hub') return heldFor(heldByDescription(place.location.kind));
    const impostor = sayImpostor(this.#joining.who, found.hub, this.#ports.crypto);
    if (impostor !== undefined) return heldFor(heldByPlace('other-hub', impostor));
    this.#joining = { ...this.#joining, hub: nameOf(found.hub) };
    await saveJoining(this.#ports.home, this.#joining);
    return nameOf(found.hub);
  }

  #heldUp(
    report: ExchangeReport | undefined,
    hub: HubName,
    catalog: LiveCatalog,
    kind: PlaceKind,
  ): JoiningHeld | undefined {
    const ids = { founder: hub.founder, device: catalog.replica.device };
    const held = heldUp(report, ids, hubOf(catalog) !== undefined, kind);
    const { code } = this.#joining.who;
    if (held !== undefined || report === undefined || code === undefined) return held;
    // The code's own device may be among what is still on its way.
    const signer = this.#ports.inviteCodes.signerOf(code);
    const isShown = [...whoIsWho(catalog).invites.values()].some(
      ({ publicKey }) => publicKey === signer?.publicKey,
    );
    if (signer === undefined || isShown) return undefined;
    const objects = objectsIn(report);
    return objects.missing === 0 ? undefined : heldByMissing(objects, false, kind);
  }

  async #open(): Promise<Contact> {
    if (this.#contact !== undefined) return this.#contact;
    const catalog = await openCatalog(this.#ports, this.#changes);
    try {
      this.#contact = { catalog, link: await HubLink.open(this.#ports, catalog, this.#changes) };
      return this.#contact;
    } catch (error) {
      await catalog.replica.close();
      throw error;
    }
  }
}

const NOTHING_YET = { done: 0, total: 0, bytes: 0, assets: 0 };

function heldFor(why: JoiningHeld): Attempt {
  return { outcome: 'held', held: why };
}

function stepOf(progress: ExchangeProgress, last: JoinProgress): JoinProgress {
  if (progress.phase !== 'receiving') return last;
  const { devices, of, bytes } = progress;
  return { phase: 'receiving', done: devices, total: of, bytes, assets: 0 };
}

function usableAssets(catalog: LiveCatalog): number {
  let count = 0;
  for (const { added, fields } of allAssets(catalog))
    if (added !== undefined && fields.status?.value === 'published') count += 1;
  return count;
}

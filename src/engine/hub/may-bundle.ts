import { ownerOfDevice, roleOf } from '../../domain/people/people-selectors.ts';
import { may } from '../../domain/people/permissions.ts';
import type { CatalogState } from '../../domain/registry.ts';
import type { ExchangeReport } from '../../sync/exchange/exchange-report.ts';

/** Devices that wrote nothing for longer are not waited for. Milliseconds. */
const SEEN_WITHIN_MS = 7 * 24 * 60 * 60 * 1000;

/** Who is who, as this device sees it. */
type Seen = {
  readonly state: Pick<CatalogState, 'membership'>;
  readonly replica: { readonly device: string };
};

/** What an exchange saw of the hub's devices. */
type Met = { readonly devices: readonly Pick<ExchangeReport['devices'][number], 'device' | 'writtenAt'>[] };

/**
 * Whether it is for this device to pack the hub for those who come next: of the devices of leads and marketers that wrote within the last week
 * the one with the smallest id, so that usually one does it.
 */
export function mayBundle(catalog: Seen, report: Met | undefined, now: number): boolean {
  const self = catalog.replica.device;
  const looksAfterContent = (device: string): boolean => {
    const member = ownerOfDevice(catalog, device);
    const role = member === undefined ? undefined : roleOf(catalog, member);
    return role !== undefined && may(role, 'edit');
  };
  if (!looksAfterContent(self)) return false;
  return !(report?.devices ?? []).some(
    ({ device, writtenAt = 0 }) =>
      device < self && Math.abs(now - writtenAt) < SEEN_WITHIN_MS && looksAfterContent(device),
  );
}

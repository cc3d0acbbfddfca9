import { t } from '@lingui/core/macro';
import type { DeviceSync } from '../../../../contract/hub.ts';
import { say } from '../../../../words/say.ts';
import boxed from '../../../ui/boxed-table.module.css';
import { Pill } from '../../../ui/pill.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import styles from './sync-screen.module.css';
import { standingWord } from './sync-words.ts';

/** This device first, then those that something is the matter with, then who wrote last. */
function byNeed(a: DeviceSync, b: DeviceSync): number {
  const needs = (device: DeviceSync): number =>
    device.self ? 2 : device.behind > 0 || device.trouble !== undefined ? 1 : 0;
  return needs(b) - needs(a) || (b.seenAt ?? 0) - (a.seenAt ?? 0) || a.name.localeCompare(b.name);
}

/** Every device of the hub: whose it is, when it wrote last, how far behind it is here, and why. */
export function DevicesTable({
  devices,
  exchangedAt,
}: {
  readonly devices: readonly DeviceSync[];
  /** When this device exchanged last. */
  readonly exchangedAt: number | undefined;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={boxed.box} aria-label={t`Table of devices`} tabIndex={0}>
      <table className={`${boxed.table} ${styles.table}`}>
        <thead>
          <tr>
            <th scope="col">{t`Device`}</th>
            <th scope="col">{t`Person`}</th>
            <th scope="col">{t`Last seen`}</th>
            <th scope="col">{t`Here`}</th>
          </tr>
        </thead>
        <tbody>
          {[...devices].sort(byNeed).map((device) => (
            <DeviceRow key={device.id} device={device} seenAt={device.self ? exchangedAt : device.seenAt} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function DeviceRow({ device, seenAt }: { readonly device: DeviceSync; readonly seenAt: number | undefined }) {
  const { word, tone } = standingWord(device);
  return (
    <tr>
      <th scope="row" title={device.id}>
        {device.name}
      </th>
      <td>{device.member?.name ?? <span className={styles.quiet}>{t`Nobody yet`}</span>}</td>
      <td>
        {seenAt === undefined ? (
          <span className={styles.quiet}>{t`Not yet`}</span>
        ) : (
          <RelativeTime at={seenAt} />
        )}
      </td>
      <td>
        <Pill tone={tone}>{word}</Pill>
        {device.says !== undefined && <span className={styles.why}>{say(device.says)}</span>}
      </td>
    </tr>
  );
}

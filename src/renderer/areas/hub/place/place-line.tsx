import { IconDatabase, IconFolder } from '@tabler/icons-react';
import { type HubLocation, locationText } from '../../../../shared/hub-location.ts';
import styles from './hub.module.css';

/** A place as people know it. */
export function PlaceLine({ location }: { readonly location: HubLocation }) {
  const Drawn = location.kind === 'folder' ? IconFolder : IconDatabase;
  return (
    <p className={styles.place}>
      <Drawn size={18} stroke={1.6} aria-hidden />
      <span>{locationText(location)}</span>
    </p>
  );
}

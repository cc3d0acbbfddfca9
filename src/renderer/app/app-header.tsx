import { t } from '@lingui/core/macro';
import { CallContextPill } from '../areas/calls/call-context-pill.tsx';
import { SearchField } from '../areas/search/field/search-field.tsx';
import { TrayButton } from '../areas/tray/tray-button.tsx';
import styles from './app-shell.module.css';

/** The one search field and the call that one prepares for. */
export function AppHeader() {
  return (
    // Not a header element: that would be a banner, and so is the header of every dialog.
    <section className={styles.header} aria-label={t`Search and call`}>
      <SearchField />
      <TrayButton />
      <CallContextPill />
    </section>
  );
}

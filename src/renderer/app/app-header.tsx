import { CallContextPill } from '../features/call-context/call-context-pill.tsx';
import styles from './app-shell.module.css';
import { SearchField } from './search-field.tsx';

/** The one search field and the call that one prepares for. */
export function AppHeader() {
  return (
    // Not a header element: that would be a banner, and so is the header of every dialog.
    <section className={styles.header} aria-label="Search and call">
      <SearchField />
      <CallContextPill />
    </section>
  );
}

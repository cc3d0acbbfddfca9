import { CallContextPill } from '../features/call-context/call-context-pill.tsx';
import styles from './app-shell.module.css';
import { SearchField } from './search-field.tsx';

/** The one search field and the call that one prepares for. */
export function AppHeader() {
  return (
    <header className={styles.header}>
      <SearchField />
      <CallContextPill />
    </header>
  );
}

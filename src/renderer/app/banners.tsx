import styles from './app-shell.module.css';

/** What one should know at the moment, above the screen. */
export function Banners() {
  return <div className={styles.banner} />;
}

import { Outlet } from '@tanstack/react-router';
import { Commands } from '../commands/commands.tsx';
import { ConnectBucket } from '../features/exchange/connect-bucket.tsx';
import { GateDialog } from '../features/gate/gate-dialog.tsx';
import { ShareDialog } from '../features/hub/share-hub.tsx';
import { RequestDrawer } from '../features/requests/request-drawer.tsx';
import { useTellOfRequestNews } from '../features/requests/use-request-news.ts';
import { AppHeader } from './app-header.tsx';
import { AppRail } from './app-rail.tsx';
import styles from './app-shell.module.css';
import { Banners } from './banners.tsx';
import { DropOverlay } from './drop-overlay.tsx';

/** Rail, header and a screen; with the things that work from anywhere. */
export function AppShell() {
  useTellOfRequestNews();
  return (
    <>
      <button type="button" className={styles.skip} onClick={focusMain}>
        Skip to the content
      </button>
      <div className={styles.shell}>
        <AppRail />
        <AppHeader />
        <Banners />
        <main className={styles.main} id="main" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <RequestDrawer />
      <ShareDialog />
      <ConnectBucket />
      <GateDialog />
      <Commands />
      <DropOverlay />
    </>
  );
}

function focusMain(): void {
  document.getElementById('main')?.focus();
}

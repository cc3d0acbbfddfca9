import { t } from '@lingui/core/macro';
import { Outlet } from '@tanstack/react-router';
import { RecallDialog } from '../areas/assets/recall-dialog.tsx';
import { StepDialog } from '../areas/assets/step-dialog.tsx';
import { PrepareDialog } from '../areas/calls/prepare-dialog.tsx';
import { useTellOfCalls } from '../areas/calls/use-reminders.ts';
import { GateDialog } from '../areas/gate/gate-dialog.tsx';
import { ShareDialog } from '../areas/hub/place/share-hub.tsx';
import { ConnectBucket } from '../areas/hub/sync/connect-bucket.tsx';
import { AddToKitDialog } from '../areas/kits/add-to-kit-dialog.tsx';
import { KitStepDialog } from '../areas/kits/kit-step-dialog.tsx';
import { MakeKitDialog } from '../areas/kits/make-kit-dialog.tsx';
import { useTellOfKitProposals } from '../areas/kits/use-kit-proposals.ts';
import { ImportDialog } from '../areas/metadata/import-dialog.tsx';
import { useAfterPresenting } from '../areas/presenting/after-presenting.ts';
import { PresentDialog } from '../areas/presenting/present-dialog.tsx';
import { DeclineDialog } from '../areas/proposals/decline-dialog.tsx';
import { ProposeDialog } from '../areas/proposals/propose-dialog.tsx';
import { useTellOfProposals } from '../areas/proposals/use-proposals.ts';
import { DropOverlay } from '../areas/publish/drop-overlay.tsx';
import { RequestDrawer } from '../areas/requests/request-drawer.tsx';
import { useTellOfRequestNews } from '../areas/requests/use-request-news.ts';
import { LedgerDialog } from '../areas/sends/ledger-dialog.tsx';
import { SendDrawer } from '../areas/sends/send-drawer.tsx';
import { TrayDrawer } from '../areas/tray/tray-drawer.tsx';
import { LinkDialog } from '../areas/variants/link-dialog.tsx';
import { useTellSpokenLanguages } from '../areas/variants/use-preferred-languages.ts';
import { AppHeader } from './app-header.tsx';
import { AppRail } from './app-rail.tsx';
import styles from './app-shell.module.css';
import { Banners } from './banners.tsx';
import { Commands } from './commands.tsx';

/** Rail, header and a screen; with the things that work from anywhere. */
export function AppShell() {
  useTellSpokenLanguages();
  useTellOfRequestNews();
  useTellOfProposals();
  useTellOfKitProposals();
  useTellOfCalls();
  useAfterPresenting();
  return (
    <>
      <button type="button" className={styles.skip} onClick={focusMain}>{t`Skip to the content`}</button>
      <div className={styles.shell}>
        <AppRail />
        <AppHeader />
        <Banners />
        <main className={styles.main} id="main" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <RequestDrawer />
      <SendDrawer />
      <TrayDrawer />
      <LedgerDialog />
      <PresentDialog />
      <PrepareDialog />
      <ImportDialog />
      <ShareDialog />
      <ConnectBucket />
      <GateDialog />
      <RecallDialog />
      <StepDialog />
      <AddToKitDialog />
      <MakeKitDialog />
      <KitStepDialog />
      <ProposeDialog />
      <DeclineDialog />
      <LinkDialog />
      <Commands />
      <DropOverlay />
    </>
  );
}

function focusMain(): void {
  document.getElementById('main')?.focus();
}

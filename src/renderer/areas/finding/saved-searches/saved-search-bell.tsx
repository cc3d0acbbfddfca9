import { plural, t } from '@lingui/core/macro';
import { IconBell } from '@tabler/icons-react';
import { useState } from 'react';
import type { SavedSearch } from '../../../../contract/finding.ts';
import type { KitProposal } from '../../../../contract/kits.ts';
import type { Proposal } from '../../../../contract/proposals.ts';
import { Note } from '../../../ui/note.tsx';
import { PopOver } from '../../../ui/pop-over.tsx';
import { RailCount } from '../../../ui/rail-count.tsx';
import rail from '../../../ui/rail-item.module.css';
import { KitProposalNews } from '../../kits/kit-proposal-news.tsx';
import { useKitProposalNews } from '../../kits/use-kit-proposals.ts';
import { ProposalNews } from '../../proposals/proposal-news.tsx';
import { useProposalNews, useWaitingProposals } from '../../proposals/use-proposals.ts';
import { SavedSearchList } from './saved-search-list.tsx';
import styles from './saved-searches.module.css';
import { SharedViewList } from './shared-view-list.tsx';
import { useOpenSaved, useSavedSearches } from './use-saved-searches.ts';
import { useOpenView, useSharedViews } from './use-shared-views.ts';

/** The rail's bell: how much is new in saved searches, and which. */
export function SavedSearchBell() {
  const { searches, fresh } = useSavedSearches();
  const [open, setOpen] = useState(false);
  const proposals = [...useWaitingProposals(), ...useProposalNews()];
  const kits = useKitProposalNews();
  const withNew = searches.filter((search) => search.fresh > 0);
  const first = withNew[0];
  const news =
    first === undefined
      ? t`Saved searches: nothing new`
      : withNew.length === 1
        ? t`Saved searches: ${fresh} new in “${{ name: first.name }}”`
        : t`Saved searches: ${fresh} new in ${{ searches: withNew.length }} searches`;
  const count = proposals.length + kits.length;
  const proposed = plural(count, { one: '# proposal', other: '# proposals' });
  const told = count === 0 ? news : `${news}, ${proposed}`;
  return (
    <PopOver
      opened={open}
      onClose={() => setOpen(false)}
      label={t`Saved searches`}
      position="right-end"
      target={
        <button
          type="button"
          className={`${rail.tall} ${styles.bell}`}
          title={told}
          aria-label={told}
          aria-haspopup="dialog"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <IconBell size={22} stroke={1.6} aria-hidden />
          {t`Saved`}
          <RailCount count={fresh + count} />
        </button>
      }
    >
      <BellPanel searches={searches} proposals={proposals} kits={kits} onDone={() => setOpen(false)} />
    </PopOver>
  );
}

/** Saved searches, and below them the views that leads share. */
function BellPanel({
  searches,
  proposals,
  kits,
  onDone,
}: {
  readonly searches: readonly SavedSearch[];
  readonly proposals: readonly Proposal[];
  readonly kits: readonly KitProposal[];
  readonly onDone: () => void;
}) {
  const show = useOpenSaved();
  const views = useSharedViews();
  const openView = useOpenView();
  return (
    <div className={styles.panel}>
      <ProposalNews proposals={proposals} onDone={onDone} />
      <KitProposalNews proposals={kits} onDone={onDone} />
      <h2 className={styles.heading}>{t`Saved searches`}</h2>
      {searches.length === 0 ? (
        <Note>{t`None yet. Search for something and choose ‘Save search’: the bell shows new results.`}</Note>
      ) : (
        <SavedSearchList
          searches={searches}
          onOpen={(saved) => {
            onDone();
            void show(saved);
          }}
        />
      )}
      <p className={styles.foot}>{t`Kept on this device only.`}</p>
      {views.length > 0 && (
        <>
          <h2 className={styles.heading}>{t`Shared views`}</h2>
          <SharedViewList
            views={views}
            onOpen={(view) => {
              onDone();
              openView(view);
            }}
          />
        </>
      )}
    </div>
  );
}

import { t } from '@lingui/core/macro';
import { Link } from '@tanstack/react-router';
import type { KitProposal } from '../../../contract/kits.ts';
import styles from './kits.module.css';
import { kitAnswerSentence, seeKitProposals } from './use-kit-proposals.ts';

type Props = { readonly proposals: readonly KitProposal[]; readonly onDone: () => void };

/** In the bell: what became of kits that one proposed; nothing where nobody has answered. */
export function KitProposalNews({ proposals, onDone }: Props) {
  if (proposals.length === 0) return null;
  return (
    <section aria-label={t`Proposed kits`}>
      {proposals.map((proposal) => (
        <Answered key={proposal.id} proposal={proposal} onDone={onDone} />
      ))}
    </section>
  );
}

/** Leads to the kit that it became, or to one's own kits. */
function Answered({ proposal, onDone }: { readonly proposal: KitProposal; readonly onDone: () => void }) {
  const { kit, reason } = proposal;
  const leave = (): void => {
    seeKitProposals([proposal]);
    onDone();
  };
  const words = (
    <>
      {kitAnswerSentence(proposal)}
      {reason !== undefined && <span className={styles.quiet}> {reason}</span>}
    </>
  );
  return kit === undefined ? (
    <Link to="/library/kits" className={styles.newsLink} onClick={leave}>
      {words}
    </Link>
  ) : (
    <Link to="/library/kits/$kitId" params={{ kitId: kit }} className={styles.newsLink} onClick={leave}>
      {words}
    </Link>
  );
}

import { plural, t } from '@lingui/core/macro';
import { Link } from '@tanstack/react-router';
import type { Proposal } from '../../../contract/proposals.ts';
import styles from './proposals.module.css';
import { answerSentence, see } from './use-proposals.ts';

type Props = { readonly proposals: readonly Proposal[]; readonly onDone: () => void };

/** In the bell: what colleagues propose, and what became of one's own proposals; nothing where there is none. */
export function ProposalNews({ proposals, onDone }: Props) {
  if (proposals.length === 0) return null;
  const answered = proposals.filter(({ mine, answer }) => mine && answer !== 'open');
  const waiting = proposals.length - answered.length;
  return (
    <section aria-label={t`Proposals`} className={styles.news}>
      <h2 className={styles.newsTitle}>{t`Proposals`}</h2>
      {waiting > 0 && (
        <Link to="/reviews" className={styles.newsLink} onClick={onDone}>
          {plural(waiting, {
            one: '# file proposed by a colleague',
            other: '# files proposed by colleagues',
          })}
        </Link>
      )}
      {answered.map((proposal) => (
        <Answered key={proposal.id} proposal={proposal} onDone={onDone} />
      ))}
    </section>
  );
}

/** What became of one: leads to what it is now, or to where one's own requests stand. */
function Answered({ proposal, onDone }: { readonly proposal: Proposal; readonly onDone: () => void }) {
  const { asset, reason } = proposal;
  const leave = (): void => {
    void see([proposal]);
    onDone();
  };
  const words = (
    <>
      {answerSentence(proposal)}
      {reason !== undefined && <span className={styles.why}>{reason}</span>}
    </>
  );
  return asset === undefined ? (
    <Link to="/" className={styles.newsLink} onClick={leave}>
      {words}
    </Link>
  ) : (
    <Link to="/asset/$assetId" params={{ assetId: asset.asset }} className={styles.newsLink} onClick={leave}>
      {words}
    </Link>
  );
}

import { t } from '@lingui/core/macro';
import { Button, Modal } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { KitProposal } from '../../../contract/kits.ts';
import { markedName } from '../../../words/new-members.ts';
import { useSession } from '../../base/use-session.ts';
import { DeclineForm } from '../../ui/decline-form.tsx';
import { itemsText } from './kit-words.ts';
import styles from './kits.module.css';
import { adoptKit, declineKit, useProposedKits } from './use-kit-proposals.ts';

/** Kits that reps propose, to be adopted or declined; nothing where there are none. */
export function ProposedKits() {
  const { can } = useSession();
  const navigate = useNavigate();
  const proposals = useProposedKits(can.publish);
  const [declining, setDeclining] = useState<KitProposal | null>(null);
  if (!can.publish || proposals.length === 0) return null;
  const adopt = async (proposal: KitProposal): Promise<void> => {
    const kit = await adoptKit(proposal);
    if (kit !== undefined) await navigate({ to: '/library/kits/$kitId', params: { kitId: kit } });
  };
  return (
    <section aria-label={t`Proposed kits`}>
      <h2 className={styles.heading}>{t`Proposed kits`}</h2>
      <ul className={styles.rows}>
        {proposals.map((proposal) => (
          <li key={proposal.id} className={styles.proposal}>
            <span className={styles.words}>
              <span className={styles.name}>{proposal.name}</span>
              <span className={styles.facts}>
                {t`Proposed by ${{ name: markedName(proposal.by) }}`} ·{' '}
                {itemsText({ items: proposal.contents.length })}
                {proposal.note === undefined ? '' : ` · ${proposal.note}`}
              </span>
            </span>
            <Button size="compact-md" onClick={() => void adopt(proposal)}>{t`Adopt`}</Button>
            <Button
              size="compact-md"
              variant="default"
              onClick={() => setDeclining(proposal)}
            >{t`Decline…`}</Button>
          </li>
        ))}
      </ul>
      {declining !== null && <Decline proposal={declining} onClose={() => setDeclining(null)} />}
    </section>
  );
}

function Decline({ proposal, onClose }: { readonly proposal: KitProposal; readonly onClose: () => void }) {
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Decline “${{ file: proposal.name }}”`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <DeclineForm
        name={proposal.by.name}
        decline={(reason) => declineKit(proposal, reason)}
        onClose={onClose}
      />
    </Modal>
  );
}

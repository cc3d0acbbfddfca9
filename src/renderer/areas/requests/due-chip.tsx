import { t } from '@lingui/core/macro';
import { IconClock } from '@tabler/icons-react';
import type { Sla } from '../../../contract/requests.ts';
import { formatDateTime } from '../../ui/format.ts';
import { Pill } from '../../ui/pill.tsx';
import { dueOf } from './request-words.ts';

/** Where a request stands against the promise: grey, amber, red, and always in words. */
export function DueChip({ sla }: { readonly sla: Sla }) {
  const due = dueOf(sla, Date.now());
  const at = formatDateTime(sla.dueAt);
  return (
    <Pill
      tone={due.tone}
      title={sla.step === 'acknowledge' ? t`To be acknowledged by ${at}` : t`To be answered by ${at}`}
      icon={<IconClock size={12} aria-hidden />}
    >
      {due.word}
    </Pill>
  );
}

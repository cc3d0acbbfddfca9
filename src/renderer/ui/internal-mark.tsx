import { t } from '@lingui/core/macro';
import { IconLock } from '@tabler/icons-react';
import type { Audience } from '../../shared/vocabulary/assets.ts';
import { Pill } from './pill.tsx';

/** What an asset is called that is not for customers. */
export const INTERNAL_WORDS = t`Internal only`;

/** Says in every card and row that an asset is not for customers; nothing where it is for them. */
export function InternalMark({ audience }: { readonly audience: Audience }) {
  if (audience !== 'internal') return null;
  return (
    <Pill tone="warn" title={t`Not for customers`} icon={<IconLock size={12} aria-hidden />}>
      {INTERNAL_WORDS}
    </Pill>
  );
}

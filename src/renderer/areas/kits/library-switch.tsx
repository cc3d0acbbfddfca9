import { t } from '@lingui/core/macro';
import { SegmentedControl } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';

/** What the library shows: assets, or kits of them. */
export function LibrarySwitch({ shown }: { readonly shown: 'assets' | 'kits' }) {
  const navigate = useNavigate();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t`What the library shows`}
      value={shown}
      data={[
        { value: 'assets', label: t`Assets` },
        { value: 'kits', label: t`Kits` },
      ]}
      onChange={(value) =>
        void (value === 'kits' ? navigate({ to: '/library/kits' }) : navigate({ to: '/library' }))
      }
    />
  );
}

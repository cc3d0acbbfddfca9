import { t } from '@lingui/core/macro';
import { IconTags } from '@tabler/icons-react';
import type { Area } from '../../base/area.ts';
import { TaxonomyScreen } from './taxonomy-screen.tsx';

/** What the area brings into the window. */
export const taxonomy = {
  screens: { '/taxonomy': TaxonomyScreen },
  rail: { to: '/taxonomy', name: t`Taxonomy`, icon: IconTags, digit: 6, needs: 'define-terms' },
} as const satisfies Area;

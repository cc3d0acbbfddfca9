import type { Area } from '../../base/area.ts';
import { CompareScreen } from './compare-screen.tsx';

/** What the area brings into the window. */
export const compare = {
  screens: { '/asset/$assetId/compare': CompareScreen },
} as const satisfies Area;

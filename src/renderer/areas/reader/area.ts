import type { Area } from '../../base/area.ts';
import { ReaderScreen } from './reader-screen.tsx';

/** What the area brings into the window. */
export const reader = {
  screens: { '/asset/$assetId': ReaderScreen },
} as const satisfies Area;

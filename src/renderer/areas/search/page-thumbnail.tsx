import { useEffect, useState } from 'react';
import type { AssetVersion } from '../../../contract/assets.ts';
import { pageUrl } from '../../../contract/shell-channels.ts';
import { drawsPages } from '../../ui/document-kind.tsx';
import { AssetThumbnail } from '../../ui/thumbnail.tsx';

const WIDTH = 72;
/** Milliseconds without another result in the row: while somebody types, no page is drawn that nobody will see. */
const SETTLED_MS = 400;
/** Twice as many pixels as the box has points, for dense screens. */
const DRAWN_WIDTH = 2 * WIDTH;

type Props = {
  readonly version: AssetVersion;
  /** The best page of the result; absent where only the title matches. */
  readonly page: number | undefined;
};

/** The page that was found, drawn when the list rests; the first page until then, and where others can't be drawn. */
export function PageThumbnail({ version, page }: Props) {
  const drawable = drawsPages(version) && page !== undefined && page > 1;
  return drawable ? (
    <DrawnPage version={version} page={page} />
  ) : (
    <AssetThumbnail version={version} title="" width={WIDTH} />
  );
}

function DrawnPage({ version, page }: { readonly version: AssetVersion; readonly page: number }) {
  const rests = useRests(`${version.id}/${page}`);
  const drawn = rests ? pageUrl(version.id, page, DRAWN_WIDTH) : undefined;
  return <AssetThumbnail version={version} title="" width={WIDTH} drawn={drawn} />;
}

/** Whether a row has shown the same for a moment; never at once, as every letter brings new rows. */
function useRests(shown: string): boolean {
  const [settled, settle] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => settle(shown), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [shown]);
  return settled === shown;
}

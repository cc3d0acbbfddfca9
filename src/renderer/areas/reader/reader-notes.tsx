import { t } from '@lingui/core/macro';
import type { ComponentProps } from 'react';
import type { AssetVersion } from '../../../contract/assets.ts';
import { isRecognized } from '../../../shared/recognized-words.ts';
import { BINARY_SHEETS, OLD_SHEETS, OLD_WORD } from '../../../shared/vocabulary/old-formats.ts';
import { ReadInCall } from '../calls/call-bar.tsx';
import { ReadAsPart } from '../kits/kit-bar.tsx';
import classes from './reader.module.css';
import { VersionBanner } from './version-banner.tsx';

type Props = ComponentProps<typeof VersionBanner> & { readonly page: number };

/** What is said above the document: that this version is not what reps see; that the page's text was recognized on its picture, and how sure that is. */
export function ReaderNotes({ page, ...banner }: Props) {
  const { version } = banner;
  return (
    <>
      <ReadAsPart asset={banner.asset.id} />
      <ReadInCall asset={banner.asset.id} />
      <VersionBanner {...banner} />
      <NotShown version={version} />
      {version.recognized !== undefined && isRecognized(version, page) && (
        <p className={classes.remark}>
          {t`Recognized text, ${{ percent: version.recognized.confidence }}% sure`}
        </p>
      )}
    </>
  );
}

/** What of a document is missing from what the reader shows: nobody should take it for all there is. */
function NotShown({ version }: { readonly version: AssetVersion }) {
  const missing = missingFrom(version);
  return missing === undefined ? null : <p className={classes.remark}>{missing}</p>;
}

function missingFrom({ kind, mediaType }: AssetVersion): string | undefined {
  if (mediaType === OLD_WORD) return t`Pictures in old Word documents aren’t shown here.`;
  if (mediaType === OLD_SHEETS || mediaType === BINARY_SHEETS)
    return t`Charts and pictures in old workbooks aren’t shown here.`;
  if (kind === 'odt' || kind === 'odp')
    return t`Only the text of OpenDocument files is shown here, without pictures and layout.`;
  return undefined;
}

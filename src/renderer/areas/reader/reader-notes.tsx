import { t } from '@lingui/core/macro';
import type { ComponentProps } from 'react';
import { isRecognized } from '../../../shared/recognized-words.ts';
import classes from './reader.module.css';
import { VersionBanner } from './version-banner.tsx';

type Props = ComponentProps<typeof VersionBanner> & { readonly page: number };

/** What is said above the document: that this version is not what reps see; that the page's text was recognized on its picture, and how sure that is. */
export function ReaderNotes({ page, ...banner }: Props) {
  const { version } = banner;
  return (
    <>
      <VersionBanner {...banner} />
      {version.recognized !== undefined && isRecognized(version, page) && (
        <p className={classes.recognized}>
          {t`Recognized text, ${{ percent: version.recognized.confidence }}% sure`}
        </p>
      )}
    </>
  );
}

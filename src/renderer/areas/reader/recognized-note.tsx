import { t } from '@lingui/core/macro';
import type { AssetVersion } from '../../../contract/assets.ts';
import { isRecognized } from '../../../shared/recognized-words.ts';
import classes from './reader.module.css';

type Props = { readonly version: AssetVersion; readonly page: number };

/** Says of a page whose text was recognized on its picture that it was, and how sure that is. */
export function RecognizedNote({ version, page }: Props) {
  if (version.recognized === undefined || !isRecognized(version, page)) return null;
  return (
    <p className={classes.recognized}>
      {t`Recognized text, ${{ percent: version.recognized.confidence }}% sure`}
    </p>
  );
}

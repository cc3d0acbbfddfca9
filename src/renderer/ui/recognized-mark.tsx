import { t } from '@lingui/core/macro';
import { Pill } from './pill.tsx';

/** Says that the text at which it stands was recognized on a picture. */
export function RecognizedMark() {
  return <Pill>{t`recognized`}</Pill>;
}

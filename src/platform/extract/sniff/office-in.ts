import type { DocumentKind } from '../../../shared/vocabulary/assets.ts';
import type { RandomAccessFile } from '../encoding/bytes.ts';
import { recognise } from './recognise.ts';

/** The package that a file is, or that an old one is written as, if it is of this kind. */
export function officeIn(file: RandomAccessFile, kind: DocumentKind) {
  const found = recognise(file, '');
  if (!found.recognised || found.kind !== kind) return undefined;
  if (found.content.format === 'old-office') return found.content.translate();
  return found.content.format === 'office' ? found.content : undefined;
}

import { OLD_DECK, OLD_SHEETS, OLD_WORD } from '../../../shared/vocabulary/old-formats.ts';
import type { CompoundFile } from '../package/compound-file.ts';
import type { OfficePackage } from '../package/office-package.ts';
import type { ModernDocument } from './common/made-package.ts';
import { translateDeck } from './deck/translate-deck.ts';
import { translateBinarySheets, translateSheets } from './sheets/translate-sheets.ts';
import { translateWord } from './word/translate-word.ts';

/** The programs' documents, as their kinds are called today. */
type OldKind = 'docx' | 'pptx' | 'xlsx';
/** Which document a format of before 2007 is, and how it is written as today's. Writing throws `Damaged` or `Unreadable`. */
export type OldOffice = { readonly kind: OldKind; readonly translate: () => ModernDocument };

const FORMATS: Readonly<Record<string, readonly [OldKind, (compound: CompoundFile) => ModernDocument]>> = {
  [OLD_WORD]: ['docx', translateWord],
  [OLD_DECK]: ['pptx', translateDeck],
  [OLD_SHEETS]: ['xlsx', translateSheets],
};

/** What a compound file of a media type holds; undefined where that is no document of these programs. */
export function oldOffice(mediaType: string, compound: CompoundFile): OldOffice | undefined {
  const format = FORMATS[mediaType];
  return format && { kind: format[0], translate: () => format[1](compound) };
}

/** A workbook in binary parts; undefined where a package's main part is none (MS-XLSB 2.1.7.62: it begins with BrtBeginBook). */
export function binarySheets(office: OfficePackage, mainPart: string): OldOffice | undefined {
  const entry = office.zip.find(mainPart);
  let begins = false;
  if (entry && /\.bin$/i.test(mainPart)) {
    office.zip.stream(entry, (chunk) => {
      begins = chunk[0] === 0x83 && chunk[1] === 0x01;
      return false;
    });
  }
  return begins ? { kind: 'xlsx', translate: () => translateBinarySheets(office) } : undefined;
}

import type { Pdfium } from '../../pdfium/pdfium.ts';
import { commentTexts } from '../common/comment-texts.ts';
import { pieceText } from '../common/piece-text.ts';
import { lettersOf } from './letters.ts';
import { piecesOf } from './pieces.ts';

/** Subtypes of annotations (fpdf_annot.h) that say more than what they are about. */
const FREE_TEXT = 3;
const STAMP = 13;
const POPUP = 16;
const WIDGET = 20;
/** Fields that are no text and no choice: buttons, check boxes, radio buttons, signatures (fpdf_formfill.h). */
const SWITCHES: ReadonlySet<number> = new Set([1, 2, 3, 7]);
/** Annotations of a page that are read at most: some documents have a million. */
const MOST = 5_000;
/** Of a page's annotations so many are read as they are drawn: each costs as much as a small page. */
const MOST_DRAWN = 150;

/** How many annotations may still be read as they are drawn. */
type Budget = { left: number };

/** Texts of a page's comments, text boxes and form fields. `form`: PDFium's form environment of the document, 0 for none. */
export function annotationTexts(pdfium: Pdfium, page: number, form: number): string[] {
  const comments: string[] = [];
  const fields: string[] = [];
  const budget = { left: MOST_DRAWN };
  eachAnnotation(pdfium, page, (annotation, subtype) => {
    if (subtype === WIDGET) fields.push(...fieldTexts(pdfium, annotation, form, budget));
    else if (subtype !== POPUP) {
      const contents = stringOf(pdfium, annotation, 'Contents');
      const isDrawn = subtype === FREE_TEXT || subtype === STAMP;
      comments.push(...commentTexts(isDrawn ? drawnText(pdfium, annotation, budget) : '', contents));
    }
    return true;
  });
  return [...comments, ...fields];
}

/** Whether there is a stamp on a page: mostly a picture. */
export function isStamped(pdfium: Pdfium, page: number): boolean {
  let found = false;
  eachAnnotation(pdfium, page, (_, subtype) => {
    found = subtype === STAMP;
    return !found;
  });
  return found;
}

/** Looks at a page's annotations until it is enough. */
function eachAnnotation(
  pdfium: Pdfium,
  page: number,
  look: (annotation: number, subtype: number) => boolean,
): void {
  const { call } = pdfium;
  const count = Math.min(
    MOST,
    pdfium.run(() => call.FPDFPage_GetAnnotCount(page)),
  );
  let goOn = true;
  for (let at = 0; at < count && goOn; at += 1) {
    const annotation = pdfium.run(() => call.FPDFPage_GetAnnot(page, at));
    if (annotation === 0) continue;
    goOn = look(
      annotation,
      pdfium.run(() => call.FPDFAnnot_GetSubtype(annotation)),
    );
    pdfium.run(() => call.FPDFPage_CloseAnnot(annotation));
  }
}

function stringOf(pdfium: Pdfium, annotation: number, key: string): string {
  return pdfium.text((place, bytes) => pdfium.call.FPDFAnnot_GetStringValue(annotation, key, place, bytes));
}

/** What somebody wrote or chose in a field, and how it is shown where that is something else: '1234.5' and '1,234.50'. */
function fieldTexts(pdfium: Pdfium, annotation: number, form: number, budget: Budget): string[] {
  const { call } = pdfium;
  const isSwitch =
    form !== 0 && SWITCHES.has(pdfium.run(() => call.FPDFAnnot_GetFormFieldType(form, annotation)));
  const known =
    form === 0
      ? ''
      : pdfium.text((place, bytes) => call.FPDFAnnot_GetFormFieldValue(form, annotation, place, bytes));
  // Without a form that PDFium knows, the field's own value.
  const value = known || stringOf(pdfium, annotation, 'V');
  if (isSwitch) return value === 'Off' ? [] : [value];
  const drawn = drawnText(pdfium, annotation, budget);
  return commentTexts(value, drawn);
}

/** The words that an annotation is drawn with: PDFium reads them of pages only, so its picture is made a page. */
function drawnText(pdfium: Pdfium, annotation: number, budget: Budget): string {
  const { call } = pdfium;
  if (budget.left <= 0 || pdfium.run(() => call.FPDFAnnot_GetObjectCount(annotation)) <= 0) return '';
  budget.left -= 1;
  const document = pdfium.run(() => call.EPDFAnnot_ExportAppearanceAsDocument(annotation));
  if (document === 0) return '';
  try {
    const page = pdfium.run(() => call.FPDF_LoadPage(document, 0));
    if (page === 0) return '';
    const text = pdfium.run(() => call.FPDFText_LoadPage(page));
    const pieces = text === 0 ? [] : piecesOf(lettersOf(pdfium, page, text));
    if (text !== 0) pdfium.run(() => call.FPDFText_ClosePage(text));
    pdfium.run(() => call.FPDF_ClosePage(page));
    return pieces.map((piece) => pieceText(piece, undefined)).join('');
  } finally {
    closeDocument(pdfium, document);
  }
}

function closeDocument(pdfium: Pdfium, document: number): void {
  if (!pdfium.hasEnded) pdfium.run(() => pdfium.call.FPDF_CloseDocument(document));
}

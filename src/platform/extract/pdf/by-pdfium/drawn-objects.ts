import type { Pdfium } from '../../pdfium/pdfium.ts';
import { MANY_PATHS } from '../common/pdf-reader.ts';

/** Kinds of what is drawn (fpdf_edit.h). */
const PATH = 2;
const IMAGE = 3;
const FORM = 5;
/** Objects that are looked at, and how deep one is within another. */
const MOST_OBJECTS = 20_000;
const DEEPEST = 5;

/** Whether there is something to see on a page: a picture, or more outlines than frames and rules are. */
export function isWrittenOn(pdfium: Pdfium, page: number): boolean {
  const { call } = pdfium;
  const seen = { paths: 0, objects: 0 };
  const looksWritten = (object: number, depth: number): boolean => {
    seen.objects += 1;
    const type = call.FPDFPageObj_GetType(object);
    if (type === PATH) seen.paths += 1;
    if (type === IMAGE || seen.paths > MANY_PATHS) return true;
    if (type !== FORM || depth > DEEPEST) return false;
    const count = call.FPDFFormObj_CountObjects(object);
    for (let at = 0; at < count && seen.objects < MOST_OBJECTS; at += 1)
      if (looksWritten(call.FPDFFormObj_GetObject(object, at), depth + 1)) return true;
    return false;
  };
  return pdfium.run(() => {
    const count = call.FPDFPage_CountObjects(page);
    for (let at = 0; at < count && seen.objects < MOST_OBJECTS; at += 1)
      if (looksWritten(call.FPDFPage_GetObject(page, at), 0)) return true;
    return false;
  });
}

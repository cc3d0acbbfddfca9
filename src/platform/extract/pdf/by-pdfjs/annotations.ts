import type { PDFPageProxy } from 'pdfjs-dist';
import { z } from 'zod';
import { commentTexts } from '../common/comment-texts.ts';

/** What is used of pdf.js's annotations; whatever else is in them is dropped. */
const annotation = z.object({
  fieldValue: z
    .union([z.string(), z.array(z.string())])
    .nullish()
    .catch(undefined),
  textContent: z.array(z.string()).nullish().catch(undefined),
  contentsObj: z.object({ str: z.string() }).nullish().catch(undefined),
  titleObj: z.object({ str: z.string() }).nullish().catch(undefined),
  subtype: z.string().nullish().catch(undefined),
});

/** Texts of form fields, comments and text boxes: they are not in a page's text content. */
export async function annotationTexts(page: PDFPageProxy): Promise<string[]> {
  try {
    const found = (await page.getAnnotations()).map((value: unknown) => annotation.safeParse(value));
    return found.flatMap((parsed) => (parsed.success ? textsOf(parsed.data) : []));
  } catch (error) {
    // Broken annotations must not cost the page's own text.
    if (error instanceof Error) return [];
    throw error;
  }
}

function textsOf(data: z.infer<typeof annotation>): string[] {
  const { fieldValue, textContent, contentsObj } = data;
  const fields = typeof fieldValue === 'string' ? [fieldValue] : (fieldValue ?? []);
  const isSwitch = data.subtype === 'Widget' && fields.length === 1 && fields[0] === 'Off';
  const written = textContent?.join('\n') ?? '';
  const contents = contentsObj?.str ?? '';
  const box = commentTexts(written, contents);
  return isSwitch ? box : [...fields, ...box];
}

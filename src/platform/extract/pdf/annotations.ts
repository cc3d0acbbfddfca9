import type { PDFPageProxy } from 'pdfjs-dist';
import { z } from 'zod';

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
    const texts = new Set<string>();
    for (const value of await page.getAnnotations()) {
      const parsed = annotation.safeParse(value);
      if (parsed.success) for (const text of textsOf(parsed.data)) texts.add(text.trim());
    }
    texts.delete('');
    return [...texts];
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
  // A text box shows its contents: the same words twice would count twice.
  const box =
    written.trim() !== '' && squeeze(written) === squeeze(contents) ? [written] : [written, contents];
  return isSwitch ? box : [...fields, ...box];
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}

import type { Preview } from '../../../engine/ports/extractor.ts';
import { writeAt } from '../../../shared/raised.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { pageBeginnings, readWord } from '../paging/read-word.ts';
import { marksAsElements } from './page-marks.ts';
import { PictureBudget } from './picture-budget.ts';
import { HIDDEN_STYLE, withPlainRuns } from './plain-runs.ts';

/** Characters of HTML that are shown, pictures apart. */
const MAX_HTML = 4_000_000;
/** Unpacked bytes of parts: mammoth holds them and their tree in memory. */
const MAX_UNPACKED = 120 * 1024 * 1024;
/** Unpacked bytes of text parts. */
const MAX_MARKUP = 24 * 1024 * 1024;

/**
 * Makes a DOCX HTML by mammoth. Pictures are inlined within a budget; nothing outside of the file is read. `bytes`: the whole package. What mammoth
 * can't parse is shown as its text, read by our own more forgiving reader.
 */
export async function previewWord(
  office: OfficePackage,
  mainPart: string,
  bytes: () => Promise<Uint8Array>,
): Promise<Preview> {
  const sizes = office.zip.entries.map((entry) => ({
    size: entry.size,
    isMarkup: /\.xml$/i.test(entry.name),
  }));
  const total = sizes.reduce((sum, { size }) => sum + size, 0);
  const markup = sizes.reduce((sum, { size, isMarkup }) => sum + (isMarkup ? size : 0), 0);
  if (total > MAX_UNPACKED || markup > MAX_MARKUP) return textPreview(office, mainPart);
  const begins = pageBeginnings(office, mainPart);
  const value = await convert(withPlainRuns(office, mainPart, await bytes(), begins));
  if (value === undefined) return textPreview(office, mainPart);
  const html = cutHtml(value);
  return { preview: 'html', html, truncated: html.length < value.length };
}

/** What is raised or lowered in Unicode's characters, so that it stays apart also where it is copied. */
function raisedInText(html: string): string {
  return html.replace(/<(sup|sub)>([^<>&]*)<\/\1>/g, (_, tag: string, text: string) =>
    writeAt(tag === 'sup' ? 'raised' : 'lowered', text),
  );
}

async function convert(document: Uint8Array): Promise<string | undefined> {
  const pictures = new PictureBudget();
  let count = 0;
  // Loaded where a document is shown: who imports needs none of it.
  const { default: mammoth } = await import('mammoth');
  const convertImage = mammoth.images.imgElement(async (image) => {
    const bytes = new Uint8Array(await image.readAsArrayBuffer());
    count += 1;
    const picture = await pictures.inline(String(count), () => bytes);
    return { src: picture ? `data:${picture.mediaType};base64,${picture.data}` : '' };
  });
  try {
    const options = {
      convertImage,
      externalFileAccess: false,
      styleMap: [`r.${HIDDEN_STYLE} => span[data-hidden='true']`],
    };
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(document) }, options);
    return raisedInText(marksAsElements(value));
  } catch (error) {
    // mammoth throws on XML that Word reads; the caller has another way.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

function textPreview(office: OfficePackage, mainPart: string): Preview {
  const text = readWord(office, mainPart)
    .pages.map((page) => page.text)
    .join('\n\n');
  return { preview: 'text', text: text.slice(0, MAX_HTML), truncated: text.length > MAX_HTML };
}

/** Cuts at the end of a block, not counting the characters of pictures, so that what is left is whole elements. */
function cutHtml(html: string): string {
  if (html.length <= MAX_HTML) return html;
  let text = 0;
  let at = 0;
  for (const match of html.matchAll(/<\/(?:p|h[1-6]|ul|ol|table)>/g)) {
    const end = match.index + match[0].length;
    const block = html.slice(at, end);
    text += block.includes('src="data:') ? block.replace(/src="data:[^"]*"/g, '').length : block.length;
    if (text > MAX_HTML) break;
    at = end;
  }
  return html.slice(0, at);
}

import { oneLine } from './clean.ts';

const MADE_BY_PROGRAM =
  /^(untitled|no title|title|titel|document|dokument|presentation|pr[äa]sentation|powerpoint[- ]pr[äae]s?entation|powerpoint-präsentation|présentation powerpoint|book|workbook|mappe|slide|folie|word document|microsoft word|new document|template|print|scan|scanned document|image|page|blank|test|null|undefined|none|unknown|layout|folie)[\s_-]*\(?\d*\)?$/i;
const FILE_NAME =
  /\.(docx?|docm|dotx?|pptx?|pptm|potx?|xlsx?|xlsm|pdf|indd|indb|qxd|qxp|tex|dvi|e?ps|ai|cdr|pub|pages|key|odt|odp|ods|rtf|txt|html?|jpe?g|png|tiff?|fm|p65|vsd|dwg|mif|sgml?)$/i;

/** A title from metadata, unless it is what programs write there by themselves. */
export function titleOfMetadata(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const title = oneLine(value);
  if (title === undefined || title.length < 2) return undefined;
  if (/^microsoft (word|powerpoint|excel|office)\b/i.test(title)) return undefined;
  if (MADE_BY_PROGRAM.test(title) || FILE_NAME.test(title)) return undefined;
  if (/^([a-z]:\\|\/|file:|https?:)/i.test(title)) return undefined;
  if (!/\p{L}{2}|\p{Script=Han}/u.test(title) || title.includes('\ufffd')) return undefined;
  return title;
}

/** Titles that programs write by themselves: one home, for what is read out of documents and for what is proposed of them. */

/** Names that programs give to what has none yet, in the languages of the large office packages; a number may follow. */
const UNNAMED = [
  'untitled( (design|document|presentation|spreadsheet|page|deck|slide))?',
  'no title|title|titel|titre|título|titolo|unnamed|unbenannt|ohne titel|sans titre|sin título|senza titolo|nameless|noname',
  '(new |neues |neue |nouveau |nouvelle |nuevo |nueva )?(microsoft )?(office )?(word|powerpoint|excel)?[- ]?(document|dokument|documento|presentation|pr[äa]e?sentation|présentation|presentación|presentazione|workbook|spreadsheet|arbeitsmappe|worksheet)( powerpoint)?',
  '(microsoft )?(word|excel|powerpoint)( document)?',
  '(pptxgenjs|powerpoint|keynote|google slides?|canva|prezi|beamer|libreoffice|openoffice|python-pptx|reveal\\.?js|marp|apache poi|aspose)( pr[äaé]e?sentation| presentation| slides| deck)?',
  'book|mappe|classeur|libro|sheet|tabelle|feuille?|hoja|slide|folie|diapositive|diapositiva|page|seite|página|layout|cover|deckblatt',
  '(click|klicken|cliquez|haga clic|fare clic)\\b.*',
  '(titel)?master(titel)?format.*bearbeiten|master (title|slide|text).*|edit master.*',
  '(title|name|titel) (of|der|des|de|goes|hier|here)\\b.*|(presentation|document|your|insert|add|enter) (the )?title( here)?',
  'office theme|office-design|thème office|default design|custom design|blank( presentation| document)?|leere pr[äa]sentation|empty',
  'print|scan(ned)?( document)?|scanned image|fax|image|img|picture|bild|photo|foto|screenshot|bildschirmfoto|screen shot',
  'test|null|undefined|none|unknown|n/?a|tbd|xxx+|lorem ipsum.*|about:blank|anonymous|\\(anonymous\\)|temp|tmp|draft|entwurf|final|copy|kopie',
  'table of contents|contents|inhalt|inhaltsverzeichnis|agenda|confidential|vertraulich',
].join('|');
const MADE_BY_PROGRAM = new RegExp(`^(?:${UNNAMED})[\\s_-]*\\(?\\d*\\)?$`, 'iu');
/** ‘Microsoft Word - offer.doc’: the program that printed it, then a file. */
const PRINTED_BY =
  /^(microsoft|ms|adobe|libreoffice|openoffice(\.org)?|google|apple|corel|quarkxpress|canva)[ -]?(office )?(word|powerpoint|excel|publisher|visio|outlook|office|indesign|illustrator|acrobat|photoshop|writer|impress|calc|docs|slides|sheets|keynote|pages|numbers|draw)?( \(.*\))?( \d+)?( *[-–—:|].*)?$/i;
const FILE_NAME =
  /\.(docx?|docm|dotx?|dotm|pptx?|pptm|potx?|potm|ppsx?|xlsx?|xlsm|xltx?|pdf|indd|indb|indt|qxd|qxp|tex|dvi|e?ps|ai|psd|cdr|pub|pages|key|numbers|odt|odp|ods|ott|otp|rtf|txt|md|csv|html?|jpe?g|png|tiff?|fm|p65|vsdx?|dwg|mif|sgml?)$/i;
const TEMPLATE =
  /(?<!\p{L})(templates?|\p{L}*vorlagen?|modèles?|gabarits?|plantillas?|modelli|master ?(slides?|deck))(?!\p{L})/iu;

/** True for a title that a program wrote or that names a file, not what a document is about. */
export function isJunkTitle(text: string): boolean {
  const title = text.normalize('NFKC').replace(/\s+/g, ' ').trim();
  if (title.length < 2 || !/\p{L}{2}|\p{Script=Han}|\p{Script=Hangul}/u.test(title)) return true;
  if (MADE_BY_PROGRAM.test(title) || PRINTED_BY.test(title) || FILE_NAME.test(title)) return true;
  if (/^([a-z]:\\|\/|\\\\|file:|https?:|urn:|uuid:)/i.test(title) || title.includes('\ufffd')) return true;
  return /^\{?[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}\}?$/i.test(title);
}

/** True for the name of a template: what a document was made from, unless its file says the same of it. */
export function isTemplateName(title: string, fileName: string): boolean {
  return TEMPLATE.test(title) && !TEMPLATE.test(fileName.replace(/[_.-]+/g, ' '));
}

import { plural, t } from '@lingui/core/macro';
import type { DocumentKind } from '../../shared/vocabulary/assets.ts';

type PagedDocument = {
  readonly kind: DocumentKind;
  readonly approximatePages?: boolean | undefined;
  readonly pageCount?: number;
};

/** What is said of the pages of a document; they are called otherwise by its kind: pages, slides, sheets. */
export type PageWords = {
  /** `Slides`. */
  readonly heading: string;
  /** `Matching slides`. */
  readonly matching: string;
  /** `Previous slide`. */
  readonly previous: string;
  /** `Next slide`. */
  readonly next: string;
  /** `Go to slide`. */
  readonly goTo: string;
  /** `More like this slide`. */
  readonly moreLikeThis: string;
  /** `More like slide 3`. */
  readonly moreLike: (page: number | string) => string;
  /** `More like slide 3 of “Retail payback”`. */
  readonly moreLikeOf: (page: number | string, title: string) => string;
  /** `Slide 3`. */
  readonly name: (page: number | string) => string;
  /** `p. 3`, `slide 3`, where there is little room. */
  readonly short: (page: number | string) => string;
  /** `Slide 3 of 12`. */
  readonly place: (page: number, of: number) => string;
  /** `12 slides`. */
  readonly count: (count: number) => string;
  /** `2 more slides`. */
  readonly more: (count: number) => string;
  /** `on 3 slides`, `in 2 sheets`. */
  readonly where: (count: number) => string;
};

const PAGES: PageWords = {
  heading: t`Pages`,
  matching: t`Matching pages`,
  previous: t`Previous page`,
  next: t`Next page`,
  goTo: t`Go to page`,
  moreLikeThis: t`More like this page`,
  moreLike: (page) => t`More like page ${page}`,
  moreLikeOf: (page, title) => t`More like page ${page} of “${title}”`,
  name: (page) => t`Page ${page}`,
  short: (page) => t`p. ${page}`,
  place: (page, of) => t`Page ${page} of ${of}`,
  count: (count) => plural(count, { one: '# page', other: '# pages' }),
  more: (count) => plural(count, { one: '# more page', other: '# more pages' }),
  where: (count) => plural(count, { one: 'on # page', other: 'on # pages' }),
};

/** Pages that Kitbag laid out itself: elsewhere what is meant may stand on the one next to it. */
const ABOUT_PAGES: PageWords = {
  ...PAGES,
  name: (page) => t`About page ${page}`,
  short: (page) => t`about p. ${page}`,
  place: (page, of) => t`About page ${page} of ${of}`,
  count: (count) => plural(count, { one: 'about # page', other: 'about # pages' }),
};

const SLIDES: PageWords = {
  heading: t`Slides`,
  matching: t`Matching slides`,
  previous: t`Previous slide`,
  next: t`Next slide`,
  goTo: t`Go to slide`,
  moreLikeThis: t`More like this slide`,
  moreLike: (page) => t`More like slide ${page}`,
  moreLikeOf: (page, title) => t`More like slide ${page} of “${title}”`,
  name: (page) => t`Slide ${page}`,
  short: (page) => t`slide ${page}`,
  place: (page, of) => t`Slide ${page} of ${of}`,
  count: (count) => plural(count, { one: '# slide', other: '# slides' }),
  more: (count) => plural(count, { one: '# more slide', other: '# more slides' }),
  where: (count) => plural(count, { one: 'on # slide', other: 'on # slides' }),
};

const SHEETS: PageWords = {
  heading: t`Sheets`,
  matching: t`Matching sheets`,
  previous: t`Previous sheet`,
  next: t`Next sheet`,
  goTo: t`Go to sheet`,
  moreLikeThis: t`More like this sheet`,
  moreLike: (page) => t`More like sheet ${page}`,
  moreLikeOf: (page, title) => t`More like sheet ${page} of “${title}”`,
  name: (page) => t`Sheet ${page}`,
  short: (page) => t`sheet ${page}`,
  place: (page, of) => t`Sheet ${page} of ${of}`,
  count: (count) => plural(count, { one: '# sheet', other: '# sheets' }),
  more: (count) => plural(count, { one: '# more sheet', other: '# more sheets' }),
  where: (count) => plural(count, { one: 'in # sheet', other: 'in # sheets' }),
};

const SECTIONS: PageWords = {
  heading: t`Sections`,
  matching: t`Matching sections`,
  previous: t`Previous section`,
  next: t`Next section`,
  goTo: t`Go to section`,
  moreLikeThis: t`More like this section`,
  moreLike: (page) => t`More like section ${page}`,
  moreLikeOf: (page, title) => t`More like section ${page} of “${title}”`,
  name: (page) => t`Section ${page}`,
  short: (page) => t`section ${page}`,
  place: (page, of) => t`Section ${page} of ${of}`,
  count: (count) => plural(count, { one: '# section', other: '# sections' }),
  more: (count) => plural(count, { one: '# more section', other: '# more sections' }),
  where: (count) => plural(count, { one: 'in # section', other: 'in # sections' }),
};

/** Parts of a recording, named by when they are said. */
const CAPTIONS: PageWords = { ...SECTIONS };

const PICTURES: PageWords = {
  heading: t`Pictures`,
  matching: t`Matching pictures`,
  previous: t`Previous picture`,
  next: t`Next picture`,
  goTo: t`Go to picture`,
  moreLikeThis: t`More like this picture`,
  moreLike: (page) => t`More like picture ${page}`,
  moreLikeOf: (page, title) => t`More like picture ${page} of “${title}”`,
  name: (page) => t`Picture ${page}`,
  short: (page) => t`picture ${page}`,
  place: (page, of) => t`Picture ${page} of ${of}`,
  count: (count) => plural(count, { one: '# picture', other: '# pictures' }),
  more: (count) => plural(count, { one: '# more picture', other: '# more pictures' }),
  where: (count) => plural(count, { one: 'in # picture', other: 'in # pictures' }),
};

const VIDEOS: PageWords = {
  heading: t`Videos`,
  matching: t`Matching videos`,
  previous: t`Previous video`,
  next: t`Next video`,
  goTo: t`Go to video`,
  moreLikeThis: t`More like this video`,
  moreLike: (page) => t`More like video ${page}`,
  moreLikeOf: (page, title) => t`More like video ${page} of “${title}”`,
  name: (page) => t`Video ${page}`,
  short: (page) => t`video ${page}`,
  place: (page, of) => t`Video ${page} of ${of}`,
  count: (count) => plural(count, { one: '# video', other: '# videos' }),
  more: (count) => plural(count, { one: '# more video', other: '# more videos' }),
  where: (count) => plural(count, { one: 'in # video', other: 'in # videos' }),
};

const RECORDINGS: PageWords = {
  heading: t`Recordings`,
  matching: t`Matching recordings`,
  previous: t`Previous recording`,
  next: t`Next recording`,
  goTo: t`Go to recording`,
  moreLikeThis: t`More like this recording`,
  moreLike: (page) => t`More like recording ${page}`,
  moreLikeOf: (page, title) => t`More like recording ${page} of “${title}”`,
  name: (page) => t`Recording ${page}`,
  short: (page) => t`recording ${page}`,
  place: (page, of) => t`Recording ${page} of ${of}`,
  count: (count) => plural(count, { one: '# recording', other: '# recordings' }),
  more: (count) => plural(count, { one: '# more recording', other: '# more recordings' }),
  where: (count) => plural(count, { one: 'in # recording', other: 'in # recordings' }),
};

const WORDS: Readonly<Record<DocumentKind, PageWords>> = {
  pdf: PAGES,
  pptx: SLIDES,
  docx: PAGES,
  xlsx: SHEETS,
  odt: PAGES,
  odp: SLIDES,
  ods: SHEETS,
  rtf: PAGES,
  email: PAGES,
  epub: SECTIONS,
  captions: CAPTIONS,
  calendar: SECTIONS,
  markdown: SECTIONS,
  html: PAGES,
  text: PAGES,
  image: PICTURES,
  video: VIDEOS,
  audio: RECORDINGS,
  other: PAGES,
};

/** What is said of the pages of a document; `approximatePages`: Kitbag laid them out. */
export function pageWords({ kind, approximatePages = false, pageCount = 1 }: PagedDocument): PageWords {
  // A picture of several pages is a scan or a fax.
  if (kind === 'image' && pageCount > 1) return PAGES;
  return approximatePages ? ABOUT_PAGES : WORDS[kind];
}

/** How pages that follow each other are called: `Slides 4–9`, or `Slide 4` of one alone. */
export function pageRange(
  words: PageWords,
  { from, to }: { readonly from: number; readonly to: number },
): string {
  return from === to ? words.name(from) : `${words.heading} ${from}–${to}`;
}

/** How a page is called: `Slide 3` in the person's language, or by its own name (a sheet's, a heading). `label`: as its document has it. */
export function pageName(words: PageWords, label: string): string {
  // Readers of slides put the word before the number.
  const number = /^(?:Slide )?(\d+)$/.exec(label)?.[1];
  return number === undefined ? label : words.name(number);
}

/** The same of a page that people also count: where a document numbers its pages its own way, both, `Page 16 (xii)`. */
export function countedPageName(words: PageWords, page: number, label: string): string {
  return words === PAGES ? withOwn(words.name(page), page, label) : pageName(words, label);
}

/** Where there is little room: `p. 16 (xii)`; of sheets by their own names: `sheet Prices`; of captions, when it is said: `0:01:00`. */
export function shortPageName(words: PageWords, page: number, label: string): string {
  if (words === CAPTIONS) return label;
  if (words === SHEETS && label !== '') return NUMBERED.test(label) ? label : words.short(label);
  return words === PAGES ? withOwn(words.short(page), page, label) : words.short(page);
}

/** `Sheet1`, `Tabelle 2`: the name says that it is one. */
const NUMBERED = /^\p{L}+ ?\d+$/u;

function withOwn(name: string, page: number, label: string): string {
  return label === String(page) ? name : `${name} (${label})`;
}

/**
 * How large what somebody says may be: the one home of the limits that events, requests of the window and the command line share. Values are
 * other people's word; what is beyond them was not written by a person at work, and an event that holds it is refused singly.
 */

/** Milliseconds since 1970: the year 2200. No time of work is later. */
export const LATEST_TIME = Date.UTC(2200, 0, 1);
/** More than any deal is worth, in the hub's currency. */
export const LARGEST_AMOUNT = 1e12;
/** More pages, slides or sheets than any document has. */
export const MOST_PAGES = 1e6;
/** More than is counted of anything else: words, results, places in a list, events of a device, versions of a format. */
export const MOST_COUNTED = 1e9;
/** Bytes of a file: a petabyte. */
export const LARGEST_FILE = 1e15;
/** Pixels along one side of a picture. */
export const WIDEST_PICTURE = 100_000;
/** Pixels across a page that is drawn to be looked at: a screen of four thousand. */
export const WIDEST_DRAWN = 3_840;
/** Bytes of a file that somebody proposes: half a gigabyte. */
export const LARGEST_PROPOSED = 512 * 1024 * 1024;
/** Proposals of one member that wait for an answer at once; marketing is shown no more. */
export const MOST_OPEN_PROPOSALS = 50;
/** How far from zero the place of a term in its list may be. */
export const FARTHEST_ORDER = 1e9;
/** Characters of a line of text: titles, names. */
export const LONGEST_LINE = 300;
/** Characters of a path of folders. */
export const LONGEST_PATH = 500;
/** Characters of running text: needs, comments, summaries. */
export const LONGEST_PROSE = 10_000;
/** Characters of a tag of a language. */
export const LONGEST_LANGUAGE = 35;
/** Characters of the name of a time zone. */
export const LONGEST_TIME_ZONE = 64;
/** Days between two looks at an asset: ten years. */
export const LONGEST_REVIEW_DAYS = 3650;
/** Characters of a tag. */
export const LONGEST_TAG = 60;
/** How many dimensions a hub has in use beside stages, personas, types and products. */
export const MOST_DIMENSIONS = 12;
/** Characters of a word for a term or for the same thing, and how many of them one has. */
export const LONGEST_SYNONYM = 100;
export const MOST_SYNONYMS = 30;
/** Terms that a dimension is defined with at once. */
export const MOST_NEW_TERMS = 500;
/** How many terms, tags or right answers may be chosen for one thing. */
export const MOST_CHOSEN = 50;
/** Assets that are language editions of one another. */
export const MOST_VARIANTS = 40;
/** Languages that somebody prefers, one after another. */
export const MOST_PREFERRED_LANGUAGES = 20;
/** Items that a kit has at most. */
export const MOST_KIT_ITEMS = 200;
/** Items of a call's pack: as many as are sent at once. */
export const MOST_PACK_ITEMS = 50;
/** People of a call that are named. */
export const MOST_CALL_PEOPLE = 100;
/** Bytes of a calendar file that a call is made from, and how many of its events are offered. */
export const LARGEST_CALENDAR = 1024 * 1024;
export const MOST_CALENDAR_EVENTS = 100;
/** Characters of an item's place among the others of its kit. */
export const LONGEST_PLACE = 64;
/** Kinds of filters that a shared view may have, more than this version knows. */
export const MOST_FILTERS = 40;
/** How many earlier writes an event can name as having come before it. */
export const MOST_NAMED = 32;
/** Characters of text that are kept of one document, and of one of its pages, slides or sheets. */
export const MOST_TEXT = 20_000_000;
export const LONGEST_PAGE_TEXT = 5_000_000;
/** Words of a page that are recognized on its picture; more is no page. */
export const MOST_RECOGNIZED_WORDS = 5_000;
/** Recognized words of a document whose places on their pages are kept. */
export const MOST_PLACED_WORDS = 1_000_000;
/** Runs of pages that a version names. */
export const MOST_PAGE_RUNS = 1_000;
/** Pages of a document whose text is kept. */
export const MOST_TEXT_PAGES = 2_000;
/** Bytes of a document's text as it is kept, packed, and of the same unpacked: all that may be kept takes no more in any script. */
export const LARGEST_TEXT_FILE = 32 * 1024 * 1024;
export const LARGEST_TEXT = 64 * 1024 * 1024;
/** A table that is read to change many assets: its bytes, its rows with the heading's, its columns. */
export const LARGEST_TABLE = 32 * 1024 * 1024;
export const MOST_TABLE_ROWS = 20_001;
export const MOST_TABLE_COLUMNS = 200;
/** Cells of a coverage map that somebody looks at. */
export const MOST_MAP_CELLS = 10_000;
/** Bytes of the picture of a document's first page. */
export const LARGEST_THUMBNAIL = 4 * 1024 * 1024;

import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { makeMatcher } from '../../../../src/renderer/areas/reader/document/find-text.ts';
import { foldLetters } from '../../../../src/shared/letters.ts';
import { type Bench, Catalog, openSearch } from './search-fixture.ts';

/** Words are found in the letters that people type, whatever the document writes, and marked in the document’s own. */

const opened: Bench[] = [];
afterEach(async () => {
  for (const bench of opened.splice(0)) await bench.close();
});

/** The marked parts of the one page, as the engine marks them; undefined where it is not found as typed. */
async function marks(page: string, query: string): Promise<string[] | undefined> {
  const bench = await openSearch(new Catalog([{ title: 'One', pages: [page] }]));
  opened.push(bench);
  const { hits, usedSuggestion } = await bench.search.find({ query: `${query} ` });
  const snippet = hits[0]?.pages[0]?.snippet;
  if (snippet === undefined || usedSuggestion) return undefined;
  return snippet.filter(({ marked }) => marked).map(({ text }) => text);
}

/** What the reader marks of the page for the same word. */
function inReader(page: string, query: string): string[] {
  return makeMatcher({ kind: 'terms', terms: [query] })(page).map(({ index, length }) =>
    page.slice(index, index + length),
  );
}

const PAGES = {
  greek: 'Ο κόσμος των πωλήσεων: τιμοκατάλογος και ΠΡΟΣΦΟΡΕΣ για τους πελάτες μας, Μαΐου.',
  cyrillic: 'Счёт за мой за́мок: ещё одна Ёлка, Україна і її ціни.',
  turkish: 'İSTANBUL bölge fiyat listesi. Satış teklifi, IŞIK serisi, ısıtıcı modeller.',
  arabic: 'العَرْضُ التِّجاريّ للعمـــلاء: أسعار الخدمات والإستثمار في المدينة سنة ٢٠٢٥',
  persian: 'قیمت یک کتاب',
  hebrew: 'הַצָּעַת מחיר ללקוחות: אחריות שנתיים, שרות 24 שעות',
  polish: 'Zakład w Łodzi, dział sprzedaży, Đorđe i Søren',
  vietnamese: 'Bảng giá dịch vụ tại Đà Nẵng, Điều khoản',
  hindi: 'हिन्दी मूल्य सूची और फ़ाइल जहाँ राष्ट्र',
  german: 'Große Straße, Maßnahmen und STRASSEN',
  danish: 'Ændringer i Ærø, œuvre',
};

describe.each([
  ['greek', 'κοσμοσ', 'κόσμος'],
  ['greek', 'ΚΟΣΜΟΣ', 'κόσμος'],
  ['greek', 'προσφορές', 'ΠΡΟΣΦΟΡΕΣ'],
  ['greek', 'τιμοκαταλογος', 'τιμοκατάλογος'],
  ['greek', 'μαιου', 'Μαΐου'],
  ['cyrillic', 'счет', 'Счёт'],
  ['cyrillic', 'ёлка', 'Ёлка'],
  ['cyrillic', 'елка', 'Ёлка'],
  ['cyrillic', 'замок', 'за́мок'],
  ['cyrillic', 'україна', 'Україна'],
  ['turkish', 'istanbul', 'İSTANBUL'],
  ['turkish', 'ışık', 'IŞIK'],
  ['turkish', 'isik', 'IŞIK'],
  ['turkish', 'isitici', 'ısıtıcı'],
  ['turkish', 'ISITICI', 'ısıtıcı'],
  ['arabic', 'العرض', 'العَرْضُ'],
  ['arabic', 'للعملاء', 'للعمـــلاء'],
  ['arabic', 'والاستثمار', 'والإستثمار'],
  ['arabic', 'المدينه', 'المدينة'],
  ['arabic', 'اسعار', 'أسعار'],
  ['arabic', '2025', '٢٠٢٥'],
  ['persian', 'قيمت', 'قیمت'],
  ['persian', 'كتاب', 'کتاب'],
  ['hebrew', 'הצעת', 'הַצָּעַת'],
  ['polish', 'lodzi', 'Łodzi'],
  ['polish', 'zaklad', 'Zakład'],
  ['polish', 'dorde', 'Đorđe'],
  ['polish', 'soren', 'Søren'],
  ['vietnamese', 'bang', 'Bảng'],
  ['vietnamese', 'dieu', 'Điều'],
  ['hindi', 'मूल्य', 'मूल्य'],
  ['hindi', 'फाइल', 'फ़ाइल'],
  ['hindi', 'जहां', 'जहाँ'],
  ['german', 'grosse', 'Große'],
  ['german', 'massnahmen', 'Maßnahmen'],
  ['german', 'straße', 'Straße'],
  ['danish', 'aero', 'Ærø'],
  ['danish', 'oeuvre', 'œuvre'],
] as const)('a %s text', (of, typed, written) => {
  it(`has for “${typed}” the word “${written}”, marked in the list and in the reader`, async () => {
    const page = PAGES[of];
    expect(await marks(page, typed)).toContain(written);
    expect(inReader(page, typed)).toContain(written);
    expect(inReader(page.normalize('NFD'), typed)).toContain(written.normalize('NFD'));
  });
});

describe('letters that tell words apart', () => {
  it('stay apart', async () => {
    expect(foldLetters('мой')).not.toBe(foldLetters('мои'));
    expect(foldLetters('їжак')).not.toBe(foldLetters('іжак'));
    expect(await marks('मूल्य', 'मल्य')).toBeUndefined();
    expect(foldLetters('पानी')).not.toBe(foldLetters('पान'));
  });
});

describe('folding', () => {
  it('folded twice is folded once, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldLetters(foldLetters(text))).toBe(foldLetters(text));
      }),
    );
  });
});

describe('an apostrophe within a word', () => {
  it.each(["об'єкт", 'об’єкт', 'обʼєкт'])('is the same, whichever is written: %s', async (query) => {
    for (const page of ['Наш об’єкт тут', 'Наш обʼєкт тут', "Наш об'єкт тут"])
      expect((await marks(page, query))?.join(''), page).toMatch(/об.?єкт/u);
  });
});

describe('a Korean word', () => {
  it('is found with what is written behind it', async () => {
    expect(await marks('고객을 위한 가격표와 데이터 보안 계약서입니다.', '가격')).toEqual(['가격표와']);
    expect(await marks('고객을 위한 가격표와 데이터 보안 계약서입니다.', '계약서')).toEqual(['계약서입니다']);
  });
});

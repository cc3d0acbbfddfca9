import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../../src/platform/extract/encoding/decode.ts';
import { encodingOfLabel } from '../../../../src/platform/extract/encoding/encodings.ts';
import { encodingOf } from '../../../../src/platform/extract/encoding/text-encoding.ts';
import { makeZip, paragraph, relationships } from '../../../fixtures/documents/make-package.ts';
import { withExtractor } from './support.ts';

const docs = withExtractor();

/** A price list's line in many languages, and an encoding in which people save it; the byte order of each is a standard's. */
const LINES = {
  'windows-1252': 'Preisliste: Kühlregal Größe M kostet 1.299,00 €. „Schnelle Lieferung“ – ab Lager Köln',
  'windows-1250': 'Łożysko stożkowe dużej mocy: 99,00 zł za sztukę, przy większych zamówieniach rabat',
  'windows-1251': 'Прайс-лист на холодильное оборудование: цены указаны без учёта НДС',
  'windows-1253': 'Τιμοκατάλογος ψυγείων: οι τιμές ισχύουν έως το τέλος του έτους',
  'windows-1254':
    'Buzdolapları için geçerli fiyatlar yıl sonuna kadar değişmez, şartlar sözleşmede yazılıdır',
  'windows-1255': 'מחירון מקררים. המחירים אינם כוללים מע"מ ותקפים עד סוף השנה',
  'windows-1256': 'قائمة أسعار الثلاجات. الأسعار لا تشمل الضريبة وهي صالحة حتى نهاية العام',
  'windows-1257': 'Kainoraštis galioja iki metų pabaigos, šaldytuvų kainos nurodytos be mokesčio',
  'windows-874': 'รายการราคาตู้เย็น ราคาไม่รวมภาษีมูลค่าเพิ่ม และมีผลจนถึงสิ้นปี',
  'koi8-r': 'Прайс-лист на холодильное оборудование: цены указаны без учёта НДС',
  ibm866: 'Прайс-лист на холодильное оборудование: цены указаны без учёта НДС',
  shift_jis: '商品価格表。冷蔵庫の価格は消費税を含みません。年末まで有効です。',
  'euc-jp': '商品価格表。冷蔵庫の価格は消費税を含みません。年末まで有効です。',
  gbk: '产品价格表。冰箱价格不含增值税，有效期至年底。',
  big5: '產品價格表。冰箱價格不含營業稅，有效期至年底。',
  'euc-kr': '제품 가격표. 냉장고 가격은 부가가치세를 포함하지 않으며 연말까지 유효합니다.',
  'utf-16le': 'Прайс-лист на холодильное оборудование: цены указаны без учёта НДС',
  'utf-8': 'Preisliste: Größe M kostet 1.299,00 €; Прайс-лист; 商品価格表',
} as const;
const NAMES = Object.keys(LINES) as (keyof typeof LINES)[];
const encode = (text: string, encoding: string) => new Uint8Array(iconv.encode(text, encoding));
const csv = (text: string) => `Artikel;1\r\n${text};2\r\n${text};3\r\n`;

describe('a text in any encoding that people save in', () => {
  it.each(NAMES)('is read in %s, though nothing says that it is', (name) => {
    const bytes = encode(csv(LINES[name]), name);
    const encoding = encodingOf(bytes, false);
    expect(encoding && decodeText(bytes, encoding)).toBe(csv(LINES[name]));
  });

  it('keeps the euro sign and curly quotes of windows-1252, on every Node', () => {
    const bytes = Uint8Array.of(0x80, 0x20, 0x84, 0x61, 0x93, 0x20, 0x96, 0x20, 0x91, 0x62, 0x92, 0x20, 0x99);
    expect(decodeText(bytes, 'windows-1252')).toBe('€ „a“ – ‘b’ ™');
  });

  it('keeps the euro sign and curly quotes of a Mac', () => {
    expect(decodeText(Uint8Array.of(0xdb, 0x20, 0xd2, 0x61, 0xd3), 'macintosh')).toBe('€ “a”');
  });

  it('has the letters of Belarus in the Ukrainian one', () => {
    expect(decodeText(Uint8Array.of(0xae, 0xbe, 0xa4), 'koi8-u')).toBe('ўЎє');
  });

  it('reads the Japanese of mails, switched by escapes, wherever it is cut', () => {
    const bytes = Uint8Array.from(Buffer.from('price: \x1b$B2A3J\x1b(B 100 \x1b(I12\x1b(B', 'latin1'));
    expect(encodingOf(bytes, false)).toBe('iso-2022-jp');
    expect(decodeText(bytes, 'iso-2022-jp')).toBe('price: 価格 100 ｱｲ');
  });

  it.each([
    ['latin1', 'windows-1252'],
    ['ISO-8859-1', 'windows-1252'],
    ['us-ascii', 'windows-1252'],
    ['iso-8859-9', 'windows-1254'],
    ['TIS-620', 'windows-874'],
    ['gb2312', 'gb18030'],
    ['GBK', 'gb18030'],
    ['ks_c_5601-1987', 'euc-kr'],
    ['x-sjis', 'shift_jis'],
    ['Windows-31J', 'shift_jis'],
    ['Big5-HKSCS', 'big5'],
    ['x-mac-cyrillic', 'x-mac-cyrillic'],
    ['cp866', 'ibm866'],
    ['utf8', 'utf-8'],
    ['klingon', undefined],
  ])('is called %s by documents and read as browsers do: %s', (label, name) => {
    expect(encodingOfLabel(label)).toBe(name);
  });

  it('has a decoder for every encoding of the standard, the same as the browser’s', () => {
    const standard =
      'utf-8 ibm866 iso-8859-2 iso-8859-3 iso-8859-4 iso-8859-5 iso-8859-6 iso-8859-7 iso-8859-8 iso-8859-8-i iso-8859-10 iso-8859-13 iso-8859-14 iso-8859-15 iso-8859-16 koi8-r koi8-u macintosh windows-874 windows-1250 windows-1251 windows-1252 windows-1253 windows-1254 windows-1255 windows-1256 windows-1257 windows-1258 x-mac-cyrillic gbk gb18030 big5 euc-jp iso-2022-jp shift_jis euc-kr utf-16be utf-16le';
    for (const label of standard.split(' ')) expect(encodingOfLabel(label), label).toBeDefined();
    // Of one byte a letter: every byte that is a letter to the browser. Signs without a name (a Mac's apple) are none.
    const high = Array.from({ length: 0x80 }, (_, at) => 0x80 + at);
    for (const label of standard
      .split(' ')
      .filter((one) => /^(iso-8859|windows|koi8|mac|x-mac|ibm)/.test(one))) {
      const encoding = encodingOfLabel(label);
      const wrong = high.filter((byte) => {
        const browsers = new TextDecoder(label).decode(Uint8Array.of(byte)).normalize();
        const isLetter = !/[\u0080-\u009f\ue000-\uf8ff\ufffd]/.test(browsers);
        return isLetter && encoding && decodeText(Uint8Array.of(byte), encoding).normalize() !== browsers;
      });
      expect(wrong, label).toEqual([]);
    }
  });

  it('is UTF-8 wherever it is cut', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), fc.nat(), (name, at) => {
        const bytes = encode(`x${LINES[name]}`, 'utf-8');
        const cut = bytes.subarray(0, 1 + (at % bytes.length));
        expect(encodingOf(cut, cut.length < bytes.length)).toBe('utf-8');
      }),
    );
  });

  it('is none when it is noise', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 300, max: 3_000 }), (seed, length) => {
        expect(encodingOf(noise(seed, length), false)).toBeUndefined();
      }),
      { numRuns: 200 },
    );
  });
});

/** Bytes without meaning or controls (xorshift, Marsaglia 2003). */
function noise(seed: number, length: number): Uint8Array {
  let state = seed | 1;
  return Uint8Array.from({ length }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const byte = (state >>> 8) & 0xff;
    return byte < 0x20 || byte === 0x7f ? byte | 0xa0 : byte;
  });
}

describe('a document in another encoding than UTF-8', () => {
  it.each(['windows-1252', 'windows-1250', 'windows-1251', 'shift_jis', 'gbk'] as const)(
    'is searchable as a CSV in %s',
    async (name) => {
      const { text, pages } = await docs.extract(`${name}.csv`, encode(csv(LINES[name]), name));
      expect(text.state).toBe('searchable');
      expect(pages[0]?.text).toContain(LINES[name]);
    },
  );

  it('is believed what its page declares, also far behind a script', async () => {
    const script = `<script>${'var a = 1;\n'.repeat(900)}</script>`;
    const page = (charset: string, text: string) =>
      encode(
        `<html><head>${script}<meta http-equiv="Content-Type" content="text/html; charset=${charset}"></head><body>${text}</body></html>`,
        charset,
      );
    for (const [charset, text] of [
      ['windows-1250', 'Łódź'],
      ['iso-8859-6', 'قائمة'],
      ['shift_jis', '価格'],
      ['iso-8859-1', 'Größe'],
    ] as const) {
      const { pages } = await docs.extract('page.html', page(charset, text));
      expect(pages[0]?.text, charset).toBe(text);
    }
  });

  it('is not believed what its page declares where it is UTF-8, or can’t be', async () => {
    const page = (text: string, charset: string) =>
      encode(`<html><meta charset="windows-1251"><body>${text}</body></html>`, charset);
    const utf8 = await docs.extract('page.html', page(LINES['windows-1252'], 'utf-8'));
    expect(utf8.pages[0]?.text).toBe(LINES['windows-1252']);
  });

  it('is read to its end when its first letter that is no plain one stands far behind', async () => {
    const text = `${'Plain words and 1,000 numbers.\n'.repeat(3_000)}Die Größe kostet 12 € für „Kühlregale“.`;
    const { pages } = await docs.extract('late.txt', encode(text, 'windows-1252'));
    expect(pages.at(-1)?.text).toContain('Die Größe kostet 12 € für „Kühlregale“.');
  });

  it('is not searchable when it is noise under a text’s name', async () => {
    const { text } = await docs.extract('noise.txt', noise(7, 5_000));
    expect(text.state).toBe('not');
  });

  it('is read as RTF in the code page of each font, a letter’s second byte written plainly too', async () => {
    const hex = (text: string, encoding: string) =>
      [...iconv.encode(text, encoding)].map((byte) => `\\'${byte.toString(16).padStart(2, '0')}`).join('');
    const rtf =
      `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset128 MS Mincho;}{\\f2\\fcharset204 Arial CYR;}{\\f3\\fcharset238 Arial CE;}}` +
      `{\\info{\\title Preis \\'80}}\\f0 12 \\'80 {\\f1 ${hex('価格', 'shift_jis')} \\'83A\\'83\\'41} {\\f2 ${hex('Цена', 'windows-1251')}} {\\f3 ${hex('Łódź', 'windows-1250')}} \\'93end\\'94\\par}`;
    const { pages } = await docs.extract('fonts.rtf', rtf);
    expect(pages[0]?.text).toBe('12 € 価格 アア Цена Łódź “end”');
  });

  it('is read in a part of a package that declares it', async () => {
    const body = `<?xml version="1.0" encoding="windows-1251"?><w:document xmlns:w="w"><w:body>${paragraph('Цена договора')}</w:body></w:document>`;
    const zip = makeZip({
      '[Content_Types].xml': '<Types/>',
      '_rels/.rels': relationships({ d: ['officeDocument', 'word/document.xml'] }),
      'word/document.xml': encode(body, 'windows-1251'),
    });
    expect((await docs.extract('declared.docx', zip)).pages[0]?.text).toBe('Цена договора');
  });
});

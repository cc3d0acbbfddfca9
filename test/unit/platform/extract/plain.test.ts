import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlText } from '../../../../src/platform/extract/plain/html-text.ts';
import { readMarkdown } from '../../../../src/platform/extract/plain/read-markdown.ts';
import { cutIntoPages } from '../../../../src/platform/extract/plain/read-plain.ts';
import { rtfText } from '../../../../src/platform/extract/plain/read-rtf.ts';
import { cleanText, isGarbled, oneLine } from '../../../../src/platform/extract/text/clean.ts';
import { languageOf } from '../../../../src/platform/extract/text/language.ts';
import { titleOfMetadata } from '../../../../src/platform/extract/text/title.ts';
import { countWords } from '../../../../src/platform/extract/text/words.ts';
import { withExtractor } from './support.ts';

const docs = withExtractor();
const markdown = (text: string) => readMarkdown({ text, truncated: false });

describe('Markdown', () => {
  it('is read in pages by its headings, in words without markup', () => {
    const { pages, title } = markdown(
      '# Objections\n\nIt is **too expensive**, see [the sheet](https://x.example/a_b).\n\n## *Price*\n\n- one\n- [x] `two`\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n### Detail\nsnake_case stays\n',
    );
    expect(title).toBe('Objections');
    expect(pages).toEqual([
      { label: 'Objections', text: 'Objections\n\nIt is too expensive, see the sheet.' },
      { label: 'Price', text: 'Price\n\none\ntwo\n\na\tb\n\n1\t2\n\nDetail\nsnake_case stays' },
    ]);
  });

  it('has its title from its front matter first', () => {
    expect(markdown('---\ntitle: "Battlecard: Payvane"\n---\n# Other\n')).toMatchObject({
      title: 'Battlecard: Payvane',
      pages: [{ label: 'Other' }],
    });
  });

  it('keeps headings of code out of it, and reads underlined ones', () => {
    const { pages } = markdown('Top\n===\n\n```sh\n# not a heading\n```\n');
    expect(pages).toEqual([{ label: 'Top', text: 'Top\n\n# not a heading' }]);
  });

  it('loses no word to its cutting', () => {
    const word = fc.stringMatching(/^[a-z]{1,12}$/);
    fc.assert(
      fc.property(fc.array(fc.array(word, { minLength: 1 }), { minLength: 1 }), (paragraphs) => {
        const words = paragraphs.flat();
        const read = markdown(paragraphs.map((one) => one.join(' ')).join('\n\n')).pages;
        expect(read.flatMap((page) => page.text.split(/\s+/))).toEqual(words);
      }),
    );
  });
});

describe('HTML', () => {
  it('is read in its visible words, with its title', async () => {
    const html =
      '<!doctype html><html><head><title>Fennwick &amp; you</title><style>p{}</style></head><body><h1>Hello</h1>' +
      '<p>One <b>two</b><br>three</p><script>alert("<p>no</p>")</script><!-- hidden --><ul><li>a<li>b</ul>' +
      '<img alt="chart"><p title="a>b">caf&eacute; &#8364;&#x20AC;</p></body></html>';
    expect(await docs.extract('a.html', html)).toMatchObject({
      title: 'Fennwick & you',
      text: { state: 'searchable' },
    });
    expect(cleanText(htmlText(html).text)).toBe('Hello\n\nOne two\nthree\n\na\nb\nchart\n\ncafé €€');
  });

  it('has every character that HTML has a name for, as browsers read it', async () => {
    const html = '<p>&alpha; &le; &hearts; &Scaron;koda &#150; &copy 2026 Umsatz&shy;plan &zzz; AT&T</p>';
    expect(htmlText(html).text.trim()).toBe('α ≤ ♥ Škoda – © 2026 Umsatzplan &zzz; AT&T');
  });

  it('has its first heading as title when it has none', async () => {
    expect(await docs.extract('a.html', '<body><h1>Price <i>list</i></h1>')).toMatchObject({
      title: 'Price list',
    });
  });

  it('of any shape is read without an error, in linear time', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '</',
      '<!--',
      '-->',
      '<script',
      '</script>',
      '"',
      "'",
      '=',
      '&',
      '&#',
      ';',
      'a',
      ' ',
      '<p ',
      '<!',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
        expect(typeof htmlText(pieces.join('')).text).toBe('string');
      }),
    );
    expect(htmlText('<a href="'.repeat(50_000)).text.length).toBeLessThan(1_000_000);
  });
});

describe('RTF', () => {
  it('is read in its words, without fonts, pictures and codes', () => {
    const source =
      "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}{\\info{\\title Offer}}{\\*\\generator x;}\\pard Caf\\'e9\\tab b\\par{\\pict abcdef}\\u8364?uro \\{x\\}}";
    expect(rtfText(source)).toEqual({ text: 'Café\tb\n€uro {x}', title: 'Offer', hiddenText: '' });
  });
});

describe('a star in RTF', () => {
  it('has a group passed over where it begins it, and nothing elsewhere', () => {
    expect(rtfText(String.raw`{\rtf1{\*\unknown no}{\f2\*\cs7 words}}`).text).toBe('words');
  });
});

describe('an RTF’s title', () => {
  it('is the one in Unicode, where it is written twice', () => {
    const source = String.raw`{\rtf1\ansi{\info{\upr{\title ???}{\*\ud{\title \u26085?\u26412?}}}}{\upr{no}{\*\ud{yes}}}}`;
    expect(rtfText(source)).toMatchObject({ title: '日本', text: 'yes' });
  });
});

describe('a long text', () => {
  it('is cut into pages where it pauses, and stays whole', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 600 }),
        (piece, times) => {
          const text = `${piece} and more.\n`.repeat(times);
          const pages = cutIntoPages(text);
          expect(pages.join('')).toBe(text);
          for (const page of pages) expect(page.length).toBeLessThanOrEqual(3_901);
        },
      ),
    );
  });
});

describe('text that is kept', () => {
  it('has no control characters, lone surrogates or surplus space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const cleaned = cleanText(text);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is the point
        expect(cleaned).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
        expect(Buffer.from(cleaned, 'utf8').toString('utf8')).toBe(cleaned);
        expect(cleanText(cleaned)).toBe(cleaned);
      }),
    );
  });

  it('is taken for garbled when a tenth of it is no writing', () => {
    expect(isGarbled('plain words')).toBe(false);
    expect(isGarbled('\u0001\u0002words')).toBe(true);
    expect(isGarbled('\ue001\ue002\ue003 words')).toBe(true);
  });
});

describe('a title', () => {
  it.each([
    'Microsoft Word - offer.doc',
    'untitled',
    'Präsentation1',
    'PowerPoint Presentation',
    'deck_final.pptx',
    'C:\\a',
    '12/34',
    '',
  ])('is not %j, which a program wrote', (title) => expect(titleOfMetadata(title)).toBeUndefined());

  it('is one line of at most 300 characters', () => {
    expect(titleOfMetadata(' Why\n\tthey  buy ')).toBe('Why they buy');
    expect(oneLine('ä'.repeat(400))).toHaveLength(300);
    expect(oneLine(' \n ')).toBeUndefined();
  });
});

describe('words', () => {
  it('are counted by spaces, and where there are none by sense', () => {
    expect(countWords('It’s a 3.5-year, half-price plan — really')).toBe(6);
    expect(countWords('我们的价格很低')).toBeGreaterThan(2);
    expect(countWords('ราคาของเราต่ำ')).toBeGreaterThan(1);
    expect(countWords('')).toBe(0);
  });
});

describe('the language', () => {
  it.each([
    [
      'en',
      'Our customers see results within the first three months, because the platform is easy to set up and everybody in the team understands what it does for them.',
    ],
    [
      'de',
      'Unsere Kunden sehen schon in den ersten drei Monaten Ergebnisse, weil sich die Plattform leicht einrichten lässt und jeder im Team versteht, was sie für ihn tut.',
    ],
    [
      'fr',
      'Nos clients voient des résultats dès les trois premiers mois, parce que la plateforme est facile à mettre en place et que toute l’équipe comprend ce qu’elle apporte.',
    ],
    [
      'es',
      'Nuestros clientes ven resultados en los tres primeros meses, porque la plataforma es fácil de configurar y todo el equipo entiende lo que hace por ellos.',
    ],
    ['zh', '我们的客户在头三个月内就能看到成果，因为该平台易于设置，团队中的每个人都了解它。'],
    ['ja', 'お客様は最初の三か月で成果を実感しています。設定が簡単だからです。'],
  ])('%s is told', (language, text) => expect(languageOf([text])).toBe(language));

  it('of a few words is not guessed', () => {
    expect(languageOf(['Price list 2026'])).toBeUndefined();
    expect(languageOf([])).toBeUndefined();
  });
});

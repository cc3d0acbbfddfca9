import { describe, expect, it } from 'vitest';
import { makeOpenDocument, odfStyle } from '../../../fixtures/documents/make-opendocument.ts';
import { withExtractor } from './support.ts';

const docs = withExtractor();

/** Letter paper, an inch around: 648 points of text, 46 lines of Times at 12 points (13.8 each). */
const LINES = 46;
const layout = (name: string, size: string, more = '') =>
  `<style:page-layout style:name="${name}"><style:page-layout-properties ${size} fo:margin="1in"/>${more}</style:page-layout>`;
const LETTER = 'fo:page-width="8.5in" fo:page-height="11in"';
const master = (name: string, of: string, content = '', more = '') =>
  `<style:master-page style:name="${name}" style:page-layout-name="${of}"${more}>${content}</style:master-page>`;
const styles = (layouts: string, masters: string, named = '') =>
  `<office:document-styles xmlns:office="o" xmlns:style="s" xmlns:text="t" xmlns:fo="f" xmlns:svg="sv"><office:styles>${named}</office:styles>` +
  `<office:automatic-styles>${layouts}</office:automatic-styles><office:master-styles>${masters}</office:master-styles></office:document-styles>`;
const PLAIN = styles(layout('L', LETTER), master('Standard', 'L'));

const line = (text: string, style = 'Standard') => `<text:p text:style-name="${style}">${text}</text:p>`;
const lines = (count: number, name = 'line', style?: string) =>
  Array.from({ length: count }, (_, index) => line(`${name}${index + 1}`, style)).join('');
/** Words each as wide as a line. */
const wide = (count: number, name: string) =>
  Array.from({ length: count }, (_, index) => `${name}${index + 1}${'x'.repeat(60)}`).join(' ');
const paragraphStyle = (name: string, properties: string, more = '') =>
  odfStyle(name, 'paragraph', `<style:paragraph-properties ${properties}/>${more}`);

type More = { readonly styles?: string; readonly page?: string };

const read = (body: string, { styles: own = '', page = PLAIN }: More = {}) =>
  docs.extract('a.odt', makeOpenDocument('text', body, { styles: own, parts: { 'styles.xml': page } }));

/** On which page (1-based) each word is. */
async function pagesOf(body: string, words: readonly string[], more?: More): Promise<number[]> {
  const { pages } = await read(body, more);
  return words.map(
    (word) => pages.findIndex(({ text }) => new RegExp(`(?<![a-z0-9])${word}(?!\\d)`).test(text)) + 1,
  );
}

describe('an OpenDocument text without noted pages', () => {
  it('is laid out by its paper, margins and font, and says so', async () => {
    const { pageCount, approximatePages, pages } = await read(lines(LINES * 2 + 1));
    expect(pageCount).toBe(3);
    expect(approximatePages).toBe(true);
    expect(pages[0]?.text.split('\n')).toHaveLength(LINES);
    expect(pages[2]?.text).toBe(`line${LINES * 2 + 1}`);
  });

  it('says nothing of the kind where it has one page, its author began them, or its program noted them', async () => {
    expect(await read(line('alone'))).not.toHaveProperty('approximatePages');
    const own =
      paragraphStyle('New', 'fo:break-before="page"') + paragraphStyle('Last', 'fo:break-after="page"');
    const begun = line('one') + line('two', 'New') + line('three', 'Last') + line('four');
    const { pages, ...told } = await read(begun, { styles: own });
    expect(pages.map(({ text }) => text)).toEqual(['one', 'two\nthree', 'four']);
    expect(told).not.toHaveProperty('approximatePages');
    const noted = await read(`${lines(100)}<text:p>last<text:soft-page-break/> page</text:p>`);
    expect(noted.pages.map(({ text }) => text.split('\n').length)).toEqual([101, 1]);
    expect(noted).not.toHaveProperty('approximatePages');
  });

  it('begins pages within paragraphs, never within words, and keeps its text as it is', async () => {
    const body = `${lines(LINES - 3)}<text:p>${wide(4, 'a')}<text:span> ${wide(3, 'b')}</text:span>\n   ${wide(2, 'c')}</text:p>`;
    const { pages } = await read(body);
    expect(pages).toHaveLength(2);
    expect(pages[1]?.text.startsWith('a4x')).toBe(true);
    const words = pages.flatMap(({ text }) => text.split(/\s+/));
    expect(words.slice(LINES - 3)).toEqual([wide(4, 'a'), wide(3, 'b'), wide(2, 'c')].join(' ').split(' '));
    // What is too long for a page, or for a word, goes on on the next one.
    const endless = (await read(line('o'.repeat(6_000)))).pages;
    expect(endless.map(({ text }) => text).join('')).toBe('o'.repeat(6_000));
    expect(endless).toHaveLength(2);
  });

  it('has spaces, lines and sizes of its styles and of those that they follow', async () => {
    const own =
      odfStyle('Big', 'paragraph', '<style:text-properties fo:font-size="200%"/>', 'Base') +
      paragraphStyle('Base', 'fo:margin-top="6pt" fo:margin-bottom="6pt" fo:line-height="150%"') +
      paragraphStyle('Fixed', 'fo:line-height="27pt"');
    // 24 points: lines of 27.6, half of it more, and 12 between; 12 fit (13 of them would be 692 points high).
    expect(await pagesOf(lines(14, 'big', 'Big'), ['big12', 'big13'], { styles: own })).toEqual([1, 2]);
    expect(await pagesOf(lines(30, 'line', 'Fixed'), ['line24', 'line25'], { styles: own })).toEqual([1, 2]);
  });

  it('has room for headers, pictures in its lines and notes below the page', async () => {
    const edge = `<style:header-style><style:header-footer-properties fo:min-height="20pt" fo:margin-bottom="27.6pt"/></style:header-style>`;
    const header = `<style:header>${line('head')}${line('head')}</style:header>`;
    const page = styles(layout('L', LETTER, edge), master('Standard', 'L', header));
    // Two lines and the room to the text: four lines less.
    expect(await pagesOf(lines(LINES), ['line42', 'line43'], { page })).toEqual([1, 2]);
    const picture = (anchor: string) =>
      line(
        `<draw:frame text:anchor-type="${anchor}" svg:width="100pt" svg:height="138pt"><draw:image/></draw:frame>`,
      );
    expect(await pagesOf(picture('as-char') + lines(LINES), ['line36', 'line37'])).toEqual([1, 2]);
    expect(await pagesOf(picture('page') + lines(LINES), ['line45', 'line46'])).toEqual([1, 2]);
    const note = `<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>${lines(4, 'note')}</text:note-body></text:note>`;
    expect(await pagesOf(line(`word${note}`) + lines(LINES), ['line41', 'line42', 'note4'])).toEqual([
      1, 2, 1,
    ]);
  });

  it('changes its paper where its author says so, and what stands above the first page only there', async () => {
    const small = 'fo:page-width="8.5in" fo:page-height="5.83in"';
    const page = styles(
      layout('L', LETTER) + layout('S', small),
      master('Standard', 'L') + master('Small', 'S'),
    );
    const own = odfStyle('Turn', 'paragraph', '').replace('>', ' style:master-page-name="Small">');
    const body = line('one') + line('two', 'Turn') + lines(25);
    // 275.76 points: nineteen lines, of which the first is the other paragraph.
    expect(await pagesOf(body, ['one', 'two', 'line18', 'line19'], { page, styles: own })).toEqual([
      1, 2, 2, 3,
    ]);
    const header = `<style:header>${lines(10, 'head')}</style:header>`;
    const first = styles(
      layout('L', LETTER),
      master('Standard', 'L', header, ' style:next-style-name="Rest"') + master('Rest', 'L'),
    );
    expect(await pagesOf(lines(100), ['line36', 'line37', 'line82', 'line83'], { page: first })).toEqual([
      1, 2, 2, 3,
    ]);
  });

  it('has tables with columns as wide as they say, headings on each page, and cells over several rows', async () => {
    const column = (name: string, width: string) =>
      odfStyle(name, 'table-column', `<style:table-column-properties ${width}/>`);
    const own =
      column('Wide', 'style:rel-column-width="9*"') +
      column('Narrow', 'style:rel-column-width="1*"') +
      odfStyle('Cell', 'table-cell', '<style:table-cell-properties fo:padding="0in"/>');
    const cell = (content: string, more = '') =>
      `<table:table-cell table:style-name="Cell"${more}>${content}</table:table-cell>`;
    const row = (content: string) => `<table:table-row>${content}</table:table-row>`;
    const table = (rows: string) =>
      `<table:table><table:table-column table:style-name="Wide"/><table:table-column table:style-name="Narrow"/>${rows}</table:table>`;
    const text = Array.from({ length: 60 }, (_, at) => `word${at}`).join(' ');
    // Six lines in the wide column; in one of the half they would be ten.
    const tall = table(row(cell(line(text)) + cell(line('x')))) + lines(LINES);
    expect(await pagesOf(tall, ['line40', 'line45'], { styles: own })).toEqual([1, 2]);
    const head = `<table:table-header-rows>${row(cell(line('head')) + cell(line('x')))}</table:table-header-rows>`;
    const rows = Array.from({ length: 100 }, (_, at) => row(cell(line(`row${at + 1}`)) + cell(line('x'))));
    expect(
      await pagesOf(table(head + rows.join('')), ['row45', 'row46', 'row90', 'row91'], { styles: own }),
    ).toEqual([1, 2, 2, 3]);
    const spanned = table(
      row(cell(line('one')) + cell(lines(30, 'deep'), ' table:number-rows-spanned="2"')) +
        row(`${cell(line('two'))}<table:covered-table-cell/>`),
    );
    expect(await pagesOf(spanned + lines(LINES), ['line16', 'line17'], { styles: own })).toEqual([1, 2]);
  });

  it('has columns of a section beside each other, and lists as far in as they say', async () => {
    const own =
      odfStyle(
        'Two',
        'section',
        '<style:section-properties><style:columns fo:column-count="2" fo:column-gap="0in"/></style:section-properties>',
      ) +
      '<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties><style:list-level-label-alignment fo:margin-left="5in" fo:text-indent="-0.2in"/></style:list-level-properties></text:list-level-style-bullet></text:list-style>';
    const section = `<text:section text:style-name="Two">${lines(90)}</text:section>`;
    expect(
      await pagesOf(section + lines(4, 'after'), ['line90', 'after1', 'after2'], { styles: own }),
    ).toEqual([1, 1, 2]);
    // An inch and a half is left: one of these words a line.
    const item = line(
      Array.from({ length: LINES + 1 }, (_, at) => `item${at + 1}${'m'.repeat(8)}`).join(' '),
    );
    const { pageCount } = await read(
      `<text:list text:style-name="L1"><text:list-item>${item}</text:list-item></text:list>`,
      { styles: own },
    );
    expect(pageCount).toBe(2);
    expect((await read(item)).pageCount).toBe(1);
  });

  it('is read whole whatever its measures, depths and counts say', async () => {
    const own =
      paragraphStyle(
        'Odd',
        'fo:margin-left="99999in" fo:line-height="0%" fo:text-indent="NaN" fo:margin-top="-9in"',
      ) +
      odfStyle('Loop', 'paragraph', '<style:text-properties fo:font-size="9999%"/>', 'Loop') +
      odfStyle(
        'Many',
        'section',
        '<style:section-properties><style:columns fo:column-count="999999"/></style:section-properties>',
      );
    const nested = `${'<table:table><table:table-row><table:table-cell table:number-columns-spanned="999999999" table:number-rows-spanned="99999999">'.repeat(60)}${line('deep')}${'</table:table-cell></table:table-row></table:table>'.repeat(60)}`;
    const columns = `<table:table><table:table-column table:number-columns-repeated="999999999"/><table:table-row><table:table-cell>${line('cell')}</table:table-cell></table:table-row></table:table>`;
    const body = `${line('odd', 'Odd')}${line('loop', 'Loop')}${nested}${columns}<text:section text:style-name="Many">${line('many')}</text:section><text:p>spaces<text:s text:c="999999999"/></text:p>`;
    const page = styles(
      '<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="0in" fo:page-height="-1in" fo:margin="900in"/></style:page-layout>',
      master(
        'Standard',
        'L',
        `<style:header>${lines(400)}</style:header>`,
        ' style:next-style-name="Standard"',
      ),
    );
    const { pages } = await read(body, { styles: own, page });
    const text = pages.map((one) => one.text).join(' ');
    for (const word of ['odd', 'loop', 'deep', 'cell', 'many', 'spaces']) expect(text).toContain(word);
  });
});

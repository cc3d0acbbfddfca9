import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { makeOpenDocument, odfStyle } from '../../../fixtures/documents/make-opendocument.ts';
import { withExtractor } from './support.ts';

const docs = withExtractor();

const p = (text: string, style = '') => `<text:p text:style-name="${style}">${text}</text:p>`;
const span = (style: string, text: string) => `<text:span text:style-name="${style}">${text}</text:span>`;
const textStyle = (name: string, properties: string, parent?: string) =>
  odfStyle(name, 'text', `<style:text-properties ${properties}/>`, parent);
const cell = (text: string, more = '') =>
  `<table:table-cell ${more}>${text === '' ? '' : p(text)}</table:table-cell>`;
const row = (cells: string, more = '') => `<table:table-row ${more}>${cells}</table:table-row>`;

describe('an OpenDocument text', () => {
  it('is read in its pages, with title and date, notes below, tables in rows', async () => {
    const styles = odfStyle('New', 'paragraph', '<style:paragraph-properties fo:break-before="page"/>');
    const body =
      `<office:forms/><text:h text:outline-level="1">Offer for conveyors</text:h>${p('Payback<text:s text:c="2"/>in <text:line-break/>months<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>After tax.</text:p></text:note-body></text:note>')}` +
      `<table:table table:name="T"><table:table-column/>${row(cell('Lane') + cell('') + cell('39 €'))}${row(cell('Belt') + cell(''))}</table:table>` +
      `${p('Second page', 'New')}${p('goes<text:soft-page-break/> on')}`;
    const made = makeOpenDocument('text', body, { styles, date: '2026-11-29T14:00:00' });
    expect(await docs.extract('offer.odt', made)).toMatchObject({
      kind: 'odt',
      mediaType: 'application/vnd.oasis.opendocument.text',
      misnamed: false,
      title: 'Offer for conveyors',
      writtenAt: Date.parse('2026-11-29T14:00:00'),
      pageCount: 3,
      text: { state: 'searchable' },
      pages: [
        {
          label: '1',
          text: 'Offer for conveyors\nPayback  in\nmonths¹\nLane\t\t39 €\nBelt\n¹ After tax.',
        },
        { label: '2', text: 'Second page\ngoes' },
        { label: '3', text: 'on' },
      ],
    });
  });

  it('keeps raised, lowered and struck text apart, by styles and those that they follow', async () => {
    const styles =
      textStyle('Up', 'style:text-position="super 58%"') +
      textStyle('Same', '', 'Up') +
      textStyle('Down', 'style:text-position="-33% 58%"') +
      textStyle('Level', 'style:text-position="0% 100%"') +
      textStyle('Gone', 'style:text-line-through-style="solid"');
    const body = p(
      `The plan costs €39${span('Same', '1')} not €${span('Gone', '49')} and CO${span('Down', '2')} ${span('Up', span('Level', 'on the line'))}`,
    );
    const { pages } = await docs.extract('a.odt', makeOpenDocument('text', body, { styles }));
    expect(pages[0]?.text).toContain('€39¹ not €4\u03369\u0336 and CO₂ on the line');
  });

  it('keeps what was deleted out, and what is hidden apart', async () => {
    const body =
      `<text:tracked-changes><text:changed-region><text:deletion>${p('was 39')}</text:deletion></text:changed-region></text:tracked-changes>` +
      `${p(`Our offer ${span('Secret', 'floor 61')} stands<office:annotation><dc:creator>Mira</dc:creator>${p('really?')}</office:annotation>`)}` +
      `<text:section text:display="none">${p('for us only')}</text:section>`;
    const { pages } = await docs.extract('a.odt', makeOpenDocument('text', body));
    expect(pages).toEqual([{ label: '1', text: 'Our offer  stands', hiddenText: 'floor 61\nfor us only' }]);
  });

  it('that does not say where its pages end is laid out, with what is hidden on its page', async () => {
    const lines = Array.from({ length: 100 }, (_, at) =>
      p(`Line ${at} ${'words '.repeat(10)}${at === 90 ? span('Secret', 'floor 61') : ''}`),
    );
    const { pages } = await docs.extract('a.odt', makeOpenDocument('text', lines.join('')));
    expect(pages.map(({ hiddenText }) => hiddenText)).toEqual([undefined, 'floor 61']);
    expect(pages.flatMap(({ text }) => text.match(/Line \d+/g))).toHaveLength(100);
  });

  it('that needs a password says so, and a broken one is read as far as it goes', async () => {
    const parts = {
      'META-INF/manifest.xml':
        '<manifest:manifest xmlns:manifest="m"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
    };
    expect(await docs.extract('a.odt', makeOpenDocument('text', p('x'), { parts }))).toMatchObject({
      kind: 'odt',
      text: { state: 'not', reason: 'encrypted' },
    });
    const broken = makeOpenDocument('text', '', {
      parts: { 'content.xml': `<a xmlns:text="t"><b>${p('words')}${'<c>'.repeat(3_000)}` },
    });
    expect(await docs.extract('a.odt', broken)).toMatchObject({ text: { state: 'searchable' }, words: 1 });
  });

  it('is shown in its pages, with its tables', async () => {
    const body = `${p('1 &lt; 2')}<table:table>${row(cell('Lane') + cell('39'))}</table:table>`;
    expect(await docs.preview('a.odt', makeOpenDocument('text', body), 'odt')).toEqual({
      preview: 'html',
      html: '<section data-page="1"><p>1 &lt; 2</p><table><tr><td>Lane</td><td>39</td></tr></table></section>',
      truncated: false,
    });
  });
});

describe('an OpenDocument presentation', () => {
  const styles = odfStyle(
    'Off',
    'drawing-page',
    '<style:drawing-page-properties presentation:visibility="hidden"/>',
  );
  const frame = (kind: string, text: string) =>
    `<draw:frame presentation:class="${kind}"><draw:text-box>${p(text)}</draw:text-box></draw:frame>`;
  const deck = makeOpenDocument(
    'presentation',
    `<draw:page draw:name="page1" draw:style-name="Off">${frame('title', 'Walkaway price')}</draw:page>` +
      `<draw:page draw:name="page2">${frame('title', 'Our offer')}${frame('outline', 'Four lanes')}<presentation:notes>${frame('notes', 'Smile')}${p('<text:page-number>2</text:page-number>')}</presentation:notes></draw:page>`,
    { styles },
  );

  it('is read slide by slide, with notes, hidden slides marked', async () => {
    expect(await docs.extract('deck.odp', deck)).toMatchObject({
      kind: 'odp',
      title: 'Our offer',
      pageCount: 2,
      pages: [
        { label: 'Slide 1', text: 'Walkaway price', hidden: true },
        { label: 'Slide 2', text: 'Our offer\nFour lanes\nSmile' },
      ],
    });
  });

  it('has the words of its charts', async () => {
    const chart = `<c xmlns:text="t" xmlns:table="ta">${p('Sales')}<table:table>${row(cell('') + cell('2026'))}${row(cell('Lanes') + cell('39'))}</table:table></c>`;
    const body = `<draw:page>${frame('title', 'Offer')}<draw:frame><draw:object xlink:href="./Object 1"/><draw:object xlink:href="../../etc"/></draw:frame></draw:page>`;
    const made = makeOpenDocument('presentation', body, { parts: { 'Object 1/content.xml': chart } });
    expect((await docs.extract('a.odp', made)).pages[0]?.text).toBe('Offer\n\nSales\t2026\nLanes\t39');
  });

  it('has the picture that its program saved of its first slide, unless that is hidden', async () => {
    const parts = { 'Thumbnails/thumbnail.png': createCanvas(300, 200).toBuffer('image/png') };
    const shown = makeOpenDocument('presentation', `<draw:page>${frame('title', 'Offer')}</draw:page>`, {
      parts,
    });
    expect((await docs.extract('a.odp', shown)).thumbnail).toMatchObject({ width: 300, height: 200 });
    const hidden = `<draw:page draw:style-name="Off">${frame('title', 'Floor 61')}</draw:page>`;
    const { thumbnail } = await docs.extract(
      'a.odp',
      makeOpenDocument('presentation', hidden, { styles, parts }),
    );
    expect(thumbnail?.width).not.toBe(300);
  });

  it('is shown with its hidden slides marked', async () => {
    expect(await docs.preview('deck.odp', deck, 'odp')).toMatchObject({
      preview: 'html',
      html: expect.stringContaining('<section data-page="1" data-hidden="true"><h2>Slide 1</h2>'),
    });
  });
});

describe('an OpenDocument spreadsheet', () => {
  const styles = odfStyle('Off', 'table', '<style:table-properties table:display="false"/>');
  const book = makeOpenDocument(
    'spreadsheet',
    `<table:table table:name="Prices"><table:table-column/><table:table-column table:visibility="collapse"/><table:table-column table:number-columns-repeated="1022"/>` +
      row(cell('Lane') + cell('cost 31') + cell('39.00 €', 'office:value="39"')) +
      row(cell('', 'table:number-columns-repeated="1024"'), 'table:number-rows-repeated="5"') +
      row(cell('Floor') + cell('') + cell('62'), 'table:visibility="collapse"') +
      row(
        cell('', 'table:number-columns-repeated="2"') +
          cell('Belt<office:annotation><text:p>no</text:p></office:annotation>'),
      ) +
      `</table:table><table:table table:name="Margins" table:style-name="Off">${row(cell('62 %'))}</table:table>`,
    { styles, title: 'Price list' },
  );

  it('is read sheet by sheet in what its cells show, hidden rows, columns and sheets apart', async () => {
    expect(await docs.extract('prices.ods', book)).toMatchObject({
      kind: 'ods',
      title: 'Price list',
      pageCount: 2,
      pages: [
        { label: 'Prices', text: 'Lane\t39.00 €\nBelt', hiddenText: 'cost 31\nFloor\t62' },
        { label: 'Margins', text: '62 %', hidden: true },
      ],
    });
  });

  it('is shown as sheets, each cell in its place', async () => {
    expect(await docs.preview('prices.ods', book, 'ods')).toEqual({
      preview: 'sheets',
      sheets: [
        {
          label: 'Prices',
          rows: [['Lane', 'cost 31', '39.00 €'], [], [], [], [], [], ['Floor', '', '62'], ['', '', 'Belt']],
          totalRows: 8,
          totalColumns: 3,
          hiddenRows: [6],
          hiddenColumns: [1],
        },
        {
          ...{ label: 'Margins', hidden: true, rows: [['62 %']], totalRows: 1, totalColumns: 1 },
          ...{ hiddenRows: [], hiddenColumns: [] },
        },
      ],
    });
  });

  it('that says that it is huge is read in little', async () => {
    const cells = row(
      cell('x', 'table:number-columns-repeated="16384"'),
      'table:number-rows-repeated="1048576"',
    );
    const { pages } = await docs.extract(
      'a.ods',
      makeOpenDocument('spreadsheet', `<table:table>${cells}</table:table>`),
    );
    expect(pages[0]?.text.length).toBeLessThan(1_000);
  });
});

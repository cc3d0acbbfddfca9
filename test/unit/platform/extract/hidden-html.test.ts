import { describe, expect, it } from 'vitest';
import { withExtractor } from './support.ts';

const docs = withExtractor();
/** What is shown and what is hidden of a document of this body, each as one line. */
async function partsOf(body: string, head = '') {
  const { pages } = await docs.extract('a.html', `<html><head>${head}</head><body>${body}</body></html>`);
  const line = (text = '') => text.replace(/\s+/g, ' ').trim();
  return [line(pages[0]?.text), line(pages[0]?.hiddenText)];
}

describe('text of HTML that is hidden by its style', () => {
  it.each([
    ['a style', '<p>Price <span style="display: none">cost 12</span>39</p>'],
    ['the attribute', '<p>Price <span hidden>cost 12</span>39</p>'],
    ['invisibility', '<p>Price <span style="visibility:hidden !important">cost 12</span>39</p>'],
    ['white on white', '<p>Price <b style="color:#FFF;background:white">cost 12</b>39</p>'],
  ])('is told apart: %s', async (_, body) => {
    expect(await partsOf(body)).toEqual(['Price 39', 'cost 12']);
  });

  it.each([
    ['a class', '.note { display:none }', '<i class="big note">'],
    ['an id', '#inner{visibility:hidden}', '<i id=inner>'],
    ['a class of an element', 'p, i.note {color:red;display : none}', '<i class="note">'],
  ])('is found by a rule of the document: %s', async (_, css, tag) => {
    expect(await partsOf(`<div>Price ${tag}cost 12</i> 39</div>`, `<style>/* x */ ${css}</style>`)).toEqual([
      'Price 39',
      'cost 12',
    ]);
  });

  it('is what is within it too, but for what is visible again', async () => {
    const body =
      '<div style="visibility:hidden">a<b style="visibility:visible">b</b><br>c</div><div hidden>d<div>e</div>f<img alt="g"></div>h';
    expect(await partsOf(body)).toEqual(['b h', 'a c d e f g']);
  });

  it.each([
    [
      'for print or small screens only',
      '<style>@media print{.x{display:none}} @media (max-width:9px){.x{display:none}}</style><p class="x">word</p>',
    ],
    ['that a later rule shows', '<style>.x{display:none} .x{display:block}</style><p class="x">word</p>'],
    ['of other elements', '<style>nav .x{display:none} .y{display:none}</style><p class="x">word</p>'],
    ['in a value', '<p title="hidden" class=hidden data-x=\' hidden \'>word</p>'],
    ['of a paragraph that ends by itself', '<p hidden><p>word'],
    ['of an item that ends by itself', '<ul><li hidden><li>word</ul>'],
    ['of a cell that ends by itself', '<table><tr hidden><td><tr><td>word</table>'],
    ['white on an unknown ground', '<p style="color:white">word</p>'],
  ])('is nothing %s', async (_, body) => {
    expect(await partsOf(body)).toEqual(['word', '']);
  });

  it('is looked for in so many sheets for print only without reading on for each', async () => {
    const sheets = '<style media=print>'.repeat(200_000);
    expect(await partsOf('<p>word', `${sheets}</style><style>.x{display:none}</style>`)).toEqual([
      'word',
      '',
    ]);
  });

  it('gives no title', async () => {
    const { title } = await docs.extract('a.html', '<h1 hidden>Draft</h1><h1>Offer</h1>');
    expect(title).toBe('Offer');
  });

  it('is marked for the reader', async () => {
    expect(await docs.preview('a.html', '<p>a<span style="display:none">b</span></p>', 'html')).toMatchObject(
      {
        html: '<p>a<span data-hidden="true" style="display:none">b</span></p>',
      },
    );
  });

  it('is hidden in mail as well: what only shows in lists of mails is no word of it', async () => {
    const mail =
      'From: a@x.example\r\nSubject: News\r\nContent-Type: text/html\r\n\r\n<div style="display:none">preheader</div><p>Body</p>';
    const { pages } = await docs.extract('a.eml', mail);
    expect(pages[0]?.hiddenText).toBe('preheader');
    expect(pages[0]?.text).not.toContain('preheader');
  });

  it('takes no time however much there is of it', async () => {
    const many = `<style>${'.a{display:none}'.repeat(50_000)}</style>${'<div hidden><p class="a b">'.repeat(100_000)}word`;
    expect((await docs.extract('many.html', many)).pages[0]?.hiddenText).toContain('word');
    const open = `<style>${'.a{'.repeat(100_000)}</style>${'<style>'.repeat(50_000)}`;
    expect((await docs.extract('open.html', open)).kind).toBe('html');
  });
});

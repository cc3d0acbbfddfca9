import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { makeZip, type Parts } from '../../../fixtures/documents/make-package.ts';
import { withExtractor } from './support.ts';

const docs = withExtractor();

const OPF = `<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="dc"><metadata><dc:title>The sales playbook</dc:title><dc:date>2025-01-02</dc:date><meta property="dcterms:modified">2026-11-29T14:00:00Z</meta></metadata>
<manifest><item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/><item id="two" href="text/two%20b.xhtml"/><item id="one" href="text/one.xhtml"/><item id="cover" href="cover.xhtml"/><item id="gone" href="gone.xhtml"/></manifest>
<spine><itemref idref="cover"/><itemref idref="one"/><itemref idref="gone"/><itemref idref="unknown"/><itemref idref="two"/></spine></package>`;
const NAV =
  '<html xmlns="http://www.w3.org/1999/xhtml"><body><nav><ol><li><a href="text/one.xhtml#start">First <b>call</b></a></li></ol></nav></body></html>';
const chapter = (title: string, body: string) =>
  `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>${title}</title><style>p{}</style></head><body>${body}</body></html>`;
const book = (more: Parts = {}) =>
  makeZip({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container><rootfiles><rootfile full-path="OEBPS/content.opf"/></rootfiles></container>',
    'OEBPS/content.opf': OPF,
    'OEBPS/nav.xhtml': NAV,
    'OEBPS/cover.xhtml': chapter('Cover', '<img src="cover.png"/>'),
    'OEBPS/text/one.xhtml': chapter(
      'x',
      '<p>The plan costs €39<sup>1</sup> a month</p><script>no()</script>',
    ),
    'OEBPS/text/two b.xhtml': chapter('x', '<h1>Objections</h1><p>Too expensive</p>'),
    ...more,
  });

describe('a book', () => {
  it('is read in its chapters, in their order, by the names of its contents or their headings', async () => {
    expect(await docs.extract('playbook.epub', book())).toMatchObject({
      kind: 'epub',
      mediaType: 'application/epub+zip',
      misnamed: false,
      title: 'The sales playbook',
      writtenAt: Date.UTC(2026, 10, 29, 14),
      pageCount: 2,
      pages: [
        { label: 'First call', text: 'The plan costs €39¹ a month' },
        { label: 'Objections', text: 'Objections\n\nToo expensive' },
      ],
    });
  });

  it('has its cover as its picture', async () => {
    const item = '<item id="pic" properties="cover-image" href="cover.png"/></manifest>';
    const cover = { 'OEBPS/cover.png': createCanvas(300, 400).toBuffer('image/png') };
    const named = book({ ...cover, 'OEBPS/content.opf': OPF.replace('</manifest>', item) });
    expect((await docs.extract('a.epub', named)).thumbnail).toMatchObject({ width: 300, height: 400 });
    const older = OPF.replace('</manifest>', '<item id="pic" href="cover.png"/></manifest>').replace(
      '</metadata>',
      '<meta name="cover" content="pic"/></metadata>',
    );
    const { thumbnail } = await docs.extract('a.epub', book({ ...cover, 'OEBPS/content.opf': older }));
    expect(thumbnail).toMatchObject({ width: 300, height: 400 });
  });

  it('of the older kind has its names from its list of points', async () => {
    const opf = OPF.replace(
      /<item id="nav"[^>]*>/,
      '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>',
    );
    const ncx =
      '<ncx><navMap><navPoint><navLabel><text>Opening</text></navLabel><content src="text/one.xhtml"/></navPoint></navMap></ncx>';
    const { pages } = await docs.extract('a.epub', book({ 'OEBPS/content.opf': opf, 'OEBPS/toc.ncx': ncx }));
    expect(pages.map(({ label }) => label)).toEqual(['Opening', 'Objections']);
  });

  it('that is locked says so; one whose fonts alone are is read', async () => {
    const encryption = (part: string) => ({
      'META-INF/encryption.xml': `<encryption xmlns:enc="e"><enc:CipherReference URI="${part}"/></encryption>`,
    });
    expect(await docs.extract('a.epub', book(encryption('OEBPS/text/one.xhtml')))).toMatchObject({
      text: { state: 'not', reason: 'encrypted' },
    });
    expect(await docs.extract('a.epub', book(encryption('OEBPS/font.otf')))).toMatchObject({
      text: { state: 'searchable' },
    });
  });

  it('is shown chapter by chapter, as it numbers them', async () => {
    expect(await docs.preview('a.epub', book(), 'epub')).toEqual({
      preview: 'html',
      html: '<section data-page="1"><p>The plan costs €39<sup>1</sup> a month</p><script>no()</script></section><section data-page="2"><h1>Objections</h1><p>Too expensive</p></section>',
      truncated: false,
      labels: ['First call', 'Objections'],
    });
  });

  it('without contents says that it has none', async () => {
    expect(await docs.extract('a.epub', makeZip({ mimetype: 'application/epub+zip' }))).toMatchObject({
      kind: 'epub',
      text: { state: 'not', reason: 'no-text' },
    });
  });
});

import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decompressRtf } from '../../../../src/platform/extract/mail/compressed-rtf.ts';
import { parseMime } from '../../../../src/platform/extract/mail/parse-mime.ts';
import { makeMsg, messageStreams } from '../../../fixtures/documents/make-msg.ts';
import { makeDocx, makePptx, paragraph, placeholderShape } from '../../../fixtures/documents/make-package.ts';
import { makePdf } from '../../../fixtures/documents/make-pdf.ts';
import { withExtractor } from './support.ts';

const docs = withExtractor();
const lines = (...all: readonly string[]) => all.join('\r\n');
const base64 = (content: string | Uint8Array) => Buffer.from(content).toString('base64');

/** A part of a mail. */
const part = (header: string, content: string) => `--B\r\n${header}\r\n\r\n${content}\r\n`;
const head = lines(
  'From: =?utf-8?q?Mira_H=C3=B6lt?= <mira@harborline.example>',
  'To: "Sales, all" <sales@example.com>',
  'Cc: sam@example.com',
  'Subject: =?utf-8?b?QW5nZWJvdCBmw7xyIEbDtnI=?=',
  ' =?utf-8?b?ZGVyYmFuZA==?=',
  'Date: Sun, 29 Nov 2026 14:00:00 +0100',
  'Message-ID: <1@x>',
  'MIME-Version: 1.0',
);
const mixed = (...parts: readonly string[]) =>
  `${head}\r\nContent-Type: multipart/mixed; boundary="B"\r\n\r\nNot shown.\r\n${parts.join('')}--B--\r\n`;
const facts =
  'Angebot für Förderband\nFrom: Mira Hölt <mira@harborline.example>\nTo: "Sales, all" <sales@example.com>\nCc: sam@example.com\nDate: Sun, 29 Nov 2026 14:00:00 +0100';

describe('a mail', () => {
  it('is read in its subject, people, date and decoded body, and is no page of code', async () => {
    const mail = lines(
      head,
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'Lieferung f=C3=BCr Gr=C3=B6=C3=9Fe M: der Preis ist 39 =E2=82=AC und bleibt =',
      'so.',
    );
    expect(await docs.extract('offer.eml', mail)).toMatchObject({
      kind: 'email',
      mediaType: 'message/rfc822',
      misnamed: false,
      title: 'Angebot für Förderband',
      writtenAt: Date.UTC(2026, 10, 29, 13),
      pages: [{ label: '1', text: `${facts}\n\nLieferung für Größe M: der Preis ist 39 € und bleibt so.` }],
    });
  });

  it('is one whatever it is called, and a note to somebody is none', async () => {
    expect(await docs.extract('saved', `${head}\r\n\r\nwords`)).toMatchObject({ kind: 'email' });
    const note = 'From: Mira\nTo: Sam\nSubject: lanes\n\nPlease order four.';
    expect(await docs.extract('note.txt', note)).toMatchObject({ kind: 'text' });
    expect(await docs.extract('note.eml', note)).toMatchObject({ kind: 'email', title: 'lanes' });
  });

  it.each([
    ['windows-1252', '39 € „gut“'],
    ['iso-8859-2', 'Łożysko'],
    ['koi8-r', 'Цена 39'],
    ['shift_jis', '価格 39'],
    ['gb2312', '价格 39'],
  ])('in %s keeps its letters, in its header too', (charset, text) => {
    const bytes = iconv.encode(text, charset);
    const mail = `Subject: =?${charset}?B?${base64(bytes)}?=\nContent-Type: text/plain; charset=${charset}\nContent-Transfer-Encoding: base64\n\n${base64(bytes)}`;
    expect(parseMime(mail)).toMatchObject({ subject: text, body: [{ text }] });
  });

  it('has its HTML as body where there are alternatives, unless that says nothing', async () => {
    const both = (html: string) =>
      `${head}\r\nContent-Type: multipart/alternative; boundary=B\r\n\r\n${part('Content-Type: text/plain', 'plain')}${part('Content-Type: text/html', html)}--B--`;
    const textOf = async (html: string) => (await docs.extract('a.eml', both(html))).pages[0]?.text;
    expect(await textOf('<p>The plan costs €39<sup>1</sup></p>'.replace('€', '&euro;'))).toBe(
      `${facts}\n\nThe plan costs €39¹`,
    );
    expect(await textOf('<img src="cid:x">')).toBe(`${facts}\n\nplain`);
  });

  it('brings its documents along: named, and found in their words', async () => {
    const attached = (name: string, bytes: Uint8Array, more = '') =>
      part(
        `Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; ${name}${more}`,
        base64(bytes),
      );
    const mail = mixed(
      part('Content-Type: text/plain', 'See what is attached.'),
      attached('filename="Offer.docx"', makeDocx(paragraph('payback in fourteen months'))),
      attached(
        "filename*0*=utf-8''F%C3%B6rder; filename*1*=band.pptx",
        makePptx([
          { shapes: placeholderShape('body', ['lanes']) },
          { shapes: placeholderShape('body', ['margin 62']), hidden: true },
        ]),
      ),
      attached('filename=a.pdf', makePdf({ pages: [{ lines: ['conveyor belts'] }] })),
      attached('filename=tool.exe', Buffer.from('MZ\u0000\u0000')),
      attached('filename=broken.docx', Buffer.from('PK\u0003\u0004 nothing')),
    );
    const { pages, pageCount, text } = await docs.extract('offer.eml', mail);
    expect({ pages, pageCount, text }).toEqual({
      pages: [
        {
          label: '1',
          text: `${facts}\n\nSee what is attached.\n\nAttachment: Offer.docx\nAttachment: Förderband.pptx\nAttachment: a.pdf\nAttachment: tool.exe\nAttachment: broken.docx`,
        },
        { label: 'Offer.docx', text: 'payback in fourteen months' },
        { label: 'Förderband.pptx, Slide 1', text: 'lanes' },
        { label: 'Förderband.pptx, Slide 2', text: 'margin 62', hidden: true },
        { label: 'a.pdf', text: 'conveyor belts' },
      ],
      pageCount: 5,
      text: { state: 'searchable' },
    });
  });

  it('brings mails along, which have pages of their own', async () => {
    const inner = lines('Subject: Before', 'From: sam@example.com', 'MIME-Version: 1.0', '', 'was forty');
    const { pages } = await docs.extract('a.eml', mixed(part('Content-Type: message/rfc822', inner)));
    expect(pages).toEqual([
      { label: '1', text: `${facts}\n\nAttachment: Before` },
      { label: 'Before', text: 'Before\nFrom: sam@example.com\n\nwas forty' },
    ]);
  });

  it('that is encrypted says so', async () => {
    const mail = `${head}\r\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA`;
    expect(await docs.extract('a.eml', mail)).toMatchObject({
      title: 'Angebot für Förderband',
      text: { state: 'partly', reason: 'encrypted' },
    });
  });

  it('is shown with who wrote it, and with its HTML', async () => {
    const mail = `Subject: A & B\nFrom: <mira@x.example>\nMessage-ID: <1>\nMIME-Version: 1.0\nContent-Type: text/html\n\n<p>Hello</p>`;
    expect(await docs.preview('a.eml', mail, 'email')).toEqual({
      preview: 'html',
      html: '<section data-page="1"><h1>A &amp; B</h1><p><strong data-mail="from">From:</strong> &lt;mira@x.example&gt;</p><hr><div><p>Hello</p></div></section>',
      truncated: false,
      labels: [''],
    });
  });

  it('is shown with what came along below it, at the pages that search names', async () => {
    const inner = lines('Subject: Before', 'From: sam@example.com', 'MIME-Version: 1.0', '', 'was forty');
    const file = 'Content-Type: application/octet-stream; name=old.eml';
    const mail = mixed(part('Content-Type: text/plain', 'words '.repeat(1_000)), part(file, inner));
    const { pages } = await docs.extract('a.eml', mail);
    expect(pages.map(({ label }) => label)).toEqual(['1', '2', 'old.eml']);
    const preview = await docs.preview('a.eml', mail, 'email');
    // The window calls the mail's own pages so.
    expect(preview).toMatchObject({ labels: ['', '', 'old.eml'] });
    expect(preview.preview === 'html' && preview.html.slice(preview.html.indexOf('</section>'))).toBe(
      '</section><span data-page="2"></span><section data-page="3"><h2>old.eml</h2><p>Before</p><p>From: sam@example.com</p><p>was forty</p></section>',
    );
  });

  it('of any shape and depth is read without an error', () => {
    const piece = fc.constantFrom(
      'Subject: x\n',
      'Content-Type: multipart/mixed; boundary=B\n',
      'Content-Type: message/rfc822\n',
      'Content-Transfer-Encoding: base64\n',
      '\n',
      '--B\n',
      '--B--\n',
      '=?utf-8?q?=C3?=',
      "; a*0*=u'",
      '"',
      '=',
      'words',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 120 }), (pieces) => {
        expect(Array.isArray(parseMime(pieces.join('')).body)).toBe(true);
      }),
    );
    const nested = 'Content-Type: multipart/mixed; boundary=B\n\n--B\n'.repeat(5_000);
    expect(parseMime(nested).attachments).toEqual([]);
  });
});

describe('a web page saved as one file', () => {
  it('is a page, not a mail', async () => {
    const page = lines(
      'From: <Saved by Blink>',
      'Snapshot-Content-Location: https://harborline.example/',
      'Subject: Price list',
      'Date: Sun, 29 Nov 2026 13:00:00 -0000',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; type="text/html"; boundary="B"',
      '',
      `${part('Content-Type: text/html\r\nContent-Location: https://harborline.example/', '<h1>Lanes</h1><p>cost 39')}${part('Content-Type: text/css\r\nContent-Location: x.css', 'p{}')}--B--`,
    );
    expect(await docs.extract('prices.mhtml', page)).toMatchObject({
      kind: 'html',
      mediaType: 'multipart/related',
      misnamed: false,
      title: 'Price list',
      pages: [{ label: '1', text: 'Price list\n\nLanes\n\ncost 39' }],
    });
  });
});

describe('an Outlook message', () => {
  const SENT = (BigInt(Date.UTC(2026, 10, 29, 13)) + 11_644_473_600_000n) * 10_000n;
  const recipient = (type: number, name: string, address: string) =>
    messageStreams({ texts: { '3001': name, '39FE': address }, fixed: { 202702851: BigInt(type) } }, 8);

  it('is read as a mail is: people, date, body and what came with it', async () => {
    const message = makeMsg({
      texts: {
        '0037': 'Angebot für Förderband',
        '0C1A': 'Mira Hölt',
        '5D01': 'mira@harborline.example',
        '1000': 'Der Preis ist 39 €.',
      },
      fixed: { 3735616: SENT },
      streams: {
        '__recip_version1.0_#00000000': recipient(1, 'Sales', 'sales@example.com'),
        '__recip_version1.0_#00000001': recipient(2, 'sam@example.com', 'sam@example.com'),
        '__attach_version1.0_#00000000': messageStreams(
          {
            texts: { '3707': 'Offer.docx' },
            streams: { '__substg1.0_37010102': makeDocx(paragraph('payback in fourteen months')) },
          },
          8,
        ),
        '__attach_version1.0_#00000001': {
          ...messageStreams({ texts: { '3001': 'Before' } }, 8),
          '__substg1.0_3701000D': messageStreams({ texts: { '0037': 'Before', '1000': 'was forty' } }, 24),
        },
      },
    });
    expect(await docs.extract('offer.msg', message)).toMatchObject({
      kind: 'email',
      mediaType: 'application/vnd.ms-outlook',
      misnamed: false,
      title: 'Angebot für Förderband',
      writtenAt: Date.UTC(2026, 10, 29, 13),
      pages: [
        {
          label: '1',
          text: 'Angebot für Förderband\nFrom: Mira Hölt <mira@harborline.example>\nTo: Sales <sales@example.com>\nCc: sam@example.com\nDate: Sun, 29 Nov 2026 13:00:00 GMT\n\nDer Preis ist 39 €.\n\nAttachment: Offer.docx\nAttachment: Before',
        },
        { label: 'Offer.docx', text: 'payback in fourteen months' },
        { label: 'Before', text: 'Before\n\nwas forty' },
      ],
    });
  });

  it('in a code page keeps its letters', async () => {
    const message = makeMsg({
      fixed: { 1073545219: 1250n },
      streams: { '__substg1.0_0037001E': iconv.encode('Łożysko', 'windows-1250') },
    });
    expect((await docs.extract('a.msg', message)).title).toBe('Łożysko');
  });

  it('has the words of its RTF where it has no other body', () => {
    // MS-OXRTFCP 4.1.1: '{\rtf1\ansi\ansicpg1252\pard hello world}'.
    const packed = Buffer.from(
      '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b0 6c647d0a800fa0'.replaceAll(
        ' ',
        '',
      ),
      'hex',
    );
    expect(decompressRtf(packed, 1_000)).toBe('{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n');
    expect(decompressRtf(packed, 10)?.length).toBeLessThan(30);
  });

  it('of any shape is read without an error', async () => {
    const whole = makeMsg({
      texts: { '0037': 'Offer', '1000': 'words '.repeat(2_000) },
      fixed: { 3735616: SENT },
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 30 }),
        async (changes) => {
          const broken = Buffer.from(whole);
          for (const [at, value] of changes) broken[Math.max(8, at)] = value;
          expect((await docs.extract('a.msg', broken)).pages.length).toBeLessThan(100);
        },
      ),
      { numRuns: 40 },
    );
  });
});

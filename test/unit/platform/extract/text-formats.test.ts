import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCalendar } from '../../../../src/platform/extract/plain/read-calendar.ts';
import { readCaptions } from '../../../../src/platform/extract/plain/read-captions.ts';
import { readJson } from '../../../../src/platform/extract/plain/read-json.ts';
import { xmlWords } from '../../../../src/platform/extract/plain/read-xml.ts';
import { withExtractor } from './support.ts';

const docs = withExtractor();
const sourceOf = (text: string) => ({ text, truncated: false });

describe('XML', () => {
  it('is read in its words, with its title, and is no page of tags', async () => {
    const xml =
      '<?xml version="1.0"?>\n<story>\n <title>Acme &amp; you</title>\n <body>Payback was <b>fourteen</b> months<br/>in all</body>\n <more/></story>';
    expect(await docs.extract('feed.xml', xml)).toMatchObject({
      kind: 'text',
      mediaType: 'application/xml',
      title: 'Acme & you',
      pages: [{ label: '1', text: 'Acme & you\nPayback was fourteen months\nin all' }],
    });
  });

  it('of Word and Excel of 2003 has lines and cells', () => {
    const word =
      '<w:wordDocument xmlns:w="w"><w:styles><w:name>x</w:name></w:styles><w:body><w:p><w:r><w:t>Our </w:t></w:r><w:r><w:t>offer</w:t></w:r></w:p><w:p><w:r><w:instrText>PAGE</w:instrText><w:t>stands</w:t></w:r></w:p></w:body></w:wordDocument>';
    expect(xmlWords(word).text).toBe('Our offer\nstands');
    const sheet =
      '<Workbook><Styles><Style>no</Style></Styles><Worksheet><Table><Row><Cell><Data>Lane</Data></Cell><Cell><Data>39</Data></Cell></Row></Table></Worksheet></Workbook>';
    expect(xmlWords(sheet).text).toBe('Lane\t39');
  });

  it('expands nothing and ends, however broken and deep it is', () => {
    const bomb = '<!DOCTYPE a [<!ENTITY b "boom"><!ENTITY c "&b;&b;">]><a>&c; still</a>';
    expect(xmlWords(bomb).text).not.toContain('boom');
    expect(xmlWords('<a>'.repeat(100_000)).text).toBe('');
    const piece = fc.constantFrom(
      '<a>',
      '</a>',
      '<b x="',
      '"',
      '<![CDATA[',
      ']]>',
      'words',
      '&',
      '<!--',
      '<?',
      '\u0000',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 100 }), (pieces) => {
        expect(typeof xmlWords(pieces.join('')).text).toBe('string');
      }),
    );
  });
});

describe('a drawing in SVG', () => {
  it('is found by its words, not by its code', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg"><title>Payback</title><style>.x{fill:red}</style><script>alert(1)</script><text x="1">Fourteen <tspan>months</tspan></text><text>Lane 4</text></svg>';
    expect(await docs.extract('chart.svg', svg)).toMatchObject({
      kind: 'image',
      title: 'Payback',
      text: { state: 'searchable' },
      pages: [{ label: '1', text: 'Payback\nFourteen months\nLane 4' }],
    });
  });

  it('without words says that it has none', async () => {
    expect(
      await docs.extract('a.svg', '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:g/></s:svg>'),
    ).toMatchObject({
      kind: 'image',
      text: { state: 'not', reason: 'no-text' },
    });
  });
});

describe('JSON', () => {
  it('is read in its names and values', async () => {
    const json = JSON.stringify({
      title: 'Price list',
      lanes: [{ name: 'Nexo', price: 39, sold: true, note: null }],
    });
    expect(await docs.extract('prices.json', json)).toMatchObject({
      title: 'Price list',
      pages: [{ label: '1', text: 'title: Price list\nlanes\nname: Nexo\nprice: 39\nsold: true' }],
    });
  });

  it('that is none is read as it stands, however deep it is', () => {
    expect(readJson(sourceOf('{"a": broken}')).pages[0]?.text).toBe('{"a": broken}');
    const deep = `${'['.repeat(5_000)}"words"${']'.repeat(5_000)}`;
    expect(readJson(sourceOf(deep)).pages[0]?.text).toBe('words');
  });
});

describe('captions', () => {
  it('in WebVTT are what is said, by the time at which it is said', async () => {
    const vtt =
      'WEBVTT - Demo of Nexo\n\nNOTE nobody hears this\n\nSTYLE\n::cue{color:red}\n\nintro\n00:01.000 --> 00:04.000 align:start\n<v Mira Holt>Welcome to <b>Nexo</b> &amp; you\n\n02:05.500 --> 02:09.000\nThe price is €39\n\n01:00:00.000 --> 01:00:01.000\nBye';
    expect(await docs.extract('demo.vtt', vtt)).toMatchObject({
      kind: 'captions',
      mediaType: 'text/vtt',
      title: 'Demo of Nexo',
      pages: [
        { label: '0:00:01', text: 'Mira Holt: Welcome to Nexo & you' },
        { label: '0:02:05', text: 'The price is €39' },
        { label: '1:00:00', text: 'Bye' },
      ],
    });
  });

  it('in SubRip too, and what rolls up is said once', async () => {
    const srt =
      '1\r\n00:00:01,000 --> 00:00:02,000\r\n<i>Good morning</i>\r\n\r\n2\r\n00:00:02,000 --> 00:00:03,000\r\nGood morning\r\nto all\r\n';
    expect(await docs.extract('demo.srt', srt)).toMatchObject({
      kind: 'captions',
      misnamed: false,
      pages: [{ label: '0:00:01', text: 'Good morning\nto all' }],
    });
  });

  it('are shown by their times, each on the page on which it is found', async () => {
    const preview = await docs.preview(
      'demo.vtt',
      'WEBVTT\n\n00:01.000 --> 00:02.000\none\n\n00:02.500 --> 00:03.000\none\n\n03:00.000 --> 03:02.000\n1 < 2 & 3',
      'captions',
    );
    expect(preview).toEqual({
      preview: 'captions',
      cues: [
        { at: 1, page: 1, text: 'one' },
        { at: 180, page: 2, text: '1 < 2 & 3' },
      ],
      truncated: false,
    });
  });

  it('of any shape are read without an error', () => {
    const piece = fc.constantFrom(
      'WEBVTT',
      '\n',
      '00:01.000 --> 00:02.000',
      '<v ',
      '>',
      '{\\',
      '}',
      ' words',
      '-->',
      '&',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
        expect(readCaptions(sourceOf(pieces.join(''))).pages.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('a calendar', () => {
  const ics = [
    'BEGIN:VCALENDAR',
    'X-WR-CALNAME:Trade fairs',
    'BEGIN:VEVENT',
    'SUMMARY:Demo of Nexo\\, hall 4',
    'DTSTART:20261129T140000Z',
    'DTEND;TZID=Europe/Berlin:20261129T150000',
    'LOCATION:Cologne',
    'ORGANIZER;CN="Holt; Mira":mailto:mira@harborline.example',
    'ATTENDEE:mailto:sam@harborline.example',
    'DESCRIPTION:First line\\nsecond ',
    ' line',
    'DTSTAMP:20261101T080000Z',
    'BEGIN:VALARM',
    'DESCRIPTION:Reminder',
    'END:VALARM',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'SUMMARY:Closing',
    'DTSTART;VALUE=DATE:20261130',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');

  it('is read event by event, with when, where and who', async () => {
    expect(await docs.extract('fairs.ics', ics)).toMatchObject({
      kind: 'calendar',
      title: 'Trade fairs',
      writtenAt: Date.UTC(2026, 10, 1, 8),
      pages: [
        {
          label: 'Demo of Nexo, hall 4',
          text: 'Demo of Nexo, hall 4\n2026-11-29 14:00 UTC – 2026-11-29 15:00\nCologne\nHolt; Mira <mira@harborline.example>, sam@harborline.example\nFirst line\nsecond line',
        },
        { label: 'Closing', text: 'Closing\n2026-11-30' },
      ],
    });
  });

  it('of before that standard, and a card, are read in their letters', async () => {
    const old =
      'BEGIN:VCALENDAR\r\nVERSION:1.0\r\nBEGIN:VEVENT\r\nSUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Gr=C3=B6=C3=9F=\r\ner=0D=0Aals zwei\r\nLOCATION;CHARSET=windows-1252;QUOTED-PRINTABLE:K=F6ln\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';
    const { pages } = await docs.extract('old.vcs', old);
    expect(pages[0]?.text).toBe('Größer\nals zwei\nKöln');
    const card =
      'BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg\r\nEND:VCARD\r\n';
    expect((await docs.extract('old.vcf', card)).pages[0]?.text).toContain('Müller;Jörg');
    expect(await docs.preview('old.vcf', card, 'text')).toMatchObject({
      preview: 'text',
      text: expect.stringContaining('Müller;Jörg'),
    });
  });

  it('of any shape is read without an error', () => {
    const piece = fc.constantFrom(
      'BEGIN:VEVENT',
      'END:VEVENT',
      '\n',
      'SUMMARY',
      ';CN="',
      ':',
      '\\n',
      'BEGIN:X',
      ' ',
      '"',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
        expect(readCalendar(sourceOf(pieces.join(''))).pages.length).toBeGreaterThan(0);
      }),
    );
  });
});

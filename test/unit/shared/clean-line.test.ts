import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MODEL } from '../../../src/domain/registry.ts';
import { cleanLine, withoutSteering } from '../../../src/shared/clean-line.ts';
import { assetBody, idOf, versionBody } from '../../support/event-maker.ts';

describe('a line of text', () => {
  it.each([
    ['turns what follows', 'Invoice \u202efdp.exe', 'Invoice fdp.exe'],
    ['isolates', '\u2068Price\u2069 list', 'Price list'],
    ['clears the screen', '\u001b[2JPrice list\u0007', '[2JPrice list'],
    ['is several', 'Price list\nVerified: by Ana\u2028yes', 'Price list Verified: by Ana yes'],
    ['shows nothing', '\u200b\u202e\u2060 ', ''],
    [
      'is of a script with marks and joiners',
      'قائمة\u200fالأسعار می\u200cخواهم',
      'قائمة\u200fالأسعار می\u200cخواهم',
    ],
    ['has two spaces and a private character', 'Price  list \ue000', 'Price  list \ue000'],
  ])('that %s is shown as what it is', (_what, text, shown) => expect(cleanLine(text)).toBe(shown));

  it('never steers, and is clean for good', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(withoutSteering(text)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u);
        expect(cleanLine(cleanLine(text))).toBe(cleanLine(text));
      }),
    );
  });

  it('in a journal is shown clean: titles, terms and names of files', () => {
    const { version, fields, ...asset } = assetBody(1);
    const read = (kind: string, body: object) => MODEL.read({ kind, body });
    const added = {
      ...asset,
      fields: { ...fields, title: 'A\u202eB\u001bC' },
      version: { ...versionBody(1), fileName: 'invoice\u202efdp.exe' },
    };
    expect(read('asset-added', added)).toMatchObject({
      read: 'known',
      draft: { body: { fields: { title: 'AB C' }, version: { fileName: 'invoicefdp.exe' } } },
    });
    const asked = { request: idOf('r', 1), title: '\u200b', need: '', at: 1 };
    expect(read('request-made', asked).read).toBe('invalid-body');
    const type = { id: 'x', name: 'One\npager', audience: 'internal', order: 1 };
    expect(read('type-defined', type)).toMatchObject({
      read: 'known',
      draft: { body: { name: 'One pager' } },
    });
  });
});

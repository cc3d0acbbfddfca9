import { describe, expect, it } from 'vitest';
import { accountOf } from '../../../../src/domain/calls/account.ts';

const person = (address: string) => ({ name: '', address });
const of = (title: string, text = '', ...addresses: string[]) =>
  accountOf({ title, text, people: addresses.map(person) });

describe('whom a call is with', () => {
  it('is who is invited from another company than whoever invites', () => {
    expect(of('Renewal', '', 'ana@acme.com', 'mira@harborline.com', 'bo@acme.com')).toBe('Harborline');
    expect(of('Renewal', '', 'ana@acme.com', 'mira@mail.harbor-line.co.uk')).toBe('Harbor Line');
  });

  it('is nobody where several companies are invited, or only mailboxes that anybody may have', () => {
    expect(of('Renewal', '', 'ana@acme.com', 'a@harborline.com', 'b@delmar.de')).toBe('');
    expect(of('Renewal', '', 'ana@acme.com', 'mira@gmail.com', 'bo@t-online.de')).toBe('');
  });

  it('is what a line names before all else', () => {
    expect(of('Call', 'Account: Delmar Foods\n', 'ana@acme.com', 'mira@harborline.com')).toBe('Delmar Foods');
  });

  it('is a name in the title', () => {
    expect(of('Renewal with Harborline Logistics on prices')).toBe('Harborline Logistics');
    expect(of('Termin mit Harborline')).toBe('Harborline');
    expect(accountOf({ title: 'Acme × Harborline: renewal', text: '', people: [] }, 'Acme')).toBe(
      'Harborline',
    );
    expect(of('Renewal with the team')).toBe('');
  });
});

import { decodeText } from '../encoding/decode.ts';
import { encodingOfLabel } from '../encoding/encodings.ts';

/** `SUMMARY;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Gr=C3=BC=C3=9Fe`, in lines that go on behind a `=`. */
const QUOTED_LINE =
  /^([A-Z0-9.-]{1,60}(?:;[^:\r\n]{0,500})?;(?:ENCODING=)?QUOTED-PRINTABLE(?:;[^:\r\n]{0,500})?:)((?:[^\r\n]*=\r?\n){0,2000}[^\r\n]*)/gim;
const SIGNS = /(?:=[0-9a-f]{2})+/gi;

/** The lines of a calendar or card of before RFC 2445 (vCalendar 1.0, vCard 2.1) without that encoding; a line within a value stays one, as `\n`. */
export function withoutQuotes(source: string): string {
  return source.replace(QUOTED_LINE, (_, name: string, value: string) => {
    const charset = /;CHARSET="?([\w.:-]{1,40})/i.exec(name)?.[1];
    const encoding = (charset === undefined ? undefined : encodingOfLabel(charset)) ?? 'utf-8';
    const joined = value.replace(/=\r?\n/g, '');
    const decoded = joined.replace(SIGNS, (signs) =>
      decodeText(Buffer.from(signs.replaceAll('=', ''), 'hex'), encoding),
    );
    return name + decoded.replace(/\r\n?|\n/g, '\\n');
  });
}

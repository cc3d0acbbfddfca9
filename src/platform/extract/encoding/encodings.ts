/**
 * The encodings of the WHATWG's Encoding Standard (https://encoding.spec.whatwg.org/#names-and-labels) by their names there, each with
 * iconv-lite's codec for it; then what the code pages of RTF add. A name and its labels are compared in small letters and digits alone.
 */
const CODECS = {
  'utf-8': 'utf8',
  'utf-16le': 'utf16le',
  'utf-16be': 'utf16be',
  ibm866: 'cp866',
  'iso-8859-2': 'iso88592',
  'iso-8859-3': 'iso88593',
  'iso-8859-4': 'iso88594',
  'iso-8859-5': 'iso88595',
  'iso-8859-6': 'iso88596',
  'iso-8859-7': 'iso88597',
  'iso-8859-8': 'iso88598',
  'iso-8859-10': 'iso885910',
  'iso-8859-13': 'iso885913',
  'iso-8859-14': 'iso885914',
  'iso-8859-15': 'iso885915',
  'iso-8859-16': 'iso885916',
  'koi8-r': 'koi8r',
  'koi8-u': 'koi8ru',
  macintosh: 'macroman',
  'windows-874': 'windows874',
  'windows-1250': 'windows1250',
  'windows-1251': 'windows1251',
  'windows-1252': 'windows1252',
  'windows-1253': 'windows1253',
  'windows-1254': 'windows1254',
  'windows-1255': 'windows1255',
  'windows-1256': 'windows1256',
  'windows-1257': 'windows1257',
  'windows-1258': 'windows1258',
  'x-mac-cyrillic': 'macukraine',
  gb18030: 'gb18030',
  big5: 'big5hkscs',
  'euc-jp': 'eucjp',
  /** Decoded by way of EUC-JP: the same characters between escapes. */
  'iso-2022-jp': 'eucjp',
  shift_jis: 'shiftjis',
  'euc-kr': 'cp949',
  cp437: 'cp437',
  cp850: 'cp850',
  cp852: 'cp852',
  cp708: 'iso88596',
} as const;

/** An encoding that text can be read in. */
export type TextEncoding = keyof typeof CODECS;

/** Further labels, without what is no letter or digit. `iso-8859-1` and `ascii` are windows-1252 in what people's programs write. */
const LABELS: Readonly<Partial<Record<TextEncoding, string>>> = {
  'utf-8': 'utf8 unicode11utf8 unicode20utf8 xunicode20utf8 cp65001 utf8sig',
  'utf-16le': 'utf16 ucs2 csunicode iso10646ucs2 unicode unicodefeff',
  'utf-16be': 'unicodefffe',
  ibm866: '866 cp866 csibm866',
  'iso-8859-2': 'iso885921987 isoir101 l2 latin2 csisolatin2',
  'iso-8859-3': 'iso885931988 isoir109 l3 latin3 csisolatin3',
  'iso-8859-4': 'iso885941988 isoir110 l4 latin4 csisolatin4',
  'iso-8859-5': 'iso885951988 isoir144 cyrillic csisolatincyrillic',
  'iso-8859-6':
    'iso885961987 isoir127 arabic asmo708 ecma114 csisolatinarabic csiso88596e csiso88596i iso88596e iso88596i',
  'iso-8859-7': 'iso885971987 isoir126 greek greek8 ecma118 elot928 suneugreek csisolatingreek',
  'iso-8859-8':
    'iso885981988 isoir138 hebrew visual logical iso88598e iso88598i csisolatinhebrew csiso88598e csiso88598i',
  'iso-8859-10': 'isoir157 l6 latin6 csisolatin6',
  'iso-8859-15': 'l9 csisolatin9',
  'koi8-r': 'koi koi8 cskoi8r',
  'koi8-u': 'koi8ru',
  macintosh: 'mac macroman xmacroman csmacintosh cp10000',
  'windows-874': 'dos874 iso885911 tis620 cp874',
  'windows-1250': 'cp1250 xcp1250',
  'windows-1251': 'cp1251 xcp1251',
  'windows-1252':
    'cp1252 xcp1252 iso88591 iso885911987 latin1 l1 ascii usascii ansix341968 isoir100 ibm819 cp819 csisolatin1 xuserdefined',
  'windows-1253': 'cp1253 xcp1253',
  'windows-1254': 'cp1254 xcp1254 iso88599 iso885991989 latin5 l5 isoir148 csisolatin5',
  'windows-1255': 'cp1255 xcp1255',
  'windows-1256': 'cp1256 xcp1256',
  'windows-1257': 'cp1257 xcp1257',
  'windows-1258': 'cp1258 xcp1258',
  'x-mac-cyrillic': 'maccyrillic xmacukrainian cp10007',
  gb18030: 'gb2312 gbk xgbk chinese csgb2312 csiso58gb231280 gb231280 isoir58 cp936',
  big5: 'big5hkscs cnbig5 csbig5 xxbig5 cp950',
  'euc-jp': 'eucjp xeucjp cseucpkdfmtjapanese',
  'iso-2022-jp': 'csiso2022jp',
  shift_jis: 'sjis xsjis mskanji ms932 windows31j csshiftjis cp932',
  'euc-kr': 'korean ksc5601 ksc56011987 ksc56011989 isoir149 windows949 cseuckr csksc56011987 cp949',
};

const plainOf = (label: string): string => label.toLowerCase().replace(/[^a-z0-9]/g, '');

const BY_LABEL: ReadonlyMap<string, TextEncoding> = new Map(
  (Object.keys(CODECS) as TextEncoding[]).flatMap((name) =>
    [plainOf(name), ...(LABELS[name]?.split(' ') ?? [])].map((label) => [label, name] as const),
  ),
);

/** The encoding that a document or a detector calls so; undefined for one that is not known. */
export function encodingOfLabel(label: string): TextEncoding | undefined {
  return BY_LABEL.get(plainOf(label));
}

/** The encoding of a Windows or DOS code page. */
export function encodingOfCodePage(page: number): TextEncoding | undefined {
  return encodingOfLabel(`cp${page}`);
}

/** iconv-lite's name of an encoding. */
export function codecOf(encoding: TextEncoding): string {
  return CODECS[encoding];
}

const MANY_BYTES: ReadonlySet<TextEncoding> = new Set([
  'utf-8',
  'gb18030',
  'big5',
  'euc-jp',
  'iso-2022-jp',
  'shift_jis',
  'euc-kr',
]);

/** How many bytes a character takes at most. */
export function bytesPerCharacter(encoding: TextEncoding): number {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return 2;
  return MANY_BYTES.has(encoding) ? 4 : 1;
}

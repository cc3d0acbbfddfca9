/** Format codes that a workbook names by number alone: ECMA-376 part 1, 18.8.30. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '0.##',
  13: '0.##',
  14: 'yyyy-mm-dd',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy-mm-dd h:mm',
  37: '#,##0;(#,##0)',
  38: '#,##0;(#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;(#,##0.00)',
  44: '#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '0.0E+0',
  49: '@',
};
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const MONTHS_LONG =
  'January February March April May June July August September October November December'.split(' ');
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const MILLISECONDS_A_DAY = 86_400_000;

/** The format code of a number-format id, from the workbook's own list or the built-in one. */
export function formatCode(id: number, own: ReadonlyMap<number, string>): string {
  return own.get(id) ?? BUILT_IN[id] ?? 'General';
}

/** A number as the sheet shows it: dates, percent, currency and thousands roughly as in the author's program. */
export function formatNumber(value: number, code: string, date1904: boolean): string {
  if (!Number.isFinite(value)) return String(value);
  const sections = splitSections(code);
  const negative = value < 0 && sections.length > 1;
  const section =
    (negative ? sections[1] : value === 0 ? (sections[2] ?? sections[0]) : sections[0]) ?? 'General';
  const bare = section.replace(/\[(?!h+\]|m+\]|s+\]|\$)[^\][]*\]/gi, '');
  if (bare.trim() === '' || /^general$/i.test(bare.trim())) return general(value);
  if (isDateCode(bare)) return formatDate(value, bare, date1904);
  return formatPlain(negative ? Math.abs(value) : value, bare);
}

/** Sections are parted by semicolons outside of quotes. */
function splitSections(code: string): string[] {
  return (code.match(/(?:"[^"]*"|\\.|[^;])+/g) ?? ['General']).map(String);
}

function general(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  return String(Number(value.toPrecision(11)));
}

function withoutLiterals(code: string): string {
  return code.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[\$[^\][]*\]/g, '');
}

/** Whether a code shows a date or a time. */
export function isDateCode(code: string): boolean {
  const letters = withoutLiterals(code);
  return /[ymdhs]/i.test(letters) && !/[#0?]{2}|#/.test(letters.replace(/s\.0+|\.0+/gi, ''));
}

function formatPlain(value: number, code: string): string {
  const literal = (text: string) =>
    text.replace(/"([^"]*)"|\\(.)|_.|\*./g, (_, quoted, escaped) => quoted ?? escaped ?? '');
  const symbols = code.replace(/\[\$([^\][-]*)(-[^\][]*)?\]/g, (_, symbol: string) =>
    symbol ? `"${symbol}"` : '',
  );
  const match = /[#0?][#0?,]*(?:\.[#0?]*)?,*(?:E[+-]0+)?|\.[#0?]+/i.exec(
    symbols.replace(/"[^"]*"|\\./g, (quoted) => ' '.repeat(quoted.length)),
  );
  // Question marks alone only keep room for digits: a zero shown as a dash has them.
  if (!match || /^\?+$/.test(match[0])) {
    const text = literal(symbols.replace(/\?/g, '')).replace(/@/g, general(value));
    return text.trim() === '' ? general(value) : text.trim();
  }
  const before = literal(symbols.slice(0, match.index));
  const after = literal(symbols.slice(match.index + match[0].length));
  const isPercent = withoutLiterals(symbols).includes('%');
  const number = formatDigits(isPercent ? value * 100 : value, match[0]);
  const sign = number.startsWith('-') ? '-' : '';
  return `${sign}${before}${number.slice(sign.length)}${after}`.trim();
}

function formatDigits(value: number, pattern: string): string {
  const decimals = /\.([#0?]*)/.exec(pattern)?.[1] ?? '';
  if (/E[+-]0/i.test(pattern)) return value.toExponential(Math.min(decimals.length, 20)).toUpperCase();
  const thousandsOff = /(?<!,),+(?=\.|$)/.exec(pattern.replace(/E.*/i, ''))?.[0].length ?? 0;
  const scaled = value / 1000 ** thousandsOff;
  const most = Math.min(decimals.length, 20);
  const least = Math.min((decimals.match(/0/g) ?? []).length, most);
  const whole = (pattern.split('.')[0] ?? '').replace(/,/g, '');
  return new Intl.NumberFormat('en-US', {
    useGrouping: /[#0?],+[#0?]/.test(pattern),
    minimumFractionDigits: least,
    maximumFractionDigits: most,
    minimumIntegerDigits: Math.max(1, Math.min(21, (whole.match(/0/g) ?? []).length)),
  }).format(scaled);
}

/** A serial day number: 1 is 1900-01-01, with a 29 February 1900 that never was; or days since 1904-01-01. */
function formatDate(value: number, code: string, date1904: boolean): string {
  if (value < 0 || value > 2_958_466) return general(value);
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, value < 60 ? 31 : 30);
  const date = new Date(epoch + Math.round(value * MILLISECONDS_A_DAY));
  const is12Hours = /AM\/PM|A\/P/i.test(code);
  const tokens =
    code
      .replace(/\[\$[^\]]*\]/g, '')
      .match(/"[^"]*"|\\.|_.|\*.|\[h+\]|\[m+\]|\[s+\]|AM\/PM|A\/P|y+|m+|d+|h+|s+(\.0+)?|\.0+|./gi) ?? [];
  let out = '';
  for (const [i, token] of tokens.entries()) {
    const isMinute =
      /^m{1,2}$/i.test(token) && (previousUnit(tokens, i) === 'h' || nextUnit(tokens, i) === 's');
    out += dateToken(token, date, { value, is12Hours, isMinute });
  }
  return out.trim();
}

function previousUnit(tokens: readonly string[], index: number): string | undefined {
  for (let i = index - 1; i >= 0; i -= 1) {
    const unit = /^\[?([ymdhs])/i.exec(tokens[i] ?? '')?.[1];
    if (unit) return unit.toLowerCase();
  }
  return undefined;
}

function nextUnit(tokens: readonly string[], index: number): string | undefined {
  for (let i = index + 1; i < tokens.length; i += 1) {
    const unit = /^\[?([ymdhs])/i.exec(tokens[i] ?? '')?.[1];
    if (unit) return unit.toLowerCase();
  }
  return undefined;
}

type DateContext = { readonly value: number; readonly is12Hours: boolean; readonly isMinute: boolean };

function dateToken(token: string, date: Date, context: DateContext): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const lower = token.toLowerCase();
  const padded = (value: number) => (token.length > 1 ? two(value) : String(value));
  if (token.startsWith('"')) return token.slice(1, -1);
  if (token.startsWith('\\')) return token.slice(1);
  if (token.startsWith('_') || token.startsWith('*')) return '';
  if (lower.startsWith('[h')) return String(Math.floor(context.value * 24 + 1e-9));
  if (lower.startsWith('[m')) return String(Math.floor(context.value * 1440 + 1e-9));
  if (lower.startsWith('[s')) return String(Math.floor(context.value * 86400 + 1e-9));
  if (lower === 'am/pm' || lower === 'a/p') return date.getUTCHours() < 12 ? 'AM' : 'PM';
  if (/^y+$/.test(lower))
    return lower.length <= 2 ? two(date.getUTCFullYear() % 100) : String(date.getUTCFullYear());
  if (/^m+$/.test(lower) && context.isMinute) return padded(date.getUTCMinutes());
  if (lower === 'mmm') return MONTHS[date.getUTCMonth()] ?? '';
  if (/^mmmm+$/.test(lower)) return MONTHS_LONG[date.getUTCMonth()] ?? '';
  if (/^m+$/.test(lower)) return padded(date.getUTCMonth() + 1);
  if (lower === 'ddd') return (DAYS[date.getUTCDay()] ?? '').slice(0, 3);
  if (/^dddd+$/.test(lower)) return DAYS[date.getUTCDay()] ?? '';
  if (/^d+$/.test(lower)) return padded(date.getUTCDate());
  if (/^h+$/.test(lower))
    return padded(context.is12Hours ? date.getUTCHours() % 12 || 12 : date.getUTCHours());
  if (/^s+/.test(lower))
    return token.replace(/\.0+$/, '').length > 1 ? two(date.getUTCSeconds()) : String(date.getUTCSeconds());
  return /^\.0+$/.test(token) ? '' : token;
}

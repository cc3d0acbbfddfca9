const maxBytes = 255;
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;
// Control characters, what Windows forbids, and the marks that turn the reading direction round ('cod.exe' as 'exe.doc').
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to go
const forbidden = /[\u0000-\u001f\u007f-\u009f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A name that any platform takes for a file: no separators or control characters, at most 255 bytes, its ending kept. */
export function safeFileName(name: string): string {
  const cleaned = name
    .normalize('NFC')
    .replace(forbidden, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const usable = cleaned === '' ? 'file' : cleaned;
  return shorten(reserved.test(usable) ? `_${usable}` : usable);
}

function shorten(name: string): string {
  if (utf8Length(name) <= maxBytes) return name;
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && utf8Length(name.slice(dot)) <= 32 ? name.slice(dot) : '';
  const room = maxBytes - utf8Length(ending);
  let kept = '';
  let bytes = 0;
  for (const character of name.slice(0, name.length - ending.length)) {
    bytes += utf8Length(character);
    if (bytes > room) break;
    kept += character;
  }
  return kept + ending;
}

/** How many bytes a text has as UTF-8; half a pair counts as what is written in its place (U+FFFD). */
function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

const NESTED = 20_000;

/** What anybody can put in the place of an object without any signature. */
export const HOSTILE: Readonly<Record<string, string | Uint8Array>> = {
  'a number that is infinite': '{"x":1e400}',
  'a negative number that is infinite': '{"v":1,"x":-1e999}',
  '20,000 nested lists': `${'['.repeat(NESTED)}${']'.repeat(NESTED)}`,
  '20,000 lists that never end': '['.repeat(NESTED),
  '20,000 nested objects': `${'{"a":'.repeat(NESTED)}1${'}'.repeat(NESTED)}`,
  'an object around 20,000 nested lists': `{"v":1,"x":${'['.repeat(NESTED)}${']'.repeat(NESTED)}}`,
  'a prototype': '{"__proto__":{"v":1},"constructor":{"prototype":1},"v":1}',
  'lone surrogates': '{"v":1,"name":"\\ud800","device":"\\udfff"}',
  'members twice': '{"v":1,"v":2,"device":"a","device":"b"}',
  'a list': '[1,2,3]',
  null: 'null',
  'a text': '"v"',
  'bytes that are no text': Uint8Array.of(0xff, 0xfe, 0x00, 0xd8),
  nothing: '',
  zeros: new Uint8Array(4096),
  'numbers of all sizes': `{"v":1,"serial":1e308,"at":-1e308,"streams":${'9'.repeat(400)}}`,
};

/** Values that make a genuine object one that no reader may choke on; its signature says nothing of them. */
export const SPOILERS: Readonly<Record<string, string>> = {
  'an infinite number': '1e400',
  'a negative infinite number': '-1e400',
  '20,000 nested lists': `${'['.repeat(NESTED)}${']'.repeat(NESTED)}`,
  '20,000 nested objects': `${'{"a":'.repeat(NESTED)}1${'}'.repeat(NESTED)}`,
  'a lone surrogate': '"\\ud800"',
  'a long number': '9'.repeat(5000),
};

/** The text of an object with one more member, whose value is any text: what no honest program writes. */
export function spoiled(text: string, value: string): string {
  return text.replace('{', () => `{"x":${value},`);
}

/** Everything that may lie where an object of a device should: hostile texts, and genuine ones with one hostile member. */
export function inPlaceOf(genuine: string): Readonly<Record<string, string | Uint8Array>> {
  const all: Record<string, string | Uint8Array> = { ...HOSTILE };
  for (const [name, value] of Object.entries(SPOILERS)) all[`with ${name}`] = spoiled(genuine, value);
  return all;
}

/** A text's bytes; bytes as they are. */
export function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : content;
}

/**
 * Raised and lowered characters: the one table of how they are written in plain text, and what they mean to whoever looks for a word. A
 * price with a footnote's mark is `€39¹`, never `€391`; carbon dioxide is `CO₂` and found as `co2`.
 */

/** Where characters stand against the line. */
export type Level = 'raised' | 'lowered';

const RAISED: Readonly<Record<string, string>> = tableOf(
  '0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW',
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ',
);
const LOWERED: Readonly<Record<string, string>> = tableOf(
  '0123456789+-−=()aehijklmnoprstuvx',
  '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ',
);
const PLAIN = new Map<string, { readonly plain: string; readonly level: Level }>();
for (const [level, table] of [['raised', RAISED] as const, ['lowered', LOWERED] as const])
  for (const [plain, written] of Object.entries(table))
    if (plain !== '−') PLAIN.set(written, { plain, level });

/** Raised letters beyond which a text is set small, not a mark: nobody could read it in raised letters. */
const MOST_LETTERS = 8;
/** Keeps a text that has no raised or lowered form apart from what it stands at. */
const APART = '\u200a';
/** Letters that have a sign of their own when they are raised. */
const SIGNS: Readonly<Record<string, string>> = { tm: '™', sm: '℠' };

/** One sign, or characters of one level in a row: what {@link soughtForm} takes. */
export const RAISED_OR_LOWERED = new RegExp(
  `[™℠]|[${Object.values(RAISED).join('')}]+|[${Object.values(LOWERED).join('')}]+`,
  'u',
);
/** Letters and digits that stand on the line, for saying where words begin and end: in a class of a regular expression. */
export const ON_THE_LINE = '\\p{Lu}\\p{Ll}\\p{Lt}\\p{Lo}\\p{Nd}\\p{Nl}';

function tableOf(plain: string, written: string): Record<string, string> {
  const forms = [...written];
  return Object.fromEntries([...plain].map((character, at) => [character, forms[at] ?? character]));
}

/** A text that a document raises or lowers, so that it stays apart from its neighbours in plain text. */
export function writeAt(level: Level, text: string): string {
  const words = text.trim();
  if (words === '') return text;
  const sign = level === 'raised' ? SIGNS[words.toLowerCase()] : undefined;
  if (sign !== undefined) return text.replace(words, sign);
  const table = level === 'raised' ? RAISED : LOWERED;
  const characters = [...text];
  const fits = characters.every(
    (one) => table[one] !== undefined || !/[\p{L}\p{N}]/u.test(one) || PLAIN.has(one),
  );
  const letters = characters.filter((one) => /\p{L}/u.test(one)).length;
  if (!fits || letters > MOST_LETTERS) return `${APART}${text}${APART}`;
  return characters.map((one) => table[one] ?? one).join('');
}

/** A text cut where its level changes, in the characters of the line: for drawing it. */
export function levelsOf(text: string): { readonly text: string; readonly level?: Level }[] {
  const parts: { text: string; level?: Level }[] = [];
  for (const character of text) {
    const known = PLAIN.get(character);
    const last = parts.at(-1);
    const plain = known?.plain ?? character;
    if (last !== undefined && last.level === known?.level) last.text += plain;
    else parts.push(known === undefined ? { text: plain } : { text: plain, level: known.level });
  }
  return parts;
}

/** Units that are squared and cubed, and formulas that are often written with a raised number. */
const WITH_POWERS = new Set(['km', 'dm', 'cm', 'mm', 'nm', 'ft', 'in', 'yd', 'mi', 'co']);
/** Single letters that make a number an ordinal: French and Spanish. */
const ORDINALS = new Set(['e', 'o']);

/** What characters beside the line mean for finding; `text` is as long as they are. */
type SoughtForm = { readonly as: 'same' | 'own' | 'none'; readonly text: string };

/** Characters before a place that can say what stands there. */
const LOOKED_BACK = 24;
const WORD_BEFORE = /[\p{L}\p{N}]+$/u;

/**
 * What raised or lowered characters (one {@link RAISED_OR_LOWERED}) mean for finding after a text: they go on with its last word (`m²`,
 * `CO₂`, `20ᵗʰ`), are a word of their own (`39⁹⁹`), or a mark that is no word at all (`price¹`, `Nexo™`).
 */
export function soughtForm(run: string, textBefore: string): SoughtForm {
  const before = WORD_BEFORE.exec(textBefore.slice(-LOOKED_BACK))?.[0] ?? '';
  const characters = [...run];
  const plain = characters.map((one) => PLAIN.get(one)?.plain ?? one).join('');
  const own = { as: 'own', text: plain } as const;
  const same = { as: 'same', text: plain } as const;
  const none = { as: 'none', text: ' '.repeat(characters.length) } as const;
  const level = PLAIN.get(characters[0] ?? '')?.level;
  if (level === undefined || SIGNS[plain.toLowerCase()] !== undefined) return none;
  const afterDigit = /\p{N}$/u.test(before);
  if (level === 'lowered') return afterDigit ? own : same;
  if (/^[a-z]+$/iu.test(plain)) {
    const goesOn = plain.length > 1 ? true : afterDigit && ORDINALS.has(plain);
    return goesOn ? same : none;
  }
  if (!/^\d+$/u.test(plain)) return none;
  const word = /\p{L}*$/u.exec(before)?.[0].toLowerCase() ?? '';
  if ([...word].length === 1 || WITH_POWERS.has(word)) return same;
  return word === '' && plain.length > 1 ? own : none;
}

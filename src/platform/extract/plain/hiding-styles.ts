/** What a style says of whether an element is seen. */
type Hiding = {
  /** It takes no room; whatever it holds is gone with it. */
  readonly gone: boolean;
  /** Invisible, or visible within what is not; undefined where nothing is said. */
  readonly unseen: boolean | undefined;
};
/** What a document's rules say of elements by one class, id or name alone, with or without the other: `.note`, `#x`, `p.note`. */
export type StyleRules = ReadonlyMap<string, Hiding>;

/** Characters of styles that are read, and rules. */
const MAX_STYLES = 300_000;
const MAX_RULES = 5_000;
/** What an empty sheet counts. */
const MIN_SHEET = 100;
const SHEET = /<style\b([^>]{0,500})>/gi;
const SHEET_END = /<\/style/gi;
const SIMPLE = /^[a-z][a-z0-9]{0,15}$|^(?:[a-z][a-z0-9]{0,15})?[.#][\w-]{1,80}$/i;
const STYLE = /(?:^|\s)style\s*=\s*(?:"([^"]*)"|'([^']*)')/i;
const NAMES = /(?:^|\s)(class|id)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;
const HIDDEN = /(?:^|\s)hidden(?=[\s=/]|$)/i;
const MAX_CLASSES = 30;
const SEEN: Hiding = { gone: false, unseen: undefined };

/** Reads the rules of a document's `<style>` elements that hide or show. Those for print or for certain screens only (`@media`) say nothing of what most people see. */
export function styleRules(html: string): StyleRules {
  const rules = new Map<string, Hiding>();
  let left = MAX_STYLES;
  for (const match of html.matchAll(SHEET)) {
    const [tag, attributes = ''] = match;
    const from = match.index + tag.length;
    SHEET_END.lastIndex = from;
    const end = SHEET_END.exec(html);
    // One that does not end holds the rest of the document; there is none after it.
    if (!end || left <= 0) break;
    const sheet = html.slice(from, Math.min(end.index, from + left));
    // Also those that are not read: each is looked through for its end.
    left -= end.index - from + MIN_SHEET;
    if (!/\bmedia\s*=\s*["']?\s*print/i.test(attributes)) readRules(sheet, rules);
  }
  return rules;
}

function readRules(css: string, rules: Map<string, Hiding>): void {
  const plain = css.replace(/\/\*[\s\S]*?(?:\*\/|$)|<!--|-->/g, ' ');
  let depth = 0;
  let from = 0;
  for (let at = 0; at < plain.length && rules.size < MAX_RULES; at += 1) {
    const sign = plain[at];
    if (sign === '{') {
      if (depth === 0 && !plain.slice(from, at).trimStart().startsWith('@')) {
        const end = plain.indexOf('}', at);
        addRule(plain.slice(from, at), plain.slice(at + 1, end === -1 ? plain.length : end), rules);
        at = end === -1 ? plain.length : end;
        from = at + 1;
      } else depth += 1;
    } else if (sign === '}') {
      depth = Math.max(0, depth - 1);
      from = at + 1;
    } else if (sign === ';' && depth === 0) from = at + 1;
  }
}

function addRule(selectors: string, declarations: string, rules: Map<string, Hiding>): void {
  const said = hidingOf(declarations);
  if (!said) return;
  for (const selector of selectors.split(',', 100)) {
    const name = selector.trim();
    if (SIMPLE.test(name))
      rules.set(
        name.replace(/^[a-z0-9]+/i, (tag) => tag.toLowerCase()),
        said,
      );
  }
}

/** What declarations say; undefined where they neither hide nor show. */
function hidingOf(declarations: string): Hiding | undefined {
  const values = new Map<string, string>();
  for (const declaration of declarations.split(';', 200)) {
    const colon = declaration.indexOf(':');
    const value = declaration
      .slice(colon + 1)
      .replace(/!\s*important/i, '')
      .trim()
      .toLowerCase();
    if (colon > 0) values.set(declaration.slice(0, colon).trim().toLowerCase(), value);
  }
  const [display, visibility] = [values.get('display'), values.get('visibility')];
  const isWhite = isWhiteOnWhite(values);
  if (display === undefined && visibility === undefined && !isWhite) return undefined;
  return {
    gone: display === 'none',
    unseen:
      isWhite ||
      /^(hidden|collapse)$/.test(visibility ?? '') ||
      (visibility === 'visible' ? false : undefined),
  };
}

/** Only where one and the same style says both: what text stands on elsewhere is not known. */
function isWhiteOnWhite(values: ReadonlyMap<string, string>): boolean {
  const ground = values.get('background-color') ?? values.get('background');
  return [values.get('color'), ground].every((color) =>
    /^(white|#fff(?:fff)?|rgb\(255, ?255, ?255\))$/.test(color ?? ''),
  );
}

/** What an element says of itself: the attribute, its own style, then the document's rules for its id, classes and name. */
export function hidesByStyle(tag: string, attributes: string, rules: StyleRules): Hiding {
  const style = STYLE.exec(attributes)?.slice(1).find(Boolean);
  const own = style === undefined ? undefined : hidingOf(style);
  if (own) return own;
  if (HIDDEN.test(withoutValues(attributes))) return { gone: true, unseen: undefined };
  if (rules.size === 0) return SEEN;
  for (const name of namesOf(tag, attributes)) {
    const said = rules.get(name);
    if (said) return said;
  }
  return SEEN;
}

/** The narrower first. */
function namesOf(tag: string, attributes: string): string[] {
  const found = [...attributes.matchAll(NAMES)].flatMap(([, kind = '', ...values]) => {
    const value = values.find((one) => one !== undefined) ?? '';
    const sign = kind.toLowerCase() === 'id' ? '#' : '.';
    return value.split(/\s+/, MAX_CLASSES).flatMap((name) => (name === '' ? [] : [`${sign}${name}`]));
  });
  const sorted = found.sort((one, other) => one.charCodeAt(0) - other.charCodeAt(0));
  return [...sorted.flatMap((name) => [`${tag}${name}`, name]), tag];
}

/** Attributes' names: in a value the word is only a word. */
function withoutValues(attributes: string): string {
  return attributes.replace(/=\s*(?:"[^"]*"|'[^']*')/g, '= ');
}

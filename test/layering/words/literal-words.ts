import { parseSync } from 'vite';

/** Something that people would read and that is no message of the catalogs. */
export type LiteralWords = { readonly line: number; readonly text: string };

/** What a person reads where it is given: as an attribute of JSX or a field of an object. */
const SAID_BY = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'description',
  'detail',
  'heading',
  'hint',
  'keywords',
  'label',
  'lead',
  'message',
  'name',
  'none',
  'nothing',
  'placeholder',
  'sentence',
  'suffix',
  'text',
  'title',
  'tooltip',
  'undone',
  'word',
]);
/** Macros whose arguments are messages. */
const MACROS = new Set(['plural', 'select', 'selectOrdinal', 'defineMessage', 'msg', 't']);
const LETTERS = /\p{L}{2}/u;
/** Begins as a sentence does and has two words at least. */
const SENTENCE = /^[‘“(]?\p{Lu}[\p{L}’]*[,:]?\s+\S*\p{L}/u;

type Node = { readonly type: string; readonly start: number } & Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** The words of a source of the window that no catalog has. */
export function literalWords(path: string, source: string): LiteralWords[] {
  const found: LiteralWords[] = [];
  const report = (node: Node, text: string): void => {
    const line = source.slice(0, node.start).split('\n').length;
    found.push({ line, text: text.replace(/\s+/g, ' ').trim() });
  };
  const children = (node: Node): Node[] =>
    Object.entries(node)
      // A field's name is read by nobody.
      .filter(([part]) => part !== 'key' && part !== 'name')
      .flatMap(([, value]) => (Array.isArray(value) ? value : [value]).filter(isNode));

  /** `said`: it stands where people read whatever it is. */
  const visit = (node: Node, said: boolean): void => {
    if (isSkipped(node)) return;
    const text = textOf(node);
    if (text !== undefined) {
      if (said ? LETTERS.test(text) : SENTENCE.test(text)) report(node, text);
    }
    if (node.type === 'JSXText' && typeof node.value === 'string' && LETTERS.test(node.value))
      report(node, node.value);
    const givenBy = nameGiven(node);
    const names = givenBy !== undefined && SAID_BY.has(givenBy);
    // What stands between tags is read, whatever it is.
    const between = node.type === 'JSXElement' || node.type === 'JSXFragment';
    for (const child of children(node))
      visit(
        child,
        names || (said && isTransparent(node)) || (between && child.type === 'JSXExpressionContainer'),
      );
  };
  for (const statement of children(program(path, source))) visit(statement, false);
  return found;
}

function program(path: string, source: string): Node {
  const parsed: unknown = parseSync(path, source).program;
  if (!isNode(parsed)) throw new Error(`${path} can’t be parsed.`);
  return parsed;
}

/** The text of a string or a template, with `…` where values are. */
function textOf(node: Node): string | undefined {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node.quasis)) return undefined;
  return node.quasis.map((quasi: { value: { raw: string } }) => quasi.value.raw).join('…');
}

/** The field or attribute that the node gives a value to. */
function nameGiven(node: Node): string | undefined {
  const name = node.type === 'JSXAttribute' ? node.name : node.type === 'Property' ? node.key : undefined;
  if (!isNode(name)) return undefined;
  return typeof name.name === 'string' ? name.name : typeof name.value === 'string' ? name.value : undefined;
}

/** Its value is one of its parts. */
function isTransparent({ type }: Node): boolean {
  return ['ConditionalExpression', 'LogicalExpression', 'JSXExpressionContainer'].includes(type);
}

/** Messages themselves, what only developers read, and what is no value. */
function isSkipped(node: Node): boolean {
  if (node.type.startsWith('TS') && !['TSAsExpression', 'TSSatisfiesExpression'].includes(node.type))
    return true;
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
      return isNode(node.source);
    case 'TaggedTemplateExpression':
      return isNode(node.tag) && MACROS.has(String(node.tag.name));
    case 'JSXElement':
      return isNode(node.openingElement) && isNode(node.openingElement.name)
        ? ['Trans', 'Plural', 'Select'].includes(String(node.openingElement.name.name))
        : false;
    case 'CallExpression':
      return isNode(node.callee) && (MACROS.has(String(node.callee.name)) || isConsole(node.callee));
    case 'NewExpression':
      return isNode(node.callee) && String(node.callee.name).endsWith('Error');
    default:
      return false;
  }
}

function isConsole(callee: Node): boolean {
  return callee.type === 'MemberExpression' && isNode(callee.object) && callee.object.name === 'console';
}

import { type ESTree, parseSync, Visitor } from 'vite';

/** What of a source file's form is looked at. */
export type SourceForm = {
  readonly lines: number;
  /** Relative modules that it imports, types included, as they are written. */
  readonly imports: readonly string[];
  /** Lines of each function by its name; the longest of those that share one. */
  readonly functions: ReadonlyMap<string, number>;
};

/** Reads the form of a TypeScript source. Throws where it can't be parsed. */
export function formOf(file: string, text: string): SourceForm {
  const { program, module, errors } = parseSync(file, text);
  if (errors[0] !== undefined) throw new SyntaxError(`${file}: ${errors[0].message}`);
  const imports = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.map(({ moduleRequest }) => moduleRequest?.value ?? ''),
    ),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => text.slice(start + 1, end - 1)),
  ];
  return {
    lines: lineCount(text),
    imports: [...new Set(imports)].filter((name) => name.startsWith('.')),
    functions: functionsOf(program, text),
  };
}

/** How many lines a text has. */
export function lineCount(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

type Names = { readonly start: number; readonly end: number; readonly name: string };

function functionsOf(program: ESTree.Program, text: string): ReadonlyMap<string, number> {
  const functions = new Map<string, number>();
  /** What a function without a name of its own is called: that of the nearest thing around it that has one. */
  const named: Names[] = [];
  const name = (start: number, end: number, key: ESTree.Node | null | undefined): void => {
    if (key?.type === 'Identifier' || key?.type === 'PrivateIdentifier')
      named.push({ start, end, name: key.name });
  };
  const measure = (node: ESTree.Function | ESTree.ArrowFunctionExpression): void => {
    const own = 'id' in node ? node.id?.name : undefined;
    const around = named.findLast(({ start, end }) => start <= node.start && end >= node.end)?.name;
    const called = own ?? around ?? 'without a name';
    const lines = lineCount(text.slice(node.start, node.end));
    functions.set(called, Math.max(lines, functions.get(called) ?? 0));
  };
  const enter = (node: ESTree.Function): void => {
    name(node.start, node.end, node.id);
    measure(node);
  };
  new Visitor({
    VariableDeclarator: (node) => name(node.start, node.end, node.id),
    MethodDefinition: (node) => name(node.start, node.end, node.key),
    PropertyDefinition: (node) => name(node.start, node.end, node.key),
    Property: (node) => name(node.start, node.end, node.key),
    FunctionDeclaration: enter,
    FunctionExpression: enter,
    ArrowFunctionExpression: measure,
  }).visit(program);
  return functions;
}

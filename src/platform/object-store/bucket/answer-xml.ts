import { SaxesParser } from 'saxes';

/** An element of a store's answer: its text, or what lies in it. */
export type Element = {
  readonly name: string;
  readonly text: string;
  readonly children: readonly Element[];
};

type Growing = { name: string; text: string; children: Growing[] };

/** Answers are flat; what is deeper is none of a store's. */
const DEEPEST = 8;

/** Reads a store's answer; `undefined` when it is no XML. Names come without their prefixes. */
export function readXml(text: string): Element | undefined {
  const root: Growing = { name: '', text: '', children: [] };
  const open: Growing[] = [root];
  const parser = new SaxesParser();
  // The first fault is enough: the parser would go on and make an error of every character of what is no XML.
  parser.on('error', () => {
    throw new NotXml();
  });
  parser.on('opentag', ({ name }) => {
    const element: Growing = { name: name.replace(/^.*:/, ''), text: '', children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
    if (open.length > DEEPEST) throw new NotXml();
  });
  parser.on('text', (piece) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += piece;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof NotXml) return undefined;
    throw error;
  }
  return root.children[0];
}

class NotXml extends Error {}

/** The text of an element's child; `undefined` when there is none. */
export function textIn(element: Element, name: string): string | undefined {
  return element.children.find((child) => child.name === name)?.text;
}

/** What a store says of a refusal; `undefined` when this is no refusal of a store. */
export function readRefusal(
  text: string,
): { readonly code: string; readonly region: string | undefined } | undefined {
  const root = readXml(text);
  if (root?.name !== 'Error') return undefined;
  const code = textIn(root, 'Code');
  // It stands in errors and the log: no more than a word of it.
  if (code === undefined || !/^[A-Za-z0-9.]{1,64}$/.test(code)) return undefined;
  const region = textIn(root, 'Region');
  return { code, region: region !== undefined && /^[a-z0-9-]{1,40}$/.test(region) ? region : undefined };
}

/** Text for an element. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

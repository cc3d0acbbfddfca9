import { LEFT_OUT } from '../office/left-out.ts';
import type { OfficePackage } from '../package/office-package.ts';
import type { Attributes, XmlNode } from '../package/xml.ts';

/** An element of a part with its number (1-based, in the order in which they begin). */
export type FlowNode = Omit<XmlNode, 'children'> & { readonly at: number; readonly children: FlowNode[] };

/** Elements that say nothing of the room that text takes: most of what a large table has. */
const NO_ROOM: ReadonlySet<string> = new Set(
  (
    'adjustRightInd autoSpaceDE autoSpaceDN bookmarkEnd bookmarkStart cnfStyle color graphic highlight kern lang noProof pBdr pPrChange proofErr ' +
    'rPrChange sdtEndPr sdtPr sectPrChange shd tblLook tblPrChange tcBorders tcPrChange trPrChange txbxContent u'
  ).split(' '),
);
/** Elements of one block that are kept. */
const MAX_NODES = 200_000;
/** Elements from which on a long table is handed on in parts. */
const NODES_A_PART = 20_000;

/**
 * Hands on each element right below one called `holder` of a part, as a tree, without what is no longer part of the document, a long
 * table in several that follow each other; `use` answers whether to go on. `onEnd` is told where the holder ends.
 */
export function readBlocks(
  office: OfficePackage,
  part: string,
  holder: string,
  use: (block: FlowNode) => boolean,
  onEnd?: () => void,
): void {
  let at = 0;
  let leftOut = 0;
  let nodes = 0;
  let inHolder = false;
  let goesOn = true;
  const stack: FlowNode[] = [];
  const open = (name: string, attributes: Attributes) => {
    at += 1;
    if (leftOut > 0 || LEFT_OUT.has(name) || NO_ROOM.has(name)) {
      leftOut += 1;
      return;
    }
    if (!inHolder) {
      inHolder = name === holder;
      return;
    }
    const node: FlowNode = { name, attributes, children: [], text: '', at };
    nodes = stack.length === 0 ? 1 : nodes + 1;
    if (nodes <= MAX_NODES) stack.at(-1)?.children.push(node);
    stack.push(node);
  };
  const close = (name: string) => {
    if (leftOut > 0) {
      leftOut -= 1;
      return;
    }
    if (name === holder && stack.length === 0) {
      inHolder = false;
      onEnd?.();
    }
    const node = stack.pop();
    if (node && stack.length === 0) goesOn = goesOn && use(node);
    else if (node?.name === 'tr' && stack.length === 1 && nodes > NODES_A_PART) endPart(stack);
  };
  const endPart = ([table]: FlowNode[]) => {
    if (table?.name !== 'tbl') return;
    goesOn = goesOn && use(table);
    // The rows to come have the same columns and look.
    stack[0] = { ...table, children: table.children.filter(({ name }) => name.startsWith('tbl')) };
    nodes = 1;
  };
  const text = (value: string) => {
    const top = stack.at(-1);
    if (top && leftOut === 0) top.text += value;
  };
  office.read(part, { open, close, text, enough: () => !goesOn });
}

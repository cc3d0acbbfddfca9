import type { Level } from '../../../shared/raised.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { type Attributes, attribute } from '../package/xml.ts';

/** What a style says of how text is to be read. */
export type OdfLook = {
  readonly level?: Level | 'line';
  readonly struck?: boolean;
  readonly hidden?: boolean;
  /** A page begins with it, or after it. */
  readonly breaksBefore?: boolean;
  readonly breaksAfter?: boolean;
};
type Style = { readonly parent: string | undefined; look: OdfLook };

/** Parts that hold styles: those that a person named, then those that follow from what they did. */
const PARTS = ['styles.xml', 'content.xml'] as const;
const MAX_STYLES = 50_000;
const MAX_PARENTS = 20;

/** The styles of an OpenDocument file (ODF 1.3, part 3, 16), by family and name. */
export class OdfStyles {
  readonly #styles = new Map<string, Style>();
  readonly #looks = new Map<string, OdfLook>();

  constructor(office: OfficePackage) {
    for (const part of PARTS) this.#read(office, part);
  }

  /** What a style says, with what it has from those that it follows. */
  look(family: string, name: string | undefined): OdfLook {
    if (name === undefined) return {};
    const key = `${family}/${name}`;
    const known = this.#looks.get(key);
    if (known) return known;
    let look: OdfLook = {};
    let at: string | undefined = name;
    for (let depth = 0; at !== undefined && depth < MAX_PARENTS; depth += 1) {
      const style: Style | undefined = this.#styles.get(`${family}/${at}`);
      look = { ...style?.look, ...look };
      at = style?.parent;
    }
    this.#looks.set(key, look);
    return look;
  }

  #read(office: OfficePackage, part: string): void {
    let current: Style | undefined;
    let isPast = false;
    office.read(part, {
      open: (name, attributes) => {
        if (name === 'style') current = this.#add(attributes);
        else if (name === 'body' || name === 'master-styles') isPast = true;
        else if (current) current.look = { ...current.look, ...lookOf(name, attributes) };
      },
      close: (name) => {
        if (name === 'style') current = undefined;
      },
      enough: () => isPast,
    });
  }

  #add(attributes: Attributes): Style | undefined {
    const name = attribute(attributes, 'name');
    const family = attribute(attributes, 'family');
    if (name === undefined || family === undefined || this.#styles.size >= MAX_STYLES) return undefined;
    // Another kind of page begins a page.
    const breaksBefore = (attribute(attributes, 'master-page-name') ?? '') !== '';
    const style = {
      parent: attribute(attributes, 'parent-style-name'),
      look: breaksBefore ? { breaksBefore } : {},
    };
    this.#styles.set(`${family}/${name}`, style);
    return style;
  }
}

function lookOf(name: string, attributes: Attributes): OdfLook {
  switch (name) {
    case 'text-properties': {
      const position = attribute(attributes, 'text-position');
      const line = attribute(attributes, 'text-line-through-style');
      const display = attribute(attributes, 'display');
      return {
        ...(position !== undefined && { level: levelOf(position) }),
        ...(line !== undefined && { struck: line !== 'none' }),
        ...(display !== undefined && { hidden: display === 'none' }),
      };
    }
    case 'paragraph-properties':
    case 'table-properties': {
      const [before, after] = [attribute(attributes, 'break-before'), attribute(attributes, 'break-after')];
      // A sheet that is not shown.
      const display = attribute(attributes, 'display');
      return {
        ...(before === 'page' && { breaksBefore: true }),
        ...(after === 'page' && { breaksAfter: true }),
        ...(display !== undefined && { hidden: display === 'false' }),
      };
    }
    case 'drawing-page-properties': {
      const visibility = attribute(attributes, 'visibility');
      return visibility === undefined ? {} : { hidden: visibility === 'hidden' };
    }
    default:
      return {};
  }
}

/** `super 58%`, `-33% 58%`, `0% 100%`. */
function levelOf(position: string): Level | 'line' {
  if (/^\s*super/.test(position)) return 'raised';
  if (/^\s*sub/.test(position)) return 'lowered';
  const percent = Number.parseFloat(position);
  if (percent > 0) return 'raised';
  return percent < 0 ? 'lowered' : 'line';
}

import { attribute, readXmlPart, readXmlTree, type XmlHandlers, type XmlNode } from './xml.ts';
import { DamagedZip, type ZipFile } from './zip.ts';

/** A relationship of a part: ECMA-376 part 2. */
type Relationship = {
  readonly id: string;
  /** The last word of the type's URI, lower case: `slide`, `notesslide`, `officedocument`; the same in both dialects. */
  readonly type: string;
  /** The part it leads to; undefined for external targets, which are never followed. */
  readonly target: string | undefined;
  /** Where an external one leads, as the document has it. */
  readonly address?: string;
};

/** An OOXML package: parts that are found by following relationships from the root, never by guessing names. */
export class OfficePackage {
  readonly zip: ZipFile;
  readonly #relationships = new Map<string, readonly Relationship[]>();

  constructor(zip: ZipFile) {
    this.zip = zip;
  }

  /** A part's relationships; '' is the package itself. */
  relationships(part: string): readonly Relationship[] {
    const known = this.#relationships.get(part);
    if (known) return known;
    const read = this.#readRelationships(part);
    this.#relationships.set(part, read);
    return read;
  }

  /** The parts that a part leads to by relationships of this type. */
  related(part: string, type: string): string[] {
    return this.relationships(part).flatMap((one) => (one.type === type && one.target ? [one.target] : []));
  }

  /** Where a relationship's id leads. */
  target(part: string, id: string | undefined): string | undefined {
    if (id === undefined) return undefined;
    return this.relationships(part).find((one) => one.id === id)?.target;
  }

  /** The address that a relationship's id leads to outside of the package, for a person to follow. */
  address(part: string, id: string | undefined): string | undefined {
    if (id === undefined) return undefined;
    return this.relationships(part).find((one) => one.id === id)?.address;
  }

  /** The main part; undefined when this is no office document. */
  mainPart(): string | undefined {
    return this.related('', 'officedocument').find((part) => this.zip.find(part) !== undefined);
  }

  /** Reads a part if it is there; a part that does not unpack counts as absent, unless it is a bomb. */
  read(part: string, handlers: XmlHandlers): boolean {
    const entry = this.zip.find(part);
    if (!entry) return false;
    try {
      return readXmlPart(this.zip, entry, handlers);
    } catch (error) {
      if (error instanceof DamagedZip) return false;
      throw error;
    }
  }

  /** Reads a small part whole, if it is there. `fallbacks`: with what stands in for what only newer programs know. */
  tree(part: string | undefined, fallbacks = false): XmlNode | undefined {
    const entry = part === undefined ? undefined : this.zip.find(part);
    if (!entry) return undefined;
    try {
      return readXmlTree(this.zip, entry, fallbacks);
    } catch (error) {
      if (error instanceof DamagedZip) return undefined;
      throw error;
    }
  }

  #readRelationships(part: string): Relationship[] {
    const slash = part.lastIndexOf('/');
    const folder = part.slice(0, slash + 1);
    const found: Relationship[] = [];
    this.read(`${folder}_rels/${part.slice(slash + 1)}.rels`, {
      open: (name, attributes) => {
        if (name !== 'Relationship') return;
        const target = attribute(attributes, 'Target');
        const external = attribute(attributes, 'TargetMode')?.toLowerCase() === 'external';
        const type = attribute(attributes, 'Type') ?? '';
        found.push({
          id: attribute(attributes, 'Id') ?? '',
          type: type.slice(type.lastIndexOf('/') + 1).toLowerCase(),
          target: external || target === undefined ? undefined : resolvePart(folder, target),
          ...(external && target !== undefined ? { address: target } : {}),
        });
      },
    });
    return found;
  }
}

/** A part's name from a relationship's target, which is relative to the folder of the part that has it. */
export function resolvePart(folder: string, target: string): string {
  const path = (target.split('#', 1)[0] ?? '').replaceAll('\\', '/');
  const steps = (path.startsWith('/') ? path : `${folder}${path}`).split('/');
  const resolved: string[] = [];
  for (const step of steps) {
    if (step === '..') resolved.pop();
    else if (step !== '' && step !== '.') resolved.push(step);
  }
  return decodeOrKeep(resolved.join('/'));
}

function decodeOrKeep(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

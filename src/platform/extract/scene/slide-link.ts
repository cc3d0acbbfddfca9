import type { SlideLink } from '../../../engine/ports/extractor.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { attribute, child, prefixedAttribute, type XmlNode } from '../package/xml.ts';
import { oneLine } from '../text/clean.ts';
import type { SlideParts } from './slide-parts.ts';

/** Characters of an address; longer ones lead nowhere. */
const LONGEST_ADDRESS = 2_000;

/** What links lead to: the relationships of the part that has them, and the deck's slides. */
export type Links = { readonly office: OfficePackage; readonly part: string; readonly parts: SlideParts };

/** Where a click on what has this `hlinkClick` leads; undefined where that is nowhere that a reader can go. */
export function linkOf(click: XmlNode | undefined, { office, part, parts }: Links): SlideLink | undefined {
  if (!click) return undefined;
  const id = prefixedAttribute(click.attributes, 'id');
  const action = attribute(click.attributes, 'action') ?? '';
  if (action.startsWith('ppaction://hlinkshowjump')) return jumpTo(action, parts);
  if (action.startsWith('ppaction://hlinksldjump')) {
    const page = parts.slides.indexOf(office.target(part, id) ?? '') + 1;
    return page > 0 ? { page } : undefined;
  }
  const address = office.address(part, id)?.trim() ?? '';
  return address === '' || address.length > LONGEST_ADDRESS ? undefined : { address };
}

/** What a shape says of itself as a whole, whatever it is: where a click leads, and what it shows for who can't see it. */
export function aboutShape(
  shape: XmlNode,
  links: Links,
): { readonly link?: SlideLink; readonly alt?: string } {
  const named = shape.children.find(({ name }) => /^nv\w*Pr$/.test(name));
  const properties = child(named, 'cNvPr');
  const link = linkOf(child(properties, 'hlinkClick'), links);
  const alt = oneLine(attribute(properties?.attributes ?? {}, 'descr'));
  return { ...(link === undefined ? {} : { link }), ...(alt === undefined ? {} : { alt }) };
}

/** Jumps of the presenting program (ECMA-376 part 1, 21.1.2.3.5). */
function jumpTo(action: string, { number, slides }: SlideParts): SlideLink | undefined {
  const places: Readonly<Record<string, number>> = {
    nextslide: number + 1,
    previousslide: number - 1,
    firstslide: 1,
    lastslide: slides.length,
  };
  const jump = /[?&]jump=(\w+)/.exec(action)?.[1] ?? '';
  const page = Object.hasOwn(places, jump) ? places[jump] : undefined;
  return page !== undefined && page >= 1 && page <= slides.length ? { page } : undefined;
}

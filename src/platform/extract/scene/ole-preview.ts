import type { OfficePackage } from '../package/office-package.ts';
import { allNamed, attribute, child, prefixedAttribute, type XmlNode } from '../package/xml.ts';
import type { Part } from './slide-parts.ts';

/** The picture that stands in for an object of another program on a slide: in the slide (`p:pic`), or in its VML drawing. */

/** What holds the picture: the element with its fill, or the part with its bytes. */
type OlePreview = { readonly holder: XmlNode } | { readonly part: string };

/** Finds the preview of the object in a frame's data; undefined where there is none. */
export function olePreview(office: OfficePackage, part: Part, data: XmlNode): OlePreview | undefined {
  const objects = [...allNamed(data, 'oleObj')];
  for (const object of objects) {
    const holder = child(object, 'pic');
    if (holder) return { holder };
  }
  const id = objects
    .map((object) => attribute(object.attributes, 'spid'))
    .find((one) => one !== undefined && one !== '');
  return id === undefined ? undefined : vmlPicture(office, part, id);
}

function vmlPicture(office: OfficePackage, part: Part, id: string): OlePreview | undefined {
  for (const drawing of office.related(part.name, 'vmldrawing')) {
    for (const shape of allNamed(office.tree(drawing), 'shape')) {
      if (attribute(shape.attributes, 'id') !== id && attribute(shape.attributes, 'spid') !== id) continue;
      const [image] = allNamed(shape, 'imagedata');
      const target = office.target(drawing, prefixedAttribute(image?.attributes ?? {}, 'relid'));
      if (target !== undefined) return { part: target };
    }
  }
  return undefined;
}

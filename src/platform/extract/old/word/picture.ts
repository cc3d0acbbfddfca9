import { LooseBytes } from '../../encoding/loose-bytes.ts';
import type { CompoundFile } from '../../package/compound-file.ts';
import { MAX_STREAM } from '../common/streams.ts';

/** English metric units of a twentieth of a point. */
const TWIP = 635;

/** Says how much room pictures in the text take (MS-DOC 2.9.192 PICF), by their places in the stream of data: in size, without their pixels. */
export function pictureMarkup(compound: CompoundFile): (place: number) => string {
  let data: LooseBytes | undefined;
  return (place) => {
    if (!data) {
      const entry = compound.root.children.find(({ name }) => name.toLowerCase() === 'data');
      data = new LooseBytes((entry && compound.read(entry, MAX_STREAM)) ?? new Uint8Array());
    }
    const side = (goal: number, scale: number) =>
      Math.round(
        Math.max(0, (data?.i16(place + goal) ?? 0) * TWIP * ((data?.u16(place + scale) ?? 0) / 1_000)),
      );
    const [width, height] = [side(28, 32), side(30, 34)];
    if (width === 0 || height === 0) return '';
    return `<w:drawing><wp:inline><wp:extent cx="${width}" cy="${height}"/></wp:inline></w:drawing>`;
  };
}

const form = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;

/** A colour of a document as a style; nothing when it is none. */
export function colorOf(color: string | undefined): { color?: string } {
  return color !== undefined && form.test(color) ? { color } : {};
}

/** Black or white, whichever can be read on a ground (relative luminance, WCAG 2.2); black on an unknown one, which is drawn white. */
export function inkOn(ground: string | undefined): '#000000' | '#ffffff' {
  const parts = form.exec(ground ?? '');
  if (parts === null) return '#000000';
  const [red = 0, green = 0, blue = 0] = parts.slice(1).map((part) => {
    const value = Number.parseInt(part, 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000000' : '#ffffff';
}

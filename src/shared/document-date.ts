/** Before this no document of the formats that are read was written: earlier dates are clocks that were not set, and zeros of archives. */
const EARLIEST = Date.UTC(1995, 0, 1);

/**
 * A document's own date (milliseconds since 1970): the first of what says it that can be true. What lies after `now` is not believed, or
 * a wrong clock would keep a document fresh for years.
 */
export function documentDate(
  said: readonly (number | undefined)[],
  now = Number.POSITIVE_INFINITY,
): number | undefined {
  return said.find((time) => time !== undefined && Number.isFinite(time) && time >= EARLIEST && time <= now);
}

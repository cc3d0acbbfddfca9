/**
 * How large anything of a hub or a journal may be, in bytes. The one home of these numbers: whoever writes stays within them, whoever reads stops
 * there, so that nobody who can write to a hub's place fills the memory or the disk of those who read it.
 */
export const LIMITS = {
  /** `card.json`: a key, a name, a signature. */
  card: 16 * 1024,
  /** `hub.json`. */
  hub: 16 * 1024,
  /** `head.json`: some ten thousand segments, which is more than a device writes in its life. */
  head: 2 * 1024 * 1024,
  /** One event as its line, without the line break. */
  line: 256 * 1024,
  /** A seal, which is the first line of a segment. */
  seal: 4 * 1024,
  /** A segment, whatever a head says of it. Kitbag writes up to a megabyte, and the sample's colleagues one segment a stream. */
  segment: 16 * 1024 * 1024,
  /** A bundle as it lies in the hub, and unpacked. */
  bundle: 64 * 1024 * 1024,
  bundleUnpacked: 256 * 1024 * 1024,
  /** Segments that are read and checked at once, of however many devices. */
  inFlight: 32 * 1024 * 1024,
  /** What is read of a removed device's history before it is known to be the one that was named. */
  upToNamed: 128 * 1024 * 1024,
  /** What is kept beside a journal of histories that its device has replaced: with that much nothing more is, however often it does. */
  setAside: 16 * 1024 * 1024,
  /** Heads that are kept from one step of a first contact to the next. */
  headsAhead: 64 * 1024 * 1024,
  /** A head that is kept as it is, to tell whether it has changed; of a larger one its digest is. */
  keptHead: 64 * 1024,
} as const;

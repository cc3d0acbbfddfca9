import type { VersionMove } from '../../shared/vocabulary/assets.ts';
import type { Claimed } from '../kernel/claims.ts';
import type { Register } from '../kernel/register.ts';
import type { VersionBody, VersionReading } from './version-body.ts';

/** Who stated something that is stated once, and when (milliseconds since 1970, by the author's word). */
export type Origin = {
  readonly member: string;
  readonly at: number;
  /** The proposal that it came of: whoever made that one contributed it. */
  readonly proposal?: string;
};

/** A file of an asset with its origin, as the last reading of it found it. */
export type VersionState = Origin & {
  readonly body: VersionBody;
  /** What its publisher found, where it was read again since. */
  readonly asAdded?: VersionBody;
  /** It was not published with its adding: what became of it says `moves`. */
  readonly draft?: true;
};

/** What became of a drafted version, by whom and when. */
export type MovedVersion = Origin & { readonly to: VersionMove };

/** Who said last that a version is right; `withdrawn`: they took it back, and nobody had said it before. */
export type Verification = Origin & { readonly withdrawn?: true };

/** The versions of an asset and what was said of them. */
export type Versioned = {
  readonly versions: Map<string, Claimed<VersionState>>;
  /** What was found when versions were read again, by version. They may arrive before their versions. */
  readings?: Map<string, Register<VersionReading>>;
  /** By the id of a version that was drafted. */
  moves?: Map<string, Register<MovedVersion>>;
  /** Who said of a version that it was never meant to come out, and when: by version, then by member. */
  withdrawn?: Map<string, Map<string, Register<number>>>;
  /** By version; under '' those of old journals, which name none. */
  verified?: Map<string, Register<Verification>>;
  /** Versions that came with assets merged into this one, out before that: never its current one. Worked out, not kept. */
  readonly absorbed?: ReadonlySet<string>;
};

import type { DomainModel } from '../../domain/registry.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import type { Random } from '../../shared/ports/random.ts';
import type { Compression } from '../../sync/hub/compression.ts';
import type { Crypto } from '../../sync/identity/crypto.ts';
import type { Extractor } from '../ports/extractor.ts';
import type { HubPlaces } from '../ports/hub-places.ts';
import type { InviteCodes } from '../ports/invite-codes.ts';
import type { OfficeProgram } from '../ports/office-program.ts';
import type { ReplicaHome } from '../ports/replica-home.ts';

/** Runs something later; the result forgets it. Node's and browsers' timers fit. */
export type Later = (run: () => void, ms: number) => () => void;

/** What every area needs of the outside. */
export type BasePorts = {
  /** By which definitions of events and collections it works; without it those that are registered. */
  readonly model?: DomainModel;
  readonly home: ReplicaHome;
  readonly extractor: Extractor;
  /** LibreOffice on this device; without it nobody asks. */
  readonly office?: OfficeProgram;
  /** Where hubs can be. */
  readonly places: HubPlaces;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly later: Later;
  /** Digests and signatures. */
  readonly crypto: Crypto;
  readonly inviteCodes: InviteCodes;
  /** Without it first contacts read every object by itself. */
  readonly compression?: Compression;
  /** What this device's time zone is called, `Europe/Berlin`: the days of a hub that is founded here. */
  readonly timeZone: string;
  /** Where the sample's `manifest.json` and `files` lie; without it there is no sample. */
  readonly sampleFolder?: string;
  /** Reads a file of the application itself, e.g. the sample's manifest. */
  readonly readTextFile: (path: string) => Promise<string>;
  readonly appVersion: string;
  readonly deviceName: string;
  readonly suggestedName: string;
};

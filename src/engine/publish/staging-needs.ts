import type { DimensionField } from '../../shared/vocabulary/asset-fields.ts';
import type { BasePorts } from '../base/base-ports.ts';
import type { KnownFiles } from './known-files.ts';
import type { SuggestingPorts } from './row-suggestions.ts';
import type { TitleOf } from './rows-in-common.ts';
import type { SecondReading } from './second-reading.ts';

/** What a publish table works with. */
export type StagingNeeds = {
  readonly ports: BasePorts;
  readonly known: KnownFiles;
  readonly secondReading: SecondReading;
  readonly titleOf: TitleOf;
  readonly suggesting: SuggestingPorts;
  /** The dimensions that publishing asks for. */
  readonly required: () => readonly DimensionField[];
  /** It is for one import, and not kept. */
  readonly passing?: boolean;
};

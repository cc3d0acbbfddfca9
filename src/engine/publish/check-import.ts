import type { ImportOptions } from '../../contract/import.ts';
import { checkTerms } from '../assets/assets.ts';
import { checkMayPublish } from '../people/may-publish.ts';
import type { WithPublishing } from './with-publishing.ts';

/** Whether the person here may import with these options, before a file is looked at. Throws `Refusal`. */
export function checkImport(
  replica: WithPublishing,
  {
    stages,
    personas,
    types: [type],
    dimensions,
  }: Pick<ImportOptions, 'stages' | 'personas' | 'types' | 'dimensions'>,
): void {
  checkMayPublish(replica);
  checkTerms(replica, { ...dimensions, stages, personas, type });
}

import type { Holds } from '../../domain/kernel/holds.ts';
import type { TaxonomyPart } from '../../domain/taxonomy/terms.ts';
import type { BasePorts } from '../base/base-ports.ts';
import { OpenTables } from './open-tables.ts';

/** Opens what keeps the tables that somebody chooses. */
export function metadataPart({
  ports,
  catalog,
}: {
  readonly ports: Pick<BasePorts, 'extractor'>;
  readonly catalog: Holds<TaxonomyPart>;
}) {
  return { tables: new OpenTables(catalog, ports.extractor) };
}

import type { BasePorts } from '../base/base-ports.ts';
import { OpenTables } from './open-tables.ts';

/** Opens what keeps the tables that somebody chooses. */
export function metadataPart({ ports }: { readonly ports: Pick<BasePorts, 'extractor'> }) {
  return { tables: new OpenTables(ports.extractor) };
}

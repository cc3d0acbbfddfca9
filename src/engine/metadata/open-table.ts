import type { OpenTable } from '../../contract/metadata.ts';
import { says } from '../../shared/says/says.ts';
import { checkMayEdit } from '../assets/batch-edit.ts';
import { invalid } from '../base/refusal.ts';
import type { PathGrants } from '../publish/path-grants.ts';
import type { WithMetadata } from './with-metadata.ts';

/** Opens the table that a grant stands for; of several files the first. Throws `Refusal`. */
export async function openTable(
  replica: WithMetadata,
  grants: PathGrants,
  grant: string,
): Promise<OpenTable> {
  checkMayEdit(replica);
  const [path] = grants.take(grant);
  if (path === undefined) throw invalid(says('publish.files-gone'));
  return replica.tables.open(grant, path);
}

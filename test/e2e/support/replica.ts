import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { type AssetChanges, type AssetDetail, assetDetailSchema } from '../../../src/contract/assets.ts';
import type { Role } from '../../../src/shared/vocabulary/roles.ts';

/** What a test's replica begins with. */
export type ReplicaOptions = {
  readonly role?: Role;
  /** What is said of an asset, by file name; all are for customers unless said otherwise. */
  readonly set?: Readonly<Record<string, AssetChanges>>;
  /** Files to publish, each an asset for decision and CFO. */
  readonly files: readonly string[];
  /** A further file as a new version of the asset of another one, by file name. */
  readonly newVersions?: readonly {
    readonly of: string;
    readonly file: string;
    /** It waits beside the published one. */
    readonly draft?: boolean;
  }[];
  /** So many further personas than a new hub has. */
  readonly personas?: number;
  /** The files become drafts. */
  readonly drafts?: boolean;
};

const run = promisify(execFile);
const program = join(import.meta.dirname, 'fill-replica.ts');
const answerSchema = z.array(z.tuple([z.string(), assetDetailSchema]));

/** Fills a fresh replica before a window opens on it. Answers its assets by their file's name. */
export async function makeReplica(
  dataFolder: string,
  options: ReplicaOptions,
): Promise<ReadonlyMap<string, AssetDetail>> {
  const { stdout } = await run(process.execPath, [program, dataFolder, JSON.stringify(options)]);
  return new Map(answerSchema.parse(JSON.parse(stdout)));
}

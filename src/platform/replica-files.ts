import { BLOBS_FOLDER } from './blobs/blob-path.ts';

/** What a replica's folder holds, its mark first. The lock is the process's. */
export const REPLICA_FILES = [
  'replica.json',
  'device-key.json',
  'secrets',
  'journal',
  'local',
  'snapshots',
  'index',
  'converted',
  BLOBS_FOLDER,
];

/** What lies in a replica's folder for its owner's eyes only: everything. */
export const PRIVATE_NAMES = [...REPLICA_FILES, 'lock.sqlite', 'lock.json', 'logs', 'window'];

import type { PolicyOf } from '../../engine/ports/hub-places.ts';
import type { BucketAddress } from '../../shared/hub-location.ts';

/** What a role writes besides its own device's folder. Leads share and move hubs: they write its description. */
const ALSO_WRITES: Readonly<Record<PolicyOf['role'], readonly string[]>> = {
  rep: [],
  marketer: ['blobs/*'],
  lead: ['blobs/*', 'hub.json'],
};

const WRITING = ['s3:PutObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts'];

/**
 * A policy in the language of AWS, which MinIO, Ceph and others read too: read everything of the hub, write and remove only under the device's own
 * name, and write what the role needs. All may touch the pulse, which says only that something changed.
 */
export function bucketPolicy({ bucket, prefix }: BucketAddress, { device, role }: PolicyOf): string {
  const root = prefix === '' ? '' : `${prefix}/`;
  const objects = (path: string): string => `arn:aws:s3:::${bucket}/${root}${path}`;
  const own = [`devices/${device}/*`, `news/*-${device}-*`].map(objects);
  const written = ['news/pulse', ...ALSO_WRITES[role]].map(objects);
  const policy = {
    Version: '2012-10-17',
    Statement: [
      // 'If exists': reading an object that is not there asks for the right to list, without a prefix. Refused, it would not be told as missing.
      {
        Sid: 'KitbagList',
        Effect: 'Allow',
        Action: ['s3:ListBucket', 's3:GetBucketLocation'],
        Resource: `arn:aws:s3:::${bucket}`,
        ...(prefix !== '' && { Condition: { StringLikeIfExists: { 's3:prefix': [prefix, `${prefix}/*`] } } }),
      },
      { Sid: 'KitbagRead', Effect: 'Allow', Action: ['s3:GetObject'], Resource: objects('*') },
      {
        Sid: 'KitbagWriteOwn',
        Effect: 'Allow',
        Action: [...WRITING, 's3:DeleteObject'],
        Resource: own,
      },
      { Sid: 'KitbagWrite', Effect: 'Allow', Action: WRITING, Resource: written },
    ],
  };
  return JSON.stringify(policy, null, 2);
}

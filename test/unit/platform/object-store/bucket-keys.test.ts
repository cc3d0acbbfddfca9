import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noKeyring } from '../../../../src/platform/keys/no-keyring.ts';
import { SecretFolder } from '../../../../src/platform/keys/secret-folder.ts';
import {
  bucketKeys,
  environmentKeys,
  keysText,
  profileKeys,
} from '../../../../src/platform/object-store/bucket-keys.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const keys = { accessKeyId: 'id', secretAccessKey: 'secret' };

describe('The keys of a bucket', () => {
  it('come from the environment, Kitbag’s own variables first', () => {
    const aws = { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b', AWS_SESSION_TOKEN: 'c' };
    expect(environmentKeys(aws)).toEqual({ accessKeyId: 'a', secretAccessKey: 'b', sessionToken: 'c' });
    expect(environmentKeys({ ...aws, KITBAG_S3_KEY_ID: 'id', KITBAG_S3_SECRET: 'secret' })).toEqual(keys);
    expect(environmentKeys({ KITBAG_S3_KEY_ID: 'id' })).toBeUndefined();
  });

  it('come from a profile of the shared file, whatever else stands there', () => {
    const text = [
      '# comment',
      '[default]',
      'aws_access_key_id = other',
      'aws_secret_access_key=other',
      '[ work ] ; mine',
      'aws_access_key_id=id',
      'AWS_SECRET_ACCESS_KEY = secret ',
      'region = eu-1',
      '[profile token]',
      'aws_access_key_id=id',
      'aws_secret_access_key=se=cr=et',
      'aws_session_token=t',
      '[half]',
      'aws_access_key_id=id',
    ].join('\r\n');
    expect(profileKeys(text, 'work')).toEqual(keys);
    expect(profileKeys(text, 'token')).toEqual({
      accessKeyId: 'id',
      secretAccessKey: 'se=cr=et',
      sessionToken: 't',
    });
    expect(profileKeys(text, 'half')).toBeUndefined();
    expect(profileKeys(text, 'none')).toBeUndefined();
  });

  it('reach the driver from wherever they are, and are “denied” where they are not, without a word of them', async () => {
    const folder = await temporaryFolder();
    const secrets = new SecretFolder(join(folder, 'secrets'), noKeyring, () => Promise.resolve('file'));
    const file = join(folder, 'credentials');
    writeFileSync(file, '[work]\naws_access_key_id=id\naws_secret_access_key=secret\n');
    const env = { AWS_SHARED_CREDENTIALS_FILE: file };
    const kept = { from: 'kept', id: secrets.hold(keysText(keys)) } as const;
    expect(await bucketKeys(kept, { secrets, env })()).toEqual(keys);
    expect(await bucketKeys({ from: 'profile', name: 'work' }, { secrets, env })()).toEqual(keys);
    const own = { KITBAG_S3_KEY_ID: 'new', KITBAG_S3_SECRET: 'newer' };
    expect(await bucketKeys(kept, { secrets, env: own })()).toMatchObject({ accessKeyId: 'new' });
    expect(await bucketKeys({ from: 'environment' }, { secrets, env: own })()).toMatchObject({
      accessKeyId: 'new',
    });
    for (const nowhere of [
      bucketKeys({ from: 'environment' }, { secrets, env }),
      bucketKeys({ from: 'profile', name: 'none' }, { secrets, env }),
      bucketKeys({ from: 'kept', id: 'gone' }, { secrets, env }),
    ]) {
      await expect(nowhere()).rejects.toMatchObject({ failure: 'denied' });
    }
  });
});

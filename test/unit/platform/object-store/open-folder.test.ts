import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLocation } from '../../../../src/platform/object-store/location.ts';
import { smbAddress } from '../../../../src/platform/object-store/network-folder.ts';
import { createHubFolder, openFolder } from '../../../../src/platform/object-store/open-folder.ts';
import { invitationText } from '../../../../src/words/invitation.ts';
import { saying } from '../../../support/saying.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const linux = { cwd: '/home/anna/papers', home: '/home/anna', platform: 'linux' };
const windows = { cwd: 'C:\\Work', home: 'C:\\Users\\Anna', platform: 'win32' };

describe('a location', () => {
  it.each([
    ['/srv/hub', '/srv/hub'],
    ['hub', '/home/anna/papers/hub'],
    ['../hub/', '/home/anna/hub'],
    ['~', '/home/anna'],
    ['~/Dropbox/hub', '/home/anna/Dropbox/hub'],
    ['~ben', '/home/anna/papers/~ben'],
    ['  "/srv/our hub"  ', '/srv/our hub'],
    ['/srv/a:b', '/srv/a:b'],
  ])('%j is a folder on Linux', (text, folder) => {
    expect(readLocation(text, linux)).toEqual({ ok: true, value: { kind: 'folder', folder } });
  });

  it.each([
    ['D:\\Hub', 'D:\\Hub'],
    ['d:/Hub/', 'd:\\Hub'],
    ['hub', 'C:\\Work\\hub'],
    ['\\\\server\\share\\hub', '\\\\server\\share\\hub'],
    ['"\\\\server\\Our share\\Team hub"', '\\\\server\\Our share\\Team hub'],
    ['//server/share/hub', '\\\\server\\share\\hub'],
    ['~\\OneDrive\\hub', 'C:\\Users\\Anna\\OneDrive\\hub'],
    ['~/OneDrive/hub', 'C:\\Users\\Anna\\OneDrive\\hub'],
    ['"C:\\Our Hub"', 'C:\\Our Hub'],
  ])('%j is a folder on Windows', (text, folder) => {
    expect(readLocation(text, windows)).toEqual({ ok: true, value: { kind: 'folder', folder } });
  });

  it.each([
    ['', 'no-location'],
    ['  ', 'no-location'],
    ['s3://', 'bad-address'],
    ['s3://key:secret@bucket', 'bad-address'],
    ['smb://server/share', 'other-address'],
    ['https://example.org/hub', 'other-address'],
    ['C:\\Hub', 'other-system'],
    ['c:/hub', 'other-system'],
    ['\\\\server\\share', 'other-system'],
  ])('%j is none on Linux: %s', (text, code) => {
    expect(readLocation(text, linux)).toMatchObject({ ok: false, error: { code } });
  });

  it.each(['\\\\server', '\\\\server\\', '//server'])(
    '%j names a server and no folder on it, and is not taken for a folder of this computer',
    (text) => {
      expect(readLocation(text, windows)).toMatchObject({ ok: false, error: { code: 'no-location' } });
    },
  );

  it('of a file server is said on other systems as they write it', () => {
    expect(readLocation('\\\\server\\Our share\\hub', linux)).toMatchObject({
      ok: false,
      error: { says: saying('Connect to smb://server/Our%20share/hub first') },
    });
    const place = '\\\\server\\share\\Team hub';
    const invited = { hub: 'Acme', kind: 'folder', place, fingerprint: '', line: '' } as const;
    const invitation = invitationText({ ...invited, smb: smbAddress(place) });
    expect(invitation).toContain(place);
    expect(invitation).toContain('(on a Mac or on Linux: smb://server/share/Team%20hub)');
    expect(invitation).not.toContain('in another place');
  });

  it('that is a web address is refused with how a bucket is written, and without what stood in it', () => {
    const read = readLocation('https://KEY:SECRET@s3.example.org/team', linux);
    expect(read).toMatchObject({ error: { says: saying('s3://BUCKET/PATH?endpoint=') } });
    expect(JSON.stringify(read)).not.toContain('SECRET');
  });

  it('is a bucket where it says so, with the keys of the profile that it names or of the environment', () => {
    const bucket = { kind: 'bucket', bucket: 'acme', prefix: 'hub', region: 'eu-1', style: 'path' };
    const text = 's3://acme/hub?endpoint=https://s3.example.org&region=eu-1';
    expect(readLocation(text, windows)).toMatchObject({
      ok: true,
      value: { ...bucket, endpoint: 'https://s3.example.org', secret: { from: 'environment' } },
    });
    expect(readLocation(`${text}&profile=team`, linux)).toMatchObject({
      value: { ...bucket, secret: { from: 'profile', name: 'team' } },
    });
  });

  it('is refused on Windows where the longest name in a hub would not fit', () => {
    const longest = `C:\\${'x'.repeat(96)}`;
    expect(readLocation(longest, windows).ok).toBe(true);
    expect(readLocation(`${longest}x`, windows)).toMatchObject({ ok: false, error: { code: 'too-long' } });
    expect(readLocation(`/${'x'.repeat(200)}`, linux).ok).toBe(true);
  });
});

describe('opening a store', () => {
  it('works at a folder, also one that is not there now, and makes nothing', async () => {
    const above = await temporaryFolder();
    const dataFolder = join(above, 'data');
    const place = join(above, 'hub');
    const opened = await openFolder(place, dataFolder);
    if (!opened.ok) throw new Error(opened.error.code);
    await expect(opened.value.store.list('')).rejects.toMatchObject({ failure: 'unreachable' });
    expect(await readdir(above)).toEqual([]);
    expect(await createHubFolder(place)).toEqual({ ok: true, value: 'made' });
    expect(await createHubFolder(place)).toEqual({ ok: true, value: 'there' });
    expect(await opened.value.store.list('')).toEqual({ objects: [], folders: [], foreign: [] });
  });

  it('refuses a hub in the replica, the replica itself and a hub around it', async () => {
    const above = await temporaryFolder();
    const dataFolder = join(above, 'data');
    await mkdir(dataFolder);
    const codeOf = async (location: string) => {
      const opened = await openFolder(join(above, location), dataFolder);
      return opened.ok ? 'opened' : opened.error.code;
    };
    expect(await codeOf('data')).toBe('inside-replica');
    expect(await codeOf('data/hub')).toBe('inside-replica');
    expect(await codeOf('data/not/yet/there')).toBe('inside-replica');
    expect(await codeOf('DATA/hub')).toBe('inside-replica');
    expect(await codeOf('.')).toBe('around-replica');
    expect(await codeOf('data-hub')).toBe('opened');
    expect(await codeOf('..data')).toBe('opened');
  });

  it('is not deceived by a link', async () => {
    const above = await temporaryFolder();
    const dataFolder = join(above, 'data');
    await mkdir(dataFolder);
    await symlink(dataFolder, join(above, 'link'));
    const opened = await openFolder(join(above, 'link', 'hub'), dataFolder);
    expect(opened).toMatchObject({ ok: false, error: { code: 'inside-replica' } });
  });

  it('makes no folder where a file is', async () => {
    const above = await temporaryFolder();
    await writeFile(join(above, 'file'), '');
    expect(await createHubFolder(join(above, 'file'))).toMatchObject({ error: { code: 'not-a-folder' } });
    expect(await createHubFolder(join(above, 'file/hub'))).toMatchObject({ error: { code: 'not-a-folder' } });
  });

  it('makes none where the folder above it is not there either: the path was mistyped', async () => {
    const above = await temporaryFolder();
    expect(await createHubFolder(join(above, 'a/b/hub'))).toMatchObject({
      error: {
        code: 'not-made',
        says: saying(`There is no folder ${join(above, 'a/b')}`),
      },
    });
    expect(await readdir(above)).toEqual([]);
  });
});

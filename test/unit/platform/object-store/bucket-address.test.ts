import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBucketAddress, readBucketText } from '../../../../src/platform/object-store/bucket-address.ts';
import { type BucketAddress, bucketText } from '../../../../src/shared/hub-location.ts';

describe('The address of a bucket', () => {
  it('reads in one text, with everything that can be left out', () => {
    expect(readBucketText('s3://acme-hub')).toEqual({
      ok: true,
      value: {
        address: {
          endpoint: 'https://s3.us-east-1.amazonaws.com',
          region: 'us-east-1',
          bucket: 'acme-hub',
          prefix: '',
          style: 'host',
        },
      },
    });
    expect(
      readBucketText(
        ' S3://acme/sales/our%20hub/?endpoint=minio.example.org:9000/&region=eu-1&style=host&profile=work ',
      ),
    ).toEqual({
      ok: true,
      value: {
        address: {
          endpoint: 'https://minio.example.org:9000',
          region: 'eu-1',
          bucket: 'acme',
          prefix: 'sales/our hub',
          style: 'host',
        },
        profile: 'work',
      },
    });
  });

  it('has the bucket in the path everywhere but at AWS', () => {
    const styleAt = (endpoint: string, bucket = 'acme'): string | undefined => {
      const read = readBucketAddress({ endpoint, bucket });
      return read.ok ? read.value.style : undefined;
    };
    expect(styleAt('')).toBe('host');
    expect(styleAt('https://s3.eu-west-1.amazonaws.com')).toBe('host');
    expect(styleAt('', 'acme.hub')).toBe('path'); // Its certificate would not cover the host.
    expect(styleAt('https://storage.example.org')).toBe('path');
  });

  it('reads as what it was, whatever it holds', () => {
    const word = fc.stringMatching(/^[a-zA-Z0-9][a-zA-Z0-9 ._+&=%#?äß-]{0,8}[a-zA-Z0-9]$/);
    const address: fc.Arbitrary<BucketAddress> = fc.record({
      endpoint: fc.constantFrom('https://s3.example.org', 'http://127.0.0.1:9000', 'https://[::1]:9000'),
      region: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,12}$/),
      bucket: fc.stringMatching(/^[a-z0-9][a-z0-9-]{1,20}[a-z0-9]$/),
      prefix: fc.array(word, { maxLength: 4 }).map((words) => words.join('/')),
      style: fc.constantFrom('path' as const, 'host' as const),
    });
    fc.assert(
      fc.property(address, (one) => {
        const isNumber = /[:/](?:[0-9.]+|\[.*\]):/.test(one.endpoint);
        const read = readBucketText(bucketText(one));
        if (one.style === 'host' && isNumber)
          expect(read).toMatchObject({ ok: false, error: { field: 'style' } });
        else expect(read).toEqual({ ok: true, value: { address: one } });
      }),
    );
  });

  it.each([
    ['s3://KEYID:SECRET@acme', 'address'],
    ['s3://acme?endpoint=https://KEYID:SECRET@s3.example.org', 'endpoint'],
    ['s3://acme?secret=SECRET', 'address'],
    ['s3://acme#SECRET', 'address'],
    ['s3://SECRET/../x', 'prefix'],
    ['s3://acme/a//b', 'prefix'],
    ['s3://acme/%E0%A4%A', 'prefix'],
    ['s3://a', 'bucket'],
    ['s3://acme?endpoint=ftp://SECRET', 'endpoint'],
    ['s3://acme?endpoint=https://s3.example.org/SECRET', 'endpoint'],
    ['s3://acme?region=eu west', 'region'],
    ['s3://acme?style=virtual', 'style'],
    ['s3://acme?endpoint=http://10.0.0.5:9000&style=host', 'style'],
    ['s3://acme?endpoint=https://[::1]:9000&style=host', 'style'],
    ['s3://acme?profile=', 'profile'],
    ['folder', 'address'],
  ])('%j is none, says where, and never repeats what may be a key', (text, field) => {
    const read = readBucketText(text);
    expect(read).toMatchObject({ ok: false, error: { field } });
    expect(JSON.stringify(read)).not.toMatch(/SECRET|KEYID/);
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (text) => {
        readBucketText(`s3://${text}`);
        readBucketAddress({ bucket: text, endpoint: text, prefix: text, region: text });
      }),
    );
  });
});

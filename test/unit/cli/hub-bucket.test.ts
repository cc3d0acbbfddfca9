import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeBucket, type S3Server } from '../../support/bucket/bucket-for-tests.ts';
import { describeServers } from '../../support/bucket/describe-servers.ts';
import { TempCli } from '../../support/cli.ts';

let place: string;
let ana: TempCli;
let ben: TempCli;

async function openAt(server: S3Server): Promise<void> {
  const { endpoint, region, keys } = server;
  place = `s3://${await makeBucket(server)}/team?endpoint=${endpoint}&region=${region}&style=path`;
  ana = new TempCli();
  ben = new TempCli();
  ana.env = { KITBAG_S3_KEY_ID: keys.accessKeyId, KITBAG_S3_SECRET: keys.secretAccessKey };
}
afterEach(() => {
  ana.remove();
  ben.remove();
});

describeServers('kitbag hub, in a bucket', (server) => {
  beforeEach(() => openAt(server()));

  it('says whether a hub can be at a place', async () => {
    expect(await ana.run('hub', 'probe', place, '--json')).toMatchObject({
      code: 0,
      json: [{ ok: true, problems: [], ms: expect.any(Number), latencyMs: expect.any(Number) }],
    });
    expect(await ben.run('hub', 'probe', place, '--json')).toMatchObject({
      code: 1,
      json: [{ ok: false, problems: [{ code: 'no-keys' }] }],
    });
    const wrong = await ana.run('hub', 'probe', 's3://KEY:SECRET@bucket', '--json');
    expect(wrong).toMatchObject({ code: 1, json: [{ ok: false, problems: [{ code: 'place' }] }] });
    expect(wrong.out + wrong.err).not.toContain('SECRET');
  });

  it('is created with keys of the environment, and joined by an invitation that carries them', async () => {
    await ana.run('init', '--name', 'Ana');
    const created = await ana.run('hub', 'create', place, '--name', 'Acme', '--open', '--json');
    expect(created).toMatchObject({ code: 0, json: [{ location: place, name: 'Acme' }] });
    // Kept by then: the window has no such variables.
    ana.env = {};
    const invited = await ana.run('hub', 'invite', '--with-keys', '--json');
    const { invitation, password } = invited.json[0] as { invitation: string; password: string };
    expect(invitation).not.toContain(server().keys.secretAccessKey);
    const join = () => ben.run('hub', 'join', '--invitation', invitation, '--name', 'Ben', '--json');
    expect(await join()).toMatchObject({ code: 2 });
    ben.env = { KITBAG_INVITATION_PASSWORD: password };
    expect(await join()).toMatchObject({ code: 0, json: [{ status: 'joined', name: 'Acme' }] });
    expect(await ben.run('sync', '--json')).toMatchObject({ code: 0 });
  });
});

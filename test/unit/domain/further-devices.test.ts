import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldCatalog, refusedEvents } from '../../../src/domain/fold/fold-catalog.ts';
import { stampOf } from '../../../src/domain/kernel/register.ts';
import { currentRole, memberOfDevice } from '../../../src/domain/people/membership.ts';
import { inviteText, vouchText } from '../../../src/domain/people/vouch.ts';
import { formatHlc } from '../../../src/sync/clock/hlc.ts';
import { EventMaker, foldContext, idOf, keyedDevice } from '../../support/event-maker.ts';

const code = keyedDevice(99);
const VALID = 9_000_000;

/** A lead who has come in by themselves, and what their devices say about codes. */
function aLead() {
  const maker = new EventMaker().found();
  const { device, member } = maker.comeIn(5);
  maker.write(1, 1, 'role-granted', { member, role: 'lead' });
  return {
    maker,
    device,
    member,
    invite: (
      options: { at?: number; accepts?: boolean; by?: string; as?: string; signer?: typeof code } = {},
    ) => {
      const { at, accepts = true, by = device, as = member, signer = code } = options;
      const sig = signer.sign(inviteText(by, as));
      const body = { invite: code.publicKey, member: as, until: VALID, ...(accepts && { accepts, sig }) };
      return maker.writeAs(by, as, 'device-invited', body, at);
    },
    vouch: (number: number, at?: number, as = member) => {
      const { id, publicKey } = keyedDevice(number);
      const sig = code.sign(vouchText(id, as));
      const by = { invite: code.publicKey };
      maker.writeAs(id, as, 'device-vouched', { device: id, name: 'D', publicKey, member: as, by, sig }, at);
      return id;
    },
    accept: (accepted: string | undefined, options: { at?: number; by?: string; as?: string } = {}) =>
      maker.writeAs(
        options.by ?? device,
        options.as ?? member,
        'device-accepted',
        { invite: code.publicKey, ...(accepted !== undefined && { device: accepted }) },
        options.at,
      ),
  };
}

const fold = (maker: EventMaker) => foldCatalog(maker.events, foldContext);
const ownerOf = (maker: EventMaker, device: string) =>
  memberOfDevice(fold(maker).membership.timeline, device);
const reasons = (maker: EventMaker) => refusedEvents(fold(maker)).map(({ why }) => why);

describe('a code for a further device', () => {
  it('lets nobody in until the device that shows it says whom it accepts', () => {
    const { maker, invite, vouch, accept, member } = aLead();
    invite();
    const second = vouch(6);
    expect(ownerOf(maker, second)).toBeUndefined();
    expect(reasons(maker)).toEqual(['not-accepted']);
    expect(fold(maker).membership.timeline.pending).toMatchObject([{ device: second, member }]);
    accept(second);
    expect(ownerOf(maker, second)).toBe(member);
    expect(reasons(maker)).toEqual([]);
    expect(fold(maker).membership.timeline.pending).toEqual([]);
  });

  it('leaves the place of what its device says alone, whoever claims the same code with a stamp of far ahead', () => {
    // As in an old journal, whose events name nothing.
    const { maker, invite, vouch, member } = aLead();
    invite({ accepts: false });
    const second = vouch(6);
    const other = maker.comeIn(8);
    maker.writeAs(second, member, 'role-granted', { member: other.member, role: 'lead' });
    maker.write(1, 1, 'member-removed', { member: other.member });
    const claim = { invite: code.publicKey, member, until: VALID };
    maker.writeAs(other.device, member, 'device-invited', claim, Date.UTC(2199, 0));
    maker.odd(0, [
      stampOf({ hlc: formatHlc({ time: Date.UTC(2199, 1), counter: 0 }), device: other.device }),
    ]);
    maker.writeAs(other.device, other.member, 'device-invited', claim, 1);
    expect(ownerOf(maker, second)).toBe(member);
    expect(currentRole(fold(maker).membership.timeline, other.member)).toBeUndefined();
  });

  it.each([
    ['accepted', true],
    ['settled over who had come in', false],
  ])(
    'takes a few passes and one check of a signature each, where somebody has hundreds of them %s',
    (_how, accepts) => {
      const { maker, device, member } = aLead();
      maker.write(1, 1, 'role-granted', { member, role: 'rep' });
      const devices = Array.from({ length: 120 }, (_, index) => {
        const own = keyedDevice(1_000 + index);
        const body = { invite: own.publicKey, member, until: VALID };
        const sig = own.sign(inviteText(device, member));
        maker.writeAs(device, member, 'device-invited', accepts ? { ...body, accepts, sig } : body);
        const shown = [500 + index, ...(accepts ? [] : [750 + index])].map((number) => {
          const { id, publicKey } = keyedDevice(number);
          const shows = { device: id, name: 'D', publicKey, member, by: { invite: own.publicKey } };
          maker.writeAs(id, member, 'device-vouched', { ...shows, sig: own.sign(vouchText(id, member)) });
          maker.writeAs(id, member, 'member-renamed', { member, name: `Early ${index}` });
          return id;
        });
        const [last = ''] = shown.slice(-1);
        maker.writeAs(device, member, 'device-accepted', { invite: own.publicKey, device: last });
        return last;
      });
      let checks = 0;
      const verify: typeof foldContext.verify = (...given) => {
        checks += 1;
        return foldContext.verify(...given);
      };
      const { timeline } = foldCatalog(maker.events, { ...foldContext, verify }).membership;
      expect(devices.every((id) => memberOfDevice(timeline, id) === member)).toBe(true);
      expect(checks).toBeLessThanOrEqual(devices.length * 2);
    },
  );

  it('is worth nothing after its use, to whoever sees it later and however early they say it was', () => {
    const { maker, invite, vouch, accept, member } = aLead();
    invite();
    const second = vouch(6);
    accept(second);
    const thief = vouch(7, 1_000_001);
    maker.writeAs(thief, member, 'hub-renamed', { name: 'Impostor' });
    maker.writeAs(thief, member, 'role-granted', { member: idOf('m', 9), role: 'lead' });
    expect(ownerOf(maker, second)).toBe(member);
    expect(ownerOf(maker, thief)).toBeUndefined();
    expect(fold(maker).hubName.renamed).toBeUndefined();
    expect(reasons(maker)).toEqual(expect.arrayContaining(['bad-proof', 'unknown-device', 'unknown-device']));
  });

  it('can’t be accepted by whoever used it, nor by anybody but the device that shows it', () => {
    const { maker, invite, vouch, accept, member } = aLead();
    invite();
    const thief = vouch(7);
    accept(thief, { by: thief });
    const stranger = maker.comeIn(8);
    accept(thief, { by: stranger.device, as: stranger.member });
    expect(ownerOf(maker, thief)).toBeUndefined();
    const second = vouch(6);
    accept(second);
    expect(ownerOf(maker, second)).toBe(member);
    expect(ownerOf(maker, thief)).toBeUndefined();
  });

  it('is closed for good by the device that shows it', () => {
    const { maker, invite, vouch, accept } = aLead();
    invite();
    accept(undefined);
    const late = vouch(6, 1_000_002);
    expect(ownerOf(maker, late)).toBeUndefined();
    accept(late);
    expect(ownerOf(maker, late)).toBeUndefined();
  });

  it('can’t be claimed by somebody who has only seen its public half', () => {
    const { maker, invite, vouch, accept, member } = aLead();
    const stranger = maker.comeIn(8);
    invite({ by: stranger.device, as: stranger.member, at: 1_000_001, signer: keyedDevice(98) });
    invite({ by: stranger.device, as: stranger.member, at: 1_000_001, accepts: false });
    invite();
    const second = vouch(6);
    accept(second);
    expect(ownerOf(maker, second)).toBe(member);
  });

  it('binds whatever the clocks say of invitation, vouching and acceptance', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 2_000_000, max: 8_000_000 }), { minLength: 4, maxLength: 4 }),
        (at) => {
          const { maker, invite, vouch, accept, member } = aLead();
          invite({ at: at[0] ?? 0 });
          const second = vouch(6, at[1]);
          accept(second, { at: at[2] ?? 0 });
          maker.writeAs(second, member, 'role-granted', { member: idOf('m', 1), role: 'rep' }, at[3]);
          const { timeline } = fold(maker).membership;
          expect(memberOfDevice(timeline, second)).toBe(member);
        },
      ),
    );
  });

  it('makes what its device writes count, also what is stamped before the acceptance', () => {
    const { maker, invite, vouch, accept, member } = aLead();
    const { member: rep } = maker.comeIn(8);
    invite({ at: 5_000_000 });
    const second = vouch(6, 2_000_000);
    maker.writeAs(second, member, 'role-granted', { member: rep, role: 'marketer' }, 2_000_001);
    accept(second, { at: 5_000_001 });
    expect(currentRole(fold(maker).membership.timeline, rep)).toBe('marketer');
    expect(reasons(maker)).toEqual([]);
  });
});

describe('a code of an old journal', () => {
  it('is settled by the device that had shown it: only the one that it names stays', () => {
    const { maker, invite, vouch, accept, member } = aLead();
    invite({ accepts: false });
    const second = vouch(6);
    expect(ownerOf(maker, second)).toBe(member);
    const thief = vouch(7, 1_000_005);
    maker.writeAs(thief, member, 'member-renamed', { member, name: 'Thief' }, 1_000_006);
    accept(second);
    expect(ownerOf(maker, second)).toBe(member);
    expect(ownerOf(maker, thief)).toBeUndefined();
    expect(fold(maker).membership.timeline.members.get(member)?.name.value).toBe('Joiner 5');
  });

  it('that was never used is worth nothing once it was closed', () => {
    const { maker, invite, vouch, accept } = aLead();
    invite({ accepts: false });
    accept(undefined);
    expect(ownerOf(maker, vouch(7, 1_000_005))).toBeUndefined();
  });
});

import type { Member } from '../../contract/common.ts';
import type { Progress, SessionState } from '../../contract/session.ts';
import { isUsable } from '../../domain/assets/asset-state.ts';
import { allRefused } from '../../domain/fold/refused-selectors.ts';
import {
  hubNameOf,
  hubOf,
  isAlone,
  knownDevice,
  knownMember,
  mayNameMembers,
  membersWaiting,
  standingOf,
} from '../../domain/people/people-selectors.ts';
import { canOf, may } from '../../domain/people/permissions.ts';
import { allMadeRequests } from '../../domain/requests/request-selectors.ts';
import type { LetIn } from '../../shared/let-in.ts';
import { type Says, says } from '../../shared/says/says.ts';
import { ID_PREFIX, newId } from '../../shared/vocabulary/ids.ts';
import { isClosed } from '../../shared/vocabulary/requests.ts';
import type { Role } from '../../shared/vocabulary/roles.ts';
import { countPieces } from '../assets/piece-of.ts';
import type { BasePorts } from '../base/base-ports.ts';
import { notAllowed } from '../base/refusal.ts';
import { journalProblem } from '../base/what-is-wrong.ts';
import { toCommit } from '../live/to-commit.ts';
import { isLower, lastPositions } from '../people/last-positions.ts';
import { checkOtherLead } from '../people/people.ts';
import { waits } from '../people/why-refused.ts';
import { statusOf } from '../requests/request-view.ts';
import { foundingEvents } from './founding.ts';
import type { WithSession } from './with-session.ts';

/** Who is here, for an open replica. */
export function sessionState(replica: WithSession): SessionState {
  const { catalog, ports } = replica;
  const hub = hubOf(catalog);
  const openRequests = allMadeRequests(catalog).filter((request) => !isClosed(statusOf(request))).length;
  const device = catalog.replica.device;
  const letIn = letInOf(replica);
  const waiting = membersWaiting(catalog);
  const usable = [...replica.summaries.all().values()].filter(({ state }) => isUsable(state));
  return {
    state: 'ready',
    member: catalog.self(),
    can: canOf(catalog.self().role),
    standing: standingOf(catalog, catalog.selfId()),
    ...(letIn !== undefined && { letIn }),
    hub: {
      id: hub?.id ?? '',
      name: hubNameOf(catalog) ?? '',
      sample: hub?.sample ?? false,
    },
    device: { id: device, name: knownDevice(catalog, device)?.name ?? ports.deviceName },
    dataFolder: ports.home.folder,
    keyHome: ports.home.keyHome,
    counts: { assets: countPieces(usable), openRequests, staged: replica.staging.size, waiting },
    problems: problemsOf(replica),
    appVersion: ports.appVersion,
  };
}

/** That a lead has let the person in, while they have not been told; `undefined` where there is nothing to tell. */
export function letInOf({ catalog, seen }: WithSession): LetIn | undefined {
  const member = knownMember(catalog, catalog.selfId());
  if (seen.outside === undefined || standingOf(catalog, member?.id) !== 'member') return undefined;
  const by = member?.roles.at(-1)?.by;
  return {
    role: catalog.self().role,
    ...(by !== undefined && by !== member?.id && { by: catalog.member(by).name }),
    again: seen.outside === 'removed',
  };
}

/** Keeps in mind that the person is not in, so that they hear of it when they are. Throws `StorageError`. */
export async function noteStanding({ catalog, seen }: WithSession): Promise<void> {
  const standing = standingOf(catalog, catalog.selfId());
  if (standing !== 'member') await seen.noteOutside(standing);
}

/** The person was told that they are in: that is said once. Throws `StorageError`. */
export async function toldIn({ seen, changes }: WithSession): Promise<void> {
  await seen.toldIn();
  changes.emit('session');
}

function problemsOf(replica: WithSession): { code: string; says: Says }[] {
  const problems: { code: string; says: Says }[] = replica.catalog.replica
    .problems()
    .map((problem) => ({ code: problem.code, says: journalProblem(problem) }));
  const refused = allRefused(replica.catalog).filter(({ why }) => !waits(why)).length;
  // Who wrote it and what is for those to look into who let people in; nothing of it counts for anybody.
  if (refused > 0 && may(replica.catalog.self().role, 'manage-members')) {
    problems.push({ code: 'refused-events', says: says('session.refused-events', { count: refused }) });
  }
  return problems;
}

/** Makes a replica with a private hub of its own. Nothing counts until the last step. */
export async function* foundHub(
  ports: BasePorts,
  person: { readonly name: string; readonly role: Role },
): AsyncGenerator<Progress, void> {
  yield { done: 0, total: 1, current: '' };
  const founding = await ports.home.begin(ports.deviceName);
  const member = newId(ID_PREFIX.member, (count) => ports.random.bytes(count));
  const hub = {
    id: newId(ID_PREFIX.hub, (count) => ports.random.bytes(count)),
    name: `${person.name}’s hub`.slice(0, 300),
    sample: false,
    timeZone: ports.timeZone,
  };
  const { device, publicKey } = founding.own;
  const founder = { member, name: person.name, device, deviceName: deviceName(ports), publicKey };
  await founding.own.commit(member, toCommit(foundingEvents(hub, founder, person.role)));
  const founded = { hub: hub.id, name: hub.name, founder: device };
  await founding.finish(founded).then((replica) => replica.close());
}

/** The device's name as an event takes it. */
export function deviceName(ports: BasePorts): string {
  return ports.deviceName.trim().slice(0, 300) || 'This computer';
}

/** Changes the person's name. */
export async function renameSelf(replica: WithSession, name: string): Promise<Member> {
  const { id } = replica.catalog.self();
  await replica.catalog.commit([{ kind: 'member-renamed', body: { member: id, name } }]);
  return replica.catalog.self();
}

/** Changes the person's role: the founder of a private hub may, and everybody in the sample hub. */
export async function changeOwnRole(replica: WithSession, role: Role): Promise<Member> {
  const self = replica.catalog.self();
  if (self.role === role) return self;
  const member = knownMember(replica.catalog, self.id);
  const isSample = hubOf(replica.catalog)?.sample === true;
  // Alone, its founder looks at the hub through every role; with others in it, somebody has to lead.
  const leads = may(self.role, 'manage-members');
  if (leads && member !== undefined && !isSample && !isAlone(replica.catalog, self.id)) {
    checkOtherLead(replica, member);
  }
  // What would not count is not written: it would be reported to the leads.
  if (!isSample && !mayNameMembers(replica.catalog, self.id)) {
    throw notAllowed(says('session.role-by-lead'));
  }
  const last = await lastPositions(replica.catalog, self.id, isLower(role, self.role));
  await replica.catalog.commit([{ kind: 'role-granted', body: { member: self.id, role, last } }]);
  return replica.catalog.self();
}

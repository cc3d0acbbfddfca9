import type { Implementer } from '../base/implementer.ts';
import type { Told } from '../base/wire-error.ts';
import { leavingOf } from './leaving.ts';
import { moveKey } from './move-key.ts';
import { changeOwnRole, renameSelf, toldIn } from './session.ts';
import type { SessionCore } from './session-core.ts';

/** Who is here, and whether there is a replica to work with. */
export function sessionRouter(os: Implementer, core: SessionCore, told: Told) {
  const replica = () => core.replica();
  return {
    get: os.session.get.handler(() => core.sessionState()),
    start: os.session.start.handler(({ input }) => told(core.start(input), 'session.start')),
    rename: os.session.rename.handler(({ input }) => renameSelf(replica(), input.name)),
    changeRole: os.session.changeRole.handler(({ input }) => changeOwnRole(replica(), input.role)),
    toldIn: os.session.toldIn.handler(() => toldIn(replica())),
    keyring: os.session.keyring.handler(async () => ({
      available: await core.ports.home.keyringAvailable(),
    })),
    moveKey: os.session.moveKey.handler(({ input }) => moveKey(core, input.to)),
    leaving: os.session.leaving.handler(() => leavingOf(replica())),
    changes: os.session.changes.handler(({ signal }) => core.changes.watch(signal)),
  };
}

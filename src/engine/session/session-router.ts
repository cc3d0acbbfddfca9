import type { EngineCore } from '../engine-core.ts';
import type { Implementer } from '../implementer.ts';
import type { Told } from '../wire-error.ts';
import { leavingOf } from './leaving.ts';
import { moveKey } from './move-key.ts';
import { changeOwnRole, renameSelf, toldIn } from './session.ts';

/** Who is here, and whether there is a replica to work with. */
export function sessionRouter(os: Implementer, core: EngineCore, told: Told) {
  const hub = () => core.hub();
  return {
    get: os.session.get.handler(() => core.sessionState()),
    start: os.session.start.handler(({ input }) => told(core.start(input), 'session.start')),
    rename: os.session.rename.handler(({ input }) => renameSelf(hub(), input.name)),
    changeRole: os.session.changeRole.handler(({ input }) => changeOwnRole(hub(), input.role)),
    toldIn: os.session.toldIn.handler(() => toldIn(hub())),
    keyring: os.session.keyring.handler(async () => ({
      available: await core.ports.home.keyringAvailable(),
    })),
    moveKey: os.session.moveKey.handler(({ input }) => moveKey(core, input.to)),
    leaving: os.session.leaving.handler(() => leavingOf(hub())),
    changes: os.session.changes.handler(({ signal }) => core.changes.watch(signal)),
  };
}

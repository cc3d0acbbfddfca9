import type { Implementer } from '../base/implementer.ts';
import type { PathGrants } from '../publish/path-grants.ts';
import { callDetail, callOf, callSummary } from './call-view.ts';
import { dueReminders } from './due-reminders.ts';
import { checkFlight } from './flight-check.ts';
import { changeCall, prepareCall, proposeAgain } from './prepare-call.ts';
import { readCall } from './read-call.ts';
import type { WithCalls } from './with-calls.ts';

/** Calls that the person here prepares for. */
export function callsRouter({ calls }: Implementer, replica: () => WithCalls, grants: PathGrants) {
  return {
    list: calls.list.handler(() => replica().calls.all().map(callSummary)),
    get: calls.get.handler(({ input }) => callDetail(replica(), input.call)),
    read: calls.read.handler(({ input }) => readCall(replica(), grants, input)),
    prepare: calls.prepare.handler(({ input }) => prepareCall(replica(), input)),
    change: calls.change.handler(({ input }) => changeCall(replica(), input)),
    propose: calls.propose.handler(({ input }) => proposeAgain(replica(), input.call)),
    check: calls.check.handler(({ input }) => checkFlight(replica(), input.call)),
    discard: calls.discard.handler(async ({ input }) => ({
      discarded: await replica().calls.discard(input.call),
    })),
    restore: calls.restore.handler(async ({ input: { call, change } }) => {
      const { calls: kept, reminders } = replica();
      const restored = change === undefined ? await kept.restore(call) : await kept.takeBack(call, change);
      reminders.look();
      return { restored };
    }),
    reminders: calls.reminders.handler(() => dueReminders(replica())),
    reminded: calls.reminded.handler(async ({ input }) => {
      const call = callOf(replica(), input.call);
      await replica().calls.keep({ ...call, reminded: call.at });
    }),
    remind: calls.remind.handler(async ({ input }) => {
      await replica().calls.remind(input.on);
      replica().reminders.look();
    }),
  };
}

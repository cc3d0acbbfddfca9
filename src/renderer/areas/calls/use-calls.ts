import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import type {
  CallChanges,
  CallDetail,
  CallSummary,
  FlightTrouble,
  PackItem,
  PackItemInput,
} from '../../../contract/calls.ts';
import { pagesText } from '../../../shared/page-runs.ts';
import { engine, orpc } from '../../base/engine-client.ts';
import { ensureHere } from '../../base/ensure-here.ts';
import { showDone, showError, showNotice, showUndo } from '../../base/undo-toast.ts';
import { openSend } from '../sends/send-state.ts';

/** All calls of this device, the earliest first. */
export function useCalls() {
  return useQuery(orpc.calls.list.queryOptions());
}

/** A call with its pack. */
export function useCall(call: string) {
  return useQuery(orpc.calls.get.queryOptions({ input: { call } }));
}

/** What the flight check says of its pack; asked again whenever something that it depends on changes. */
export function useFlightCheck(call: string) {
  return useQuery({ ...orpc.calls.check.queryOptions({ input: { call } }), retry: false });
}

/** What was done with a pack as it is asked for. */
export function inputOf({ id, version, pages }: PackItem): PackItemInput {
  return { asset: id, version, pages };
}

/** Changes a call and offers to take that back. Says whether it was done. */
export async function changeCall(
  call: string,
  what: { readonly set?: CallChanges; readonly pack?: PackItemInput[] },
  message: string,
): Promise<boolean> {
  try {
    const { change } = await engine.calls.change({ call, ...what });
    offerUndo(call, change, message);
    return true;
  } catch (error) {
    showError(error);
    return false;
  }
}

/** Takes the pack that is proposed now in the place of the one that it has. */
export async function proposeAgain(call: string): Promise<void> {
  try {
    const { change } = await engine.calls.propose({ call });
    offerUndo(call, change, t`Proposed a new pack.`);
  } catch (error) {
    showError(error);
  }
}

function offerUndo(call: string, change: string, message: string): void {
  showUndo({ message, id: `call-${call}`, undo: () => takeBack(call, change) });
}

async function takeBack(call: string, change: string): Promise<void> {
  const { restored } = await engine.calls.restore({ call, change });
  if (!restored) showNotice(t`You changed this call since. Take back the later change first.`);
}

/** Deletes a call; it can be brought back for a while. Says whether it was done. */
export async function deleteCall({ id, title }: CallSummary): Promise<boolean> {
  try {
    await engine.calls.discard({ call: id });
    showUndo({ message: t`Deleted “${title}”.`, undo: () => engine.calls.restore({ call: id }) });
    return true;
  } catch (error) {
    showError(error);
    return false;
  }
}

/** Does the one action that mends an item. */
export async function mend(call: CallDetail, item: PackItem, trouble: FlightTrouble): Promise<void> {
  const title = item.asset?.title ?? item.title;
  const others = call.pack.filter((one) => one !== item);
  switch (trouble.fix) {
    case 'fetch':
      return download(item, title);
    case 'remove':
      await changeCall(call.id, { pack: others.map(inputOf) }, t`Removed “${title}”.`);
      return;
    case 'use-current':
      return takeCurrent(call, item, title);
    case 'replace': {
      const { instead } = trouble;
      if (instead === undefined) return;
      // What is in the pack already does not come in twice.
      const isThere = others.some(({ id }) => id === instead.asset);
      const pack = call.pack.flatMap((one) =>
        one !== item ? [inputOf(one)] : isThere ? [] : [{ asset: instead.asset }],
      );
      await changeCall(call.id, { pack }, t`“${{ instead: instead.title }}” takes the place of “${title}”.`);
    }
  }
}

async function download({ version, asset }: PackItem, title: string): Promise<void> {
  if (asset === null) return;
  try {
    const { sha256 } = asset.version;
    if (await ensureHere({ id: version, sha256 })) showDone(t`“${title}” is on this device.`);
  } catch (error) {
    showError(error);
  }
}

/** Pages that the current version has not got any more are not guessed: then all of it goes into the call. */
async function takeCurrent(call: CallDetail, item: PackItem, title: string): Promise<void> {
  if (item.asset === null) return;
  const { id: version, pageCount, kind } = item.asset.version;
  const last = item.pages.at(-1)?.[1] ?? 0;
  const pages = kind === 'pdf' && last <= pageCount ? item.pages : [];
  const pack = call.pack.map((one) => (one === item ? { asset: item.id, version, pages } : inputOf(one)));
  await changeCall(call.id, { pack }, t`The current version of “${title}” is in the pack.`);
}

/** Sends what is in the pack, in its order. False where there is nothing. */
export function sendPack({ pack }: CallDetail): boolean {
  return openSend(
    pack.flatMap(({ asset, version, pages }) =>
      asset === null
        ? []
        : [{ asset: asset.id, version, ...(pages.length > 0 && { pages: pagesText(pages) }) }],
    ),
  );
}

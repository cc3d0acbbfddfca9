import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import type { z } from 'zod';
import {
  type ShellInput,
  type ShellOutput,
  type ShellRequestName,
  shellRequests,
} from '../../contract/shell.ts';
import { shellChannelPrefix } from '../../contract/shell-channels.ts';
import { isOwnPage } from '../security/lock-down.ts';

/** One handler a request: one that is missing does not compile. `from` is the window that asks. */
export type ShellHandlers = {
  readonly [Name in ShellRequestName]: (
    input: ShellInput<Name>,
    from: WebContents,
  ) => ShellOutput<Name> | Promise<ShellOutput<Name>>;
};

type Schemas = { readonly [Name in ShellRequestName]: { readonly input: z.ZodType<ShellInput<Name>> } };

const schemas: Schemas = shellRequests;

/** All that the windows of a presentation may ask. */
const OF_SHOWS: ReadonlySet<ShellRequestName> = new Set(['presentation', 'steerPresentation', 'getTheme']);

/** Which windows are ours: the one with everything in it, and those of a presentation. */
type Ours = {
  readonly isMain: (contents: WebContents) => boolean;
  readonly isOfShow: (contents: WebContents) => boolean;
};

/** Answers the windows' requests; only the main frame of a window of ours is heard, and only what the map and the window allow. */
export function serveShellRequests(handlers: ShellHandlers, ours: Ours): void {
  const serve = <Name extends ShellRequestName>(name: Name): void => {
    ipcMain.handle(`${shellChannelPrefix}${name}`, async (event, raw: unknown) => {
      const may = isTrusted(event, OF_SHOWS.has(name) ? eitherOf(ours) : ours.isMain);
      if (!may) throw new Error(`${name}: not heard from this frame`);
      const input = schemas[name].input.safeParse(raw);
      if (!input.success) throw new Error(`${name}: the request is not of the agreed form`);
      return await handlers[name](input.data, event.sender);
    });
  };
  for (const name of requestNames()) serve(name);
}

function requestNames(): readonly ShellRequestName[] {
  return Object.keys(shellRequests).filter((name): name is ShellRequestName => name in shellRequests);
}

function eitherOf({ isMain, isOfShow }: Ours): (contents: WebContents) => boolean {
  return (contents) => isMain(contents) || isOfShow(contents);
}

/** A frame inside the page, another page or a window that is not ours is not heard. */
function isTrusted(event: IpcMainInvokeEvent, ours: (contents: WebContents) => boolean): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame === event.sender.mainFrame && isOwnPage(frame.url) && ours(event.sender);
}

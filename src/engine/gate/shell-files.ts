import type { HandOut } from '../../contract/gate.ts';
import type { AskedPage } from '../../contract/page-picture.ts';
import { says } from '../../shared/says/says.ts';
import type { WayOut } from '../../shared/vocabulary/ways-out.ts';
import { pagePicture } from '../assets/page-picture.ts';
import type { BasePorts } from '../base/base-ports.ts';
import { saysOf } from '../base/says-of.ts';
import { wireError } from '../base/wire-error.ts';
import type { Thumbnail } from '../ports/extractor.ts';
import type { WithGate } from './with-gate.ts';

/** What the shell asks of the engine beside the window's contract. It is told in values: nothing is thrown through its messages. */

/** What of the engine the shell's requests need. */
type GateCore = { readonly ports: BasePorts; replica(): WithGate };

/** The file of a version, if it may leave on this way. */
export async function handOut(core: GateCore, version: string, way: WayOut): Promise<HandOut> {
  try {
    return await core.replica().gate.handOut(core.replica(), version, way);
  } catch (error) {
    return {
      outcome: 'held',
      says: saysOf(error, 'gate.handOut', core.ports.logger) ?? says('defect.unexpected'),
    };
  }
}

/** The picture of a page of a version that the person here may read; undefined where there is none. */
export async function drawPage(core: GateCore, asked: AskedPage): Promise<Thumbnail | undefined> {
  try {
    return await pagePicture(core.replica(), asked);
  } catch (error) {
    // A refusal, or a file that has gone: the window shows what it shows without a picture. Defects are logged here.
    wireError(error, 'assets.pagePicture', core.ports.logger);
    return undefined;
  }
}

import type { GateReason, OpeningRefusal, WayOut } from '../vocabulary/ways-out.ts';
import type { NoValues, Says } from './says.ts';

/** What the gate asks before something leaves, and why something does not leave. */

type Plain<Code extends string> = { readonly [One in Code]: NoValues };

/** What is the matter with an asset. */
type FactSays = Plain<`gate.${GateReason}`> & {
  readonly 'gate.recalled-because': { readonly reason: string };
};

/** What there is to do about it. */
type RemedySays = Plain<
  'gate.change-expiry' | 'gate.request-new' | 'gate.drag-cannot-ask' | 'gate.use-current'
> & {
  readonly 'gate.use-instead': { readonly title: string };
};

/** Why no other application is given a file. */
type DangerSays = Plain<`gate.danger-${OpeningRefusal}`>;
type DangerCode = keyof DangerSays;

/** A way that is asked for, and what is the matter first of all. */
type WayAndReason = { readonly way: WayOut; readonly reason: GateReason };

export type GateSays = FactSays &
  RemedySays &
  DangerSays & {
    /** The title of the question, and what its button says that goes on. */
    readonly 'gate.question': WayAndReason;
    readonly 'gate.anyway': { readonly way: WayOut };
    /** The title of a refusal. */
    readonly 'gate.refused': WayAndReason;
    /** Of the asset with this title. */
    readonly 'gate.about': {
      readonly title: string;
      readonly facts: readonly Says<keyof FactSays | keyof RemedySays>[];
    };
    /** Both together, where there is no place for a title. */
    readonly 'gate.held': { readonly title: Says; readonly about: Says };
    readonly 'gate.asked': { readonly title: Says; readonly about: Says };
    /** Another application is not given the file: title, sentence, and what the button of the other way to it says. */
    readonly 'gate.opens-not': NoValues;
    readonly 'gate.dangerous': { readonly fileName: string; readonly danger: Says<DangerCode> };
    readonly 'gate.save-a-copy': NoValues;
  };

import { z } from 'zod';
import { connectToEngine } from '../base/engine-client.ts';
import { hearEngineStatus } from '../base/use-engine-status.ts';
import { speakChosenLanguage } from '../base/use-language.ts';

// The page's policy forbids eval, with which zod would otherwise try to compile its parsers.
z.config({ jitless: true });

/** A window of a presentation asks the shell alone: it has no way to the engine. */
const ofPresentation = new URLSearchParams(window.location.search).has('show');

// The engine opens the replica while the language and the modules are loaded.
if (!ofPresentation) {
  hearEngineStatus();
  connectToEngine();
}

// A catalog that can't be loaded leaves English.
await speakChosenLanguage().catch((error: unknown) =>
  console.error('The language could not be loaded.', error),
);
// Only now: modules ask for their words as they are evaluated, in tables too. Another language therefore loads the page again.
if (ofPresentation) await import('./start-show.tsx');
else await import('./start.tsx');

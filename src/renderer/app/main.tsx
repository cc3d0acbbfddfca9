import { z } from 'zod';
import { connectToEngine } from '../base/engine-client.ts';
import { hearEngineStatus } from '../base/use-engine-status.ts';
import { speakChosenLanguage } from '../base/use-language.ts';

// The page's policy forbids eval, with which zod would otherwise try to compile its parsers.
z.config({ jitless: true });

// The engine opens the replica while the language and the modules are loaded.
hearEngineStatus();
connectToEngine();

// A catalog that can't be loaded leaves English.
await speakChosenLanguage().catch((error: unknown) =>
  console.error('The language could not be loaded.', error),
);
// Only now: modules ask for their words as they are evaluated, in tables too. Another language therefore loads the page again.
await import('./start.tsx');

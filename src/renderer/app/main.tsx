import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/charts/styles.css';
import './global.css';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { connectToEngine } from '../base/engine-client.ts';
import { hearEngineStatus } from '../base/use-engine-status.ts';
import { speakChosenLanguage } from '../base/use-language.ts';
import { listenForEscape } from '../ui/dismiss.ts';
import { App } from './app.tsx';
import { keepFocus } from './keep-focus.ts';

// The page's policy forbids eval, with which zod would otherwise try to compile its parsers.
z.config({ jitless: true });

listenForEscape();
keepFocus();
hearEngineStatus();
connectToEngine();

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element.');
// A catalog that can't be loaded leaves English.
await speakChosenLanguage().catch((error: unknown) =>
  console.error('The language could not be loaded.', error),
);
createRoot(root).render(<App />);

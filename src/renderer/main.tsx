import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/charts/styles.css';
import './app/global.css';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { App } from './app/app.tsx';
import { connectToEngine } from './app/engine-client.ts';
import { keepFocus } from './app/keep-focus.ts';
import { hearEngineStatus } from './app/use-engine-status.ts';
import { listenForEscape } from './ui/dismiss.ts';

// The page's policy forbids eval, with which zod would otherwise try to compile its parsers.
z.config({ jitless: true });

listenForEscape();
keepFocus();
hearEngineStatus();
connectToEngine();

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element.');
createRoot(root).render(<App />);

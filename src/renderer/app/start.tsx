import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/charts/styles.css';
import './global.css';
import { createRoot } from 'react-dom/client';
import { followSystemLanguage } from '../base/use-language.ts';
import { listenForEscape } from '../ui/dismiss.ts';
import { App } from './app.tsx';
import { keepFocus } from './keep-focus.ts';

listenForEscape();
keepFocus();
followSystemLanguage();

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element.');
createRoot(root).render(<App />);

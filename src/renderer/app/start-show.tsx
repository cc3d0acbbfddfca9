import '@mantine/core/styles.css';
import './global.css';
import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { MantineProvider } from '@mantine/core';
import { createRoot } from 'react-dom/client';
import { ShowRoot } from '../areas/presenting/show/show-root.tsx';
import { cssVariables, theme } from './theme.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element.');
createRoot(root).render(
  <I18nProvider i18n={i18n}>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <ShowRoot />
    </MantineProvider>
  </I18nProvider>,
);

import { i18n } from '@lingui/core';
import { I18nProvider, useLingui } from '@lingui/react';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Fragment } from 'react';
import { queryClient } from '../base/query-client.ts';
import { useSystemLanguage } from '../base/use-language.ts';
import { router } from './router.tsx';
import { cssVariables, theme } from './theme.ts';

/** The screens in one language: another one draws all of them anew, also what is memoised. */
function Screens() {
  const { i18n } = useLingui();
  useSystemLanguage();
  return (
    <Fragment key={i18n.locale}>
      <RouterProvider router={router} />
    </Fragment>
  );
}

/** The page: language, theme, queries, routes and toasts. */
export function App() {
  return (
    <I18nProvider i18n={i18n}>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
        <QueryClientProvider client={queryClient}>
          <Notifications position="bottom-right" limit={4} transitionDuration={120} zIndex={400} />
          <Screens />
        </QueryClientProvider>
      </MantineProvider>
    </I18nProvider>
  );
}

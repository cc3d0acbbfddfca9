import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { queryClient } from '../base/query-client.ts';
import { calendarWords } from '../ui/language.ts';
import { router } from './router.tsx';
import { cssVariables, theme } from './theme.ts';
import classes from './toasts.module.css';

/** The page: language, theme, queries, routes and toasts. */
export function App() {
  return (
    <I18nProvider i18n={i18n}>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
        <QueryClientProvider client={queryClient}>
          <Notifications
            position="bottom-right"
            limit={4}
            transitionDuration={120}
            zIndex={400}
            classNames={{ root: classes.toasts ?? '' }}
          />
          <DatesProvider settings={{ locale: calendarWords().locale }}>
            <RouterProvider router={router} />
          </DatesProvider>
        </QueryClientProvider>
      </MantineProvider>
    </I18nProvider>
  );
}

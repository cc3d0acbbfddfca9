import { Screen } from '../../ui/screen.tsx';

/** Being built. */
export function InsightsScreen() {
  return (
    <Screen title="Insights" ready>
      Being built.
    </Screen>
  );
}

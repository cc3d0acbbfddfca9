import { Screen } from '../../ui/screen.tsx';

/** Being built. */
export function RequestsScreen() {
  return (
    <Screen title="Requests" ready>
      Being built.
    </Screen>
  );
}

import { Screen } from '../../ui/screen.tsx';

/** Being built. */
export function RequestScreen() {
  return (
    <Screen title="Request" ready>
      Being built.
    </Screen>
  );
}

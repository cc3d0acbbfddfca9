import { Screen } from '../../ui/screen.tsx';

/** Being built. */
export function HomeScreen() {
  return (
    <Screen title="Home" ready>
      Being built.
    </Screen>
  );
}

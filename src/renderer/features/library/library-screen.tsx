import { Screen } from '../../ui/screen.tsx';

/** Being built. */
export function LibraryScreen() {
  return (
    <Screen title="Library" ready>
      Being built.
    </Screen>
  );
}

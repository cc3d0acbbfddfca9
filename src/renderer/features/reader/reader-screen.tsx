import { Screen } from '../../ui/screen.tsx';

/** Being built. */
export function ReaderScreen() {
  return (
    <Screen title="Reader" ready>
      Being built.
    </Screen>
  );
}

import { Screen } from '../../ui/screen.tsx';

/** Being built. */
export function PublishScreen() {
  return (
    <Screen title="Publish" ready>
      Being built.
    </Screen>
  );
}

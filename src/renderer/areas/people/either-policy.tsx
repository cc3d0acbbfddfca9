import { Radio, Stack } from '@mantine/core';
import classes from './people.module.css';
import { useChosen } from './use-people.ts';

type Props<Value extends string> = {
  readonly label: string;
  readonly description: string;
  readonly lead: boolean;
  readonly value: Value;
  /** `done`: what is said once it holds. */
  readonly choices: readonly { readonly value: Value; readonly label: string; readonly done: string }[];
  readonly onChoose: (value: Value, done: string) => Promise<void>;
};

/** A policy that is one thing or the other; others than leads see which. */
export function EitherPolicy<Value extends string>(props: Props<Value>) {
  const { label, description, lead, choices, onChoose } = props;
  const [value, choose] = useChosen(props.value);
  return (
    <Radio.Group
      label={label}
      description={<span className={classes.quiet}>{description}</span>}
      value={value}
      onChange={(chosen) => {
        const choice = choices.find((one) => one.value === chosen);
        if (choice !== undefined) choose(choice.value, onChoose(choice.value, choice.done));
      }}
    >
      <Stack gap={8} mt={8}>
        {choices.map((choice) => (
          <Radio key={choice.value} value={choice.value} disabled={!lead} label={choice.label} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

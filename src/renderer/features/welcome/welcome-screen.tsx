type Props = { readonly dataFolder: string; readonly suggestedName: string };

/** The first start. */
export function WelcomeScreen({ suggestedName }: Props) {
  return <main>{suggestedName}</main>;
}

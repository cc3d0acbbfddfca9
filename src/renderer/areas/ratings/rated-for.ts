/** What a rating was for. */
export type RatedFor = { readonly stage: string | null; readonly persona: string | null };

type Rateable = {
  readonly stages: readonly string[];
  readonly personas: readonly string[];
  readonly mine?: { readonly stage?: string | undefined; readonly persona?: string | undefined } | undefined;
};

function single(terms: readonly string[]): string | null {
  return terms.length === 1 ? (terms[0] ?? null) : null;
}

/** What a rating is taken to be for: what I said before, else the call that I prepare for, else the asset's only stage and persona. */
export function usualRatedFor(
  asset: Rateable,
  call: { readonly stage?: string | undefined; readonly persona?: string | undefined },
): RatedFor {
  if (asset.mine !== undefined) {
    return { stage: asset.mine.stage ?? null, persona: asset.mine.persona ?? null };
  }
  return {
    stage: call.stage ?? single(asset.stages),
    persona: call.persona ?? single(asset.personas),
  };
}

/** Whoever holds what is folded. Selectors ask it, so that nobody else needs to know how it lies there. */
export type Holds<State> = { readonly state: State };

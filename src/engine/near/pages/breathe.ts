/** Lets other work of the process run. Throws to end what is under way. */
export type Breathe = () => Promise<void>;

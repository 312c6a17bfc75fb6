import { catalogue } from "./catalogue";
import { paying } from "./paying";
import { people } from "./people";
import { subscribing } from "./subscribing";

/** Everything that people do at the stand-in. */
export const acts = { ...people, ...catalogue, ...subscribing, ...paying };

export type ActName = keyof typeof acts;

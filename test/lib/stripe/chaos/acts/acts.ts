import { catalogue } from "./catalogue";
import { clocks } from "./clocks";
import { paying } from "./paying";
import { people } from "./people";
import { subscribing } from "./subscribing";

/** Everything that people do at the stand-in. */
export const acts = { ...people, ...clocks, ...catalogue, ...subscribing, ...paying };

export type ActName = keyof typeof acts;

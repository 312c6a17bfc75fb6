import { serve } from "./services/serve";
import { run } from "./support/fault";
import { expectNone } from "./support/words";

const usage = `npm run dev              database, stand-in, catalogue, mirror and application, until Ctrl-C
PORT=4000 npm run dev    at another port; .env.example explains all that it reads`;

/** `npm run dev`: the whole application on this machine, whatever it has or lacks. */
await run(async () => {
  expectNone(process.argv.slice(2), usage);
  await serve("dev");
}, usage);

import "./elements.css";
import "./fields.css";
import "./floating-labels.css";
import "./choices.css";
import "./card-row.css";
import "./wallets.css";
import { Api } from "../api";
import { openChannel } from "./channel";
import { startElement } from "./start";

const channel = await openChannel();
startElement(channel, new Api(window.location.origin, channel.setup.publishableKey));

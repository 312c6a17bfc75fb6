import "./elements.css";
import { Api } from "../api";
import { openChannel } from "./channel";
import { startElement } from "./start";

const channel = await openChannel();
startElement(channel, new Api(window.location.origin, channel.setup.publishableKey));

import "./payment-element.css";
import { Api } from "../api";
import { openChannel } from "./channel";
import { startPaymentElement } from "./start";

const channel = await openChannel();
startPaymentElement(channel, new Api(window.location.origin, channel.setup.publishableKey));

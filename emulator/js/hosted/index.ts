import "./hosted.css";
import { startCheckout } from "./checkout";
import { startEmbedded } from "./embedded";
import { startPayment } from "./payment";
import { startPortalCard } from "./portal";

const invoice = document.getElementById("pay");
if (invoice instanceof HTMLFormElement) startPayment(invoice);

const checkout = document.getElementById("checkout");
if (checkout instanceof HTMLFormElement) startCheckout(checkout);

const card = document.getElementById("portal-card");
if (card instanceof HTMLFormElement) startPortalCard(card);

startEmbedded();

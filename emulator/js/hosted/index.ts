import "./hosted.css";
import { startCheckout } from "./checkout";
import { startPayment } from "./payment";

const invoice = document.getElementById("pay");
if (invoice instanceof HTMLFormElement) startPayment(invoice);

const checkout = document.getElementById("checkout");
if (checkout instanceof HTMLFormElement) startCheckout(checkout);

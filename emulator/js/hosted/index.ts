import "./hosted.css";
import { startPayment } from "./payment";

const form = document.getElementById("pay");
if (form instanceof HTMLFormElement) startPayment(form);

import "./challenge.css";

/** Escape refuses, as the button does; once answered, the page that opened this frame is told. */
document.addEventListener("keydown", ({ key }) => {
  if (key === "Escape") document.getElementById("test-source-fail-3ds")?.click();
});

const parent = new URLSearchParams(window.location.search).get("parent");
if (document.querySelector("[data-answered]") && parent && window.parent !== window) {
  window.parent.postMessage({ kind: "endive:challenge-answered" }, parent);
}

document.getElementById("test-source-authorize-3ds")?.focus();

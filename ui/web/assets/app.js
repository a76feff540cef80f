// Finds the page for the path, and takes what stands behind the `#` out of the address before anything else happens.

import { fetchConfiguration } from "./protocol/api.js";
import { h, heading, show } from "./parts/dom.js";
import { dressFrame } from "./parts/frame.js";
import { notice } from "./parts/notice.js";
import { loadLanguage, t } from "./text/language.js";

// By path, or by its first segment where an identifier follows.
const kPages = {
  "/": () => import("./pages/create.js"),
  "/create": () => import("./pages/create.js"),
  "/share": () => import("./pages/create.js"),
  "/get": () => import("./pages/open.js"),
  "/s/": () => import("./pages/read.js"),
  "/receipt": () => import("./pages/receipt.js"),
  "/request": () => import("./pages/ask.js"),
  "/r/": () => import("./pages/answer.js"),
  "/one-time-token": () => import("./pages/invite.js"),
};
// Served as they are.
const kWritten = ["/impressum", "/privacy"];

// A key must not stay where the history, a screenshot or a synchronised session would keep it.
function takeFragment() {
  const fragment = location.hash.slice(1);
  if (fragment !== "") history.replaceState(null, "", location.pathname);
  return fragment;
}

const fragment = takeFragment();
const main = document.getElementById("main");

// What draws the page for the path.
async function pageOf(config) {
  if (kWritten.includes(location.pathname)) return () => {};
  const load = kPages[location.pathname] ?? kPages[location.pathname.match(/^\/[^/]+\//)?.[0]];
  if (load === undefined) return () => show(main, heading(t("error.nothing")));
  const page = await load();
  if (page.needsCrypto && globalThis.crypto?.subtle === undefined) return () => show(main, notice("bad", t("error.crypto")));
  return () => page.draw(main, { config, fragment, path: location.pathname });
}

async function start() {
  const [, config] = await Promise.all([loadLanguage(), fetchConfiguration()]);
  const draw = await pageOf(config);
  const dress = () => {
    dressFrame(config);
    // What somebody has begun to fill in, or is reading, is worth more than its language.
    if (main.dataset.state !== undefined) return;
    draw();
    const title = main.querySelector("h1")?.textContent;
    if (title !== undefined) document.title = `${title} – ${document.getElementById("brand").textContent}`;
  };
  dress();
  document.addEventListener("languagechosen", () => loadLanguage().then(dress));
}

main.addEventListener("input", () => (main.dataset.state = "touched"));
// Another link to the same page is opened.
window.addEventListener("hashchange", () => /^#(?!main$)./.test(location.hash) && location.reload());
// A page that was left is not brought back with what it showed.
window.addEventListener("pageshow", (event) => event.persisted && location.reload());

start().catch(() => show(main, h("h1", {}, t("error.server"))));

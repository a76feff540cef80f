// What a page has to say about how something went.

import { h, icon } from "./dom.js";

const kIcons = { good: "check", bad: "alert", calm: "info" };

/** A box with a text. `kind`: good, bad or calm. What is bad is read out at once. */
export function notice(kind, ...content) {
  return h("div", { class: `notice ${kind}`, role: kind === "bad" ? "alert" : "status" }, icon(kIcons[kind]), h("div", {}, ...content));
}

/** A bar for work in progress: {element, phase(text), share(0…1)}. Without a share it only says that something goes on. */
export function progressBar() {
  const bar = h("progress", { max: "100" });
  const label = h("span", { role: "status" });
  const percent = h("span", { class: "percent", "aria-hidden": "true" });
  return {
    element: h("div", { class: "progress" }, h("div", { class: "progress-line" }, label, percent), bar),
    phase(text) {
      label.textContent = text;
      bar.removeAttribute("value");
      bar.setAttribute("aria-label", text);
      percent.textContent = "";
    },
    share(value) {
      bar.value = Math.round(100 * value);
      percent.textContent = `${bar.value} %`;
    },
  };
}

// Something to be copied: shown, selected at a click, with a button that copies it.

import { field } from "./field.js";
import { h, icon } from "./dom.js";
import { t } from "../text/language.js";

const kConfirmedFor = 2500; // ms

/** A read-only field with a button. `isMain`: what the page is about, shown whole; `actions`: more buttons. */
export function copyField({ label, value, hint = null, name, isMain = false, actions = [] }) {
  const common = { readonly: true, name, spellcheck: "false", onfocus: () => control.select() };
  const control = isMain ? h("textarea", { ...common, rows: "3" }) : h("input", { ...common, type: "text" });
  control.value = value;
  const button = copyButton(() => value, isMain ? "primary" : "");
  const line = h("div", { class: "copy-line" }, control, button, ...actions);
  const whole = field({ label, control, hint, wrapped: line });
  button.addEventListener("refused", () => whole.fail(t("copy.refused")));
  return whole.element;
}

/** A button that copies what `value` gives and says so. Sends itself "refused" when the browser does not let it, else "copied". */
export function copyButton(value, className = "") {
  const label = h("span", {}, t("copy.copy"));
  const button = h("button", { type: "button", class: className }, icon("copy"), label, h("span", { class: "unseen", role: "status" }));
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(value());
    } catch {
      button.dispatchEvent(new Event("refused"));
      return;
    }
    button.dispatchEvent(new Event("copied"));
    button.replaceChildren(icon("check"), label, button.lastChild);
    label.textContent = button.lastChild.textContent = t("copy.copied");
    setTimeout(() => {
      button.replaceChildren(icon("copy"), label, button.lastChild);
      label.textContent = t("copy.copy");
      button.lastChild.textContent = "";
    }, kConfirmedFor);
  });
  return button;
}

/** A button that hands a link to the system's own sharing; null where there is none. */
export function shareButton(url) {
  if (typeof navigator.share !== "function") return null;
  const share = () => navigator.share({ url }).catch(() => {});
  return h("button", { type: "button", onclick: share }, icon("share"), h("span", {}, t("copy.share")));
}

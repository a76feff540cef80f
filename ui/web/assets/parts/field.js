// A control with its label, what helps to fill it in, and what was wrong with it.

import { freshId, h, icon } from "./dom.js";
import { t } from "../text/language.js";

/** {element, control, fail(text), clear()}. `note` stands beside the label, `hint` below the control. */
export function field({ label, control, note = null, hint = null, wrapped = null }) {
  const id = freshId();
  control.id = id;
  const hintElement = hint === null ? null : h("p", { class: "hint", id: `${id}-hint` }, hint);
  const error = h("p", { class: "mistake", id: `${id}-error`, role: "alert" });
  const describe = () => {
    const described = [hintElement?.id, error.textContent === "" ? null : error.id].filter(Boolean).join(" ");
    if (described === "") control.removeAttribute("aria-describedby");
    else control.setAttribute("aria-describedby", described);
  };
  const set = (text) => {
    error.textContent = text;
    if (text === "") control.removeAttribute("aria-invalid");
    else control.setAttribute("aria-invalid", "true");
    describe();
  };
  describe();
  control.addEventListener("input", () => set(""));
  const labelElement = h("label", { for: id }, label, note === null ? null : h("span", { class: "note" }, ` ${note}`));
  return {
    element: h("div", { class: "field" }, labelElement, wrapped ?? control, hintElement, error),
    control,
    fail(text) {
      set(text);
      control.focus();
    },
    clear: () => set(""),
  };
}

/** A box to tick with its label; `hint` below. */
export function tickBox({ label, hint = null }) {
  const id = freshId();
  const control = h("input", { type: "checkbox", id, "aria-describedby": hint === null ? null : `${id}-hint` });
  const text = h("span", {}, h("label", { for: id }, label), hint === null ? null : h("span", { class: "hint", id: `${id}-hint` }, hint));
  return { element: h("div", { class: "tick" }, control, text), control };
}

/** A field whose characters are dots until one wants to see them. Options as of field(). */
export function hiddenField(options) {
  const control = h("input", { type: "password", autocomplete: "off", spellcheck: "false", autocapitalize: "none" });
  const eye = h("button", { type: "button", class: "eye", "aria-label": t("passphrase.show"), "aria-pressed": "false" }, icon("eye"));
  eye.addEventListener("click", () => {
    const isShown = control.type === "password";
    control.type = isShown ? "text" : "password";
    eye.setAttribute("aria-pressed", String(isShown));
    eye.setAttribute("aria-label", t(isShown ? "passphrase.hide" : "passphrase.show"));
    eye.replaceChildren(icon(isShown ? "eye-off" : "eye"));
  });
  return field({ ...options, control, wrapped: h("div", { class: "with-button" }, control, eye) });
}

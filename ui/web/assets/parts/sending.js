// A form that locks something and sends it: one button, progress, and what went wrong.

import { ContentError } from "./content_picker.js";
import { h, icon, show } from "./dom.js";
import { notice, progressBar } from "./notice.js";
import { t } from "../text/language.js";

/** A form of `children` with a button. `send(progress)` does the work; undefined as its result means that it has said itself what
 *  is missing. `failure(error)` gives the words for what it throws, or null when it has shown them; `done(result)` goes on. */
export function sendingForm({ children, submit, symbol = "lock", send, failure, done }) {
  const button = h("button", { type: "submit", class: "primary wide" }, icon(symbol), h("span", {}, submit));
  const outcome = h("div", { class: "outcome" });
  const form = h("form", { class: "sheet", novalidate: true }, ...children, button, outcome);
  const run = async () => {
    const progress = progressBar();
    show(outcome, progress.element);
    form.setAttribute("aria-busy", "true");
    button.disabled = true;
    try {
      const result = await send(progress);
      outcome.replaceChildren();
      if (result !== undefined) done(result);
    } catch (error) {
      outcome.replaceChildren();
      const text = error instanceof ContentError ? null : failure(error);
      if (text !== null) show(outcome, notice("bad", text));
    }
    button.disabled = false;
    form.removeAttribute("aria-busy");
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!button.disabled) run();
  });
  form.addEventListener("keydown", (event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && form.requestSubmit());
  return form;
}

/** What sends something big reports to: `progress` from encrypting to uploading. */
export function uploadProgress(progress) {
  progress.phase(t("create.uploading"));
  return (share) => progress.share(share);
}

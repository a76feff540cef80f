// What became of a secret, for the one who sent it: kept up to date, and a way to destroy it while nobody has opened it.

import { ApiError, burnSecret, fetchReceipt } from "../protocol/api.js";
import { commonFailure } from "./failure.js";
import { h, icon, show } from "./dom.js";
import { notice } from "./notice.js";
import { poll } from "./polling.js";
import { countryText, momentText, t } from "../text/language.js";

const kIcons = { waiting: "clock", taken: "check", expired: "clock", burned: "fire", destroyed: "fire", locked: "lock" };

/** An element that shows the state of the secret `id` and keeps looking. */
export function receiptStatus(id, token) {
  const element = h("div", { class: "receipt" });
  const state = h("div", { role: "status" });
  const problem = h("div", {});
  const burn = burnControl(id, token, () => look(), (text) => show(problem, notice("bad", text)));
  element.append(state, problem);
  let shown = "";
  const look = async () => {
    try {
      const receipt = await fetchReceipt(id, token);
      const text = JSON.stringify(receipt);
      if (text !== shown) show(state, description(receipt), receipt.state === "waiting" || receipt.state === "locked" ? burn : null);
      shown = text;
      problem.replaceChildren();
      return receipt.state !== "waiting" && receipt.state !== "locked";
    } catch (error) {
      const isUnknown = error instanceof ApiError && error.status === 404;
      show(problem, notice("bad", isUnknown ? t("receipt.unknown") : commonFailure(error)));
      return isUnknown;
    }
  };
  look().then((isDone) => !isDone && poll(element, look));
  return element;
}

function description(receipt) {
  const state = receipt.state in kIcons ? receipt.state : "expired";
  const facts = [
    [t("receipt.created"), momentOf(receipt.created_at)],
    [t("receipt.opened"), momentOf(receipt.taken_at)],
    [t("receipt.from"), placeText(receipt.taken_from)],
    [t("receipt.expires"), state === "waiting" || state === "locked" ? momentOf(receipt.expires_at) : null],
    [t("receipt.attempts"), receipt.failed_attempts > 0 ? String(receipt.failed_attempts) : null],
  ].filter(([, value]) => value !== null);
  return [
    h("p", { class: `state ${state}` }, icon(kIcons[state]), h("strong", {}, t(`receipt.${state}`))),
    h("dl", { class: "facts" }, ...facts.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value)))),
    state === "taken" ? h("p", { class: "hint" }, t("receipt.unexpected")) : null,
  ];
}

function momentOf(text) {
  return text ? momentText(new Date(text)) : null;
}

function placeText(place) {
  if (!place) return null;
  const parts = [place.address, place.country ? countryText(place.country) : null, place.asn ? `AS${place.asn}` : null];
  return parts.filter(Boolean).join(" · ");
}

// Asks first, in place: a dialog would be lost on a phone.
function burnControl(id, token, done, fail) {
  const element = h("div", { class: "burn" });
  const ask = () => {
    show(element, h("p", {}, t("burn.ask")), h("div", { class: "actions" }, confirm, cancel));
    cancel.focus();
  };
  const reset = () => {
    show(element, start);
    start.focus();
  };
  const burn = async () => {
    confirm.disabled = true;
    try {
      await burnSecret(id, token);
    } catch (error) {
      fail(error instanceof ApiError && [404, 410].includes(error.status) ? t("burn.late") : commonFailure(error));
    }
    confirm.disabled = false;
    show(element, start);
    done();
  };
  const start = h("button", { type: "button", class: "danger quiet", onclick: ask }, icon("fire"), h("span", {}, t("burn.button")));
  const confirm = h("button", { type: "button", class: "danger", onclick: burn }, t("burn.confirm"));
  const cancel = h("button", { type: "button", onclick: reset }, t("burn.cancel"));
  show(element, start);
  return element;
}

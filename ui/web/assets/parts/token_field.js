// The token of those who may send. Kept by the page; beyond it only when wished, and until the tab is closed.

import { ApiError } from "../protocol/api.js";
import { h } from "./dom.js";
import { sendingFailure } from "./failure.js";
import { hiddenField, tickBox } from "./field.js";
import { t } from "../text/language.js";

const kStored = "gatehouse.token";

/** {element, token(), failure(error)}. Hidden until it is needed, or something is in it. failure() gives the words for an error of
 *  sending, or null when it is one of the token, which is told beside it. */
export function tokenField({ isShown, given = "" }) {
  const remember = tickBox({ label: t("token.remember") });
  const whole = hiddenField({ label: t("token.label"), hint: t("token.hint") });
  whole.control.name = "token";
  whole.control.value = given || stored();
  remember.control.checked = given === "" && whole.control.value !== "";
  const element = h("div", { class: "token", hidden: !isShown && whole.control.value === "" }, whole.element, remember.element);
  return {
    element,
    token() {
      const token = whole.control.value.trim();
      store(remember.control.checked ? token : "");
      return token;
    },
    failure(error) {
      if (!(error instanceof ApiError && [401, 403].includes(error.status))) return sendingFailure(error);
      element.hidden = false;
      whole.fail(t(whole.control.value.trim() === "" ? "error.tokenNeeded" : "error.tokenRefused"));
      return null;
    },
  };
}

function stored() {
  try {
    return sessionStorage.getItem(kStored) ?? "";
  } catch {
    return "";
  }
}

function store(token) {
  try {
    if (token === "") sessionStorage.removeItem(kStored);
    else sessionStorage.setItem(kStored, token);
  } catch {
    // Storage is switched off: then it has to be entered again.
  }
}

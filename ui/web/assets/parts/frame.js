// What is around every page: its texts, where one is, the choice of language and appearance.

import { h, icon } from "./dom.js";
import { chooseLanguage, language, languages, t } from "../text/language.js";

const kAppearance = "gatehouse.appearance";

/** Fills in the frame of the page for the path it has. */
export function dressFrame(config) {
  document.querySelectorAll("[data-text]").forEach((element) => (element.textContent = t(element.dataset.text)));
  document.querySelectorAll("[data-label]").forEach((element) => element.setAttribute("aria-label", t(element.dataset.label)));
  if (typeof config.branding?.name === "string" && config.branding.name !== "") document.getElementById("brand").textContent = config.branding.name;
  const here = { "/": "/create", "/share": "/create" }[location.pathname] ?? location.pathname;
  document.querySelector(`.bar nav a[href="${CSS.escape(here)}"]`)?.setAttribute("aria-current", "page");
  for (const page of ["impressum", "privacy"]) {
    const isThere = config.pages?.[page] ?? config.features?.[page] ?? false;
    document.querySelector(`.foot a[href="/${page}"]`).parentElement.hidden = !isThere;
  }
  document.getElementById("choices").replaceChildren(languageChoice(), appearanceChoice());
}

function choice(label, symbol, options, current, choose) {
  const select = h("select", { "aria-label": label, onchange: () => choose(select.value) });
  select.append(...options.map(([value, text]) => h("option", { value, selected: value === current }, text)));
  return h("span", { class: "choice", title: label }, icon(symbol), select);
}

function languageChoice() {
  return choice(t("frame.language"), "globe", Object.entries(languages), language(), (code) => {
    chooseLanguage(code);
    document.dispatchEvent(new CustomEvent("languagechosen"));
  });
}

function appearanceChoice() {
  const options = ["auto", "light", "dark"].map((value) => [value, t(`frame.appearance.${value}`)]);
  const current = document.documentElement.dataset.appearance ?? "auto";
  return choice(t("frame.appearance"), "contrast", options, current, (value) => {
    if (value === "auto") delete document.documentElement.dataset.appearance;
    else document.documentElement.dataset.appearance = value;
    try {
      localStorage.setItem(kAppearance, value);
    } catch {
      // Storage is switched off: then for this page.
    }
  });
}

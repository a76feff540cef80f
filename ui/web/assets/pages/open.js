// For those who have a link and nowhere to click it.

import { parseSecretLink } from "../protocol/links.js";
import { announce, h, heading, icon, show } from "../parts/dom.js";
import { field } from "../parts/field.js";
import { draw as drawReading } from "./read.js";
import { t } from "../text/language.js";

export const needsCrypto = true;

export function draw(main, context) {
  const link = field({ label: t("open.link"), control: h("input", { type: "url", name: "link", autocomplete: "off", spellcheck: "false", placeholder: `${location.origin}/s/…` }) });
  const open = (event) => {
    event.preventDefault();
    const parsed = parseSecretLink(link.control.value);
    if (parsed === null) return link.fail(t("open.bad", { example: `${location.origin}/s/…` }));
    if (parsed.origin !== location.origin) return link.fail(t("open.elsewhere", { host: new URL(parsed.origin).host }));
    main.dataset.state = "moved";
    drawReading(main, { ...context, path: `/s/${parsed.id}`, fragment: parsed.fragment });
    return announce(main);
  };
  const button = h("button", { type: "submit", class: "primary wide" }, h("span", {}, t("open.submit")), icon("arrow"));
  show(main, heading(t("open.title")), h("p", { class: "lead" }, t("open.lead")), h("form", { class: "sheet", novalidate: true, onsubmit: open }, link.element, button));
}

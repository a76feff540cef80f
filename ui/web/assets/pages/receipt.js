import { parseReceipt } from "../protocol/links.js";
import { h, heading, show } from "../parts/dom.js";
import { notice } from "../parts/notice.js";
import { receiptStatus } from "../parts/receipt.js";
import { t } from "../text/language.js";

export function draw(main, { fragment }) {
  const receipt = parseReceipt(fragment);
  const content = receipt === null ? notice("bad", t("receipt.incomplete")) : h("section", { class: "sheet" }, receiptStatus(receipt.id, receipt.token));
  show(main, heading(t("receipt.title")), h("p", { class: "lead" }, t("receipt.lead")), content);
}

import { field } from "./field.js";
import { h } from "./dom.js";
import { durationText, t } from "../text/language.js";

const kChoices = [60, 300, 1800, 3600, 4 * 3600, 12 * 3600, 86400, 3 * 86400, 7 * 86400, 14 * 86400, 30 * 86400]; // s
const kUsual = 86400;

/** How long something waits: {element, seconds(), select(seconds)}, in steps from a minute to what the server allows. */
export function lifetimeField(label, { max = 7 * 86400, usual = kUsual }) {
  const choices = kChoices.filter((seconds) => seconds <= max);
  if (!choices.includes(max)) choices.push(max);
  const select = h("select", { name: "lifetime" }, ...choices.map((seconds) => h("option", { value: String(seconds) }, durationText(seconds))));
  const choose = (seconds) => (select.value = String(choices.findLast((choice) => choice <= seconds) ?? choices[0]));
  choose(Math.min(usual, max));
  return { element: field({ label, control: select }).element, seconds: () => Number(select.value), select: choose };
}

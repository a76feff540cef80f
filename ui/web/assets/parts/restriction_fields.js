import { parseRestrictions } from "../protocol/restrictions.js";
import { field } from "./field.js";
import { h } from "./dom.js";
import { t } from "../text/language.js";

const kKinds = [
  { kind: "ip", name: "addresses", known: (config) => config.restrictions?.ip ?? true },
  { kind: "country", name: "countries", known: (config) => config.restrictions?.country ?? config.features?.restrictions?.country ?? false },
  { kind: "asn", name: "networks", known: (config) => config.restrictions?.asn ?? config.features?.restrictions?.asn ?? false },
];

/** Fields for what the server can check: {element, read()}. read() gives what the API takes, or undefined when one of them is
 *  wrong, which it has told beside it. */
export function restrictionFields(config) {
  const kinds = kKinds.filter(({ known }) => known(config));
  const fields = kinds.map(({ name }) => [
    name,
    field({
      label: t(`restrictions.${name}`),
      control: h("input", { type: "text", name, autocomplete: "off", spellcheck: "false" }),
      hint: t(`restrictions.${name}Hint`),
    }),
  ]);
  return {
    element: h("div", { class: "restrictions" }, ...fields.map(([, whole]) => whole.element)),
    read() {
      for (const [name, whole] of fields) {
        const { invalid } = parseRestrictions({ [name]: whole.control.value });
        if (invalid !== null) {
          whole.fail(t("restrictions.invalid", { word: invalid }));
          return undefined;
        }
      }
      return parseRestrictions(Object.fromEntries(fields.map(([name, whole]) => [name, whole.control.value]))).restrictions;
    },
  };
}

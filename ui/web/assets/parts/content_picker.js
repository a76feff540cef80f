// What is to be sent: a text, or files. Several files become one ZIP.

import { makeZip } from "../protocol/zip.js";
import { field } from "./field.js";
import { freshId, h, icon, show } from "./dom.js";
import { sizeText, t } from "../text/language.js";

/** Why there is nothing to send, in words. */
export class ContentError extends Error {}

/** {element, read(), fill({text} or {file}), setLimit(bytes)}. read() gives {bytes, filename}, filename null for text, or throws
 *  ContentError after telling why beside the control. */
export function contentPicker() {
  const text = textPart();
  const files = filePart();
  let limit = null;
  let active = text;
  const choose = (part) => {
    active = part;
    text.element.hidden = part !== text;
    files.element.hidden = part !== files;
  };
  const kinds = kindSwitch([[t("content.text"), "text", () => choose(text)], [t("content.files"), "file", () => choose(files)]]);
  choose(text);
  const element = h("div", { class: "content" }, kinds.element, text.element, files.element);
  acceptDrops(element, (dropped) => {
    kinds.select(1);
    files.add(dropped);
  });
  return {
    element,
    setLimit(bytes) {
      limit = bytes;
      files.showLimit(bytes);
    },
    fill(content) {
      kinds.select(content.file ? 1 : 0);
      if (content.file) files.add([content.file]);
      else text.set(content.text);
    },
    async read() {
      try {
        return await active.read((size) => {
          if (limit !== null && size > limit) throw new ContentError(t("content.tooLarge", { size: sizeText(size), limit: sizeText(limit) }));
        });
      } catch (error) {
        if (error instanceof ContentError) active.fail(error.message);
        throw error;
      }
    },
  };
}

// Radio buttons that look like a switch.
function kindSwitch(kinds) {
  const name = freshId();
  const inputs = kinds.map(([, , select], i) => h("input", { type: "radio", name, id: `${name}-${i}`, checked: i === 0, onchange: select }));
  const options = kinds.map(([label, symbol], i) => [inputs[i], h("label", { for: `${name}-${i}` }, icon(symbol), label)]);
  const select = (index) => {
    inputs[index].checked = true;
    kinds[index][2]();
  };
  return { element: h("fieldset", { class: "switch" }, h("legend", { class: "unseen" }, t("content.kind")), ...options.flat()), select };
}

function textPart() {
  const area = h("textarea", { rows: "7", name: "secret", autocomplete: "off", spellcheck: "false", autocapitalize: "none", placeholder: t("content.placeholder") });
  const whole = field({ label: t("content.secret"), control: area });
  return {
    element: whole.element,
    fail: whole.fail,
    set: (value) => (area.value = value),
    async read(checkSize) {
      const bytes = new TextEncoder().encode(area.value);
      if (bytes.length === 0) throw new ContentError(t("content.noText"));
      checkSize(bytes.length);
      return { bytes, filename: null };
    },
  };
}

function filePart() {
  let chosen = [];
  const input = h("input", { type: "file", multiple: true, name: "files", class: "unseen" });
  const limitText = h("span", { class: "hint" });
  const list = h("ul", { class: "files", "aria-label": t("content.chosen") });
  const whole = field({ label: h("span", { class: "drop" }, icon("upload"), h("span", { class: "drop-text" }, t("content.drop")), limitText), control: input });
  const draw = () => show(list, chosen.map((file) => fileLine(file, () => remove(file))));
  const remove = (file) => {
    chosen = chosen.filter((other) => other !== file);
    draw();
    input.focus();
  };
  const add = (added) => {
    chosen = [...chosen, ...added];
    whole.clear();
    draw();
  };
  input.addEventListener("change", () => {
    add(input.files);
    input.value = "";
  });
  return {
    element: h("div", {}, whole.element, list),
    fail: whole.fail,
    add,
    showLimit: (bytes) => (limitText.textContent = bytes === null ? "" : t("content.limit", { size: sizeText(bytes) })),
    async read(checkSize) {
      if (chosen.length === 0) throw new ContentError(t("content.noFile"));
      checkSize(chosen.reduce((sum, file) => sum + file.size, 0));
      const files = await Promise.all(chosen.map(readFile));
      if (files.length === 1) return { bytes: files[0].data, filename: files[0].name };
      return { bytes: makeZip(files), filename: "secret.zip" };
    },
  };
}

function fileLine(file, remove) {
  const label = t("content.remove", { name: file.name });
  const button = h("button", { type: "button", class: "plain", "aria-label": label, title: label, onclick: remove }, icon("close"));
  return h("li", {}, icon("file"), h("span", { class: "file-name" }, file.name), h("span", { class: "file-size" }, sizeText(file.size)), button);
}

async function readFile(file) {
  try {
    return { name: file.name, data: new Uint8Array(await file.arrayBuffer()), modified: new Date(file.lastModified) };
  } catch {
    throw new ContentError(t("content.unreadable", { name: file.name }));
  }
}

function acceptDrops(element, take) {
  const carriesFiles = (event) => event.dataTransfer?.types.includes("Files");
  element.addEventListener("dragover", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    element.classList.add("dropping");
  });
  element.addEventListener("dragleave", (event) => {
    if (!element.contains(event.relatedTarget)) element.classList.remove("dropping");
  });
  element.addEventListener("drop", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    element.classList.remove("dropping");
    take(event.dataTransfer.files);
  });
}

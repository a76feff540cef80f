// A secret that was opened: a text to read and copy, or a file to save.

import { safeFileName } from "../protocol/file_names.js";
import { copyButton } from "./copy_field.js";
import { h, heading, icon, show } from "./dom.js";
import { notice } from "./notice.js";
import { durationText, sizeText, t } from "../text/language.js";

const kClipboardFor = 60; // s
const kPictures = { png: "image/png", jpg: "image/jpeg", jpeg: "image/jpeg", gif: "image/gif", webp: "image/webp" };

/** Shows {data, filename} in `parent`, in the place of all else. */
export function showSecret(parent, { data, filename }) {
  const text = filename === null ? textOf(data) : null;
  const clear = () => {
    release();
    data.fill(0);
    show(parent, heading(t("shown.title")), notice("calm", t("shown.cleared")));
    parent.querySelector("h1").focus();
  };
  const { element, release } = text === null ? filePart(data, filename ?? "secret.bin", clear) : textPart(text, clear);
  show(parent, heading(t("shown.title")), h("p", { class: "lead" }, t("shown.gone")), element);
}

function textOf(data) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(data);
  } catch {
    return null;
  }
}

function textPart(text, clear) {
  const rows = Math.min(18, Math.max(3, text.split("\n").length));
  const area = h("textarea", { class: "shown", readonly: true, rows: String(rows), "aria-label": t("shown.text"), spellcheck: "false" });
  area.value = text;
  const status = h("p", { class: "hint", role: "status" });
  const copy = copyButton(() => text, "primary");
  const clipboard = clearingClipboard(text, status);
  copy.addEventListener("copied", clipboard.start);
  copy.addEventListener("refused", () => {
    area.select();
    status.textContent = t("copy.refused");
  });
  const save = () => saveFile(new Blob([text], { type: "text/plain" }), "secret.txt");
  const element = h("div", { class: "sheet" }, area, h("div", { class: "actions" }, copy, saveButton(save, ""), clearButton(clear)), status);
  return { element, release: () => (area.value = "") };
}

function filePart(data, filename, clear) {
  const name = safeFileName(filename);
  const blob = new Blob([data], { type: "application/octet-stream" });
  let isSaved = false;
  const warn = (event) => !isSaved && event.preventDefault();
  window.addEventListener("beforeunload", warn);
  const save = () => {
    isSaved = true;
    saveFile(blob, name);
  };
  const preview = previewOf(data, name);
  const release = () => {
    window.removeEventListener("beforeunload", warn);
    if (preview !== null) URL.revokeObjectURL(preview.src);
  };
  const line = h("p", { class: "file-line" }, icon("file"), h("span", { class: "file-name" }, name), h("span", { class: "file-size" }, sizeText(data.length)));
  const actions = h("div", { class: "actions" }, saveButton(save, "primary"), clearButton(clear));
  return { element: h("div", { class: "sheet" }, preview, line, actions, h("p", { class: "hint" }, t("shown.file"))), release };
}

// Only what browsers draw without running anything; SVG is not among it.
function previewOf(data, name) {
  const type = kPictures[name.split(".").at(-1).toLowerCase()];
  if (type === undefined) return null;
  const image = h("img", { class: "preview", alt: t("shown.picture", { name }), src: URL.createObjectURL(new Blob([data], { type })) });
  image.addEventListener("error", () => image.remove());
  return image;
}

function saveButton(save, className) {
  return h("button", { type: "button", class: className, onclick: save }, icon("save"), h("span", {}, t("shown.save")));
}

function clearButton(clear) {
  return h("button", { type: "button", onclick: clear }, icon("close"), h("span", {}, t("shown.clear")));
}

function saveFile(blob, name) {
  const url = URL.createObjectURL(blob);
  h("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

// Empties the clipboard some time after a secret was put there, unless it is known to hold something else by then. Browsers let
// only a page in use do that: when another window is in front then, it happens on return.
function clearingClipboard(text, status) {
  let timer = null;
  let remaining = 0;
  const empty = async () => {
    try {
      if (await holdsSomethingElse(text)) return;
      await navigator.clipboard.writeText("");
      status.textContent = t("copy.cleared");
    } catch {
      window.addEventListener("focus", empty, { once: true });
    }
  };
  const tick = () => {
    remaining -= 1;
    if (remaining > 0) return;
    clearInterval(timer);
    empty();
  };
  return {
    start() {
      clearInterval(timer);
      remaining = kClipboardFor;
      status.textContent = t("copy.clears", { time: durationText(remaining) });
      timer = setInterval(tick, 1000);
    },
  };
}

// Only where the page may look without asking for it.
async function holdsSomethingElse(text) {
  const permission = await navigator.permissions?.query({ name: "clipboard-read" }).catch(() => null);
  return permission?.state === "granted" && (await navigator.clipboard.readText()) !== text;
}

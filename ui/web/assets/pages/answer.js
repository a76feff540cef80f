// Answering somebody who asked for a secret. Their key comes from the server, its fingerprint from the link: nothing is locked to a
// key that does not match.

import { ApiError, answerRequest, fetchRequest } from "../protocol/api.js";
import { identifierOf } from "../protocol/links.js";
import { isKeyOfLink, lockAnswer } from "../protocol/request_envelope.js";
import { contentPicker } from "../parts/content_picker.js";
import { h, heading, icon, show } from "../parts/dom.js";
import { commonFailure, sendingFailure } from "../parts/failure.js";
import { notice } from "../parts/notice.js";
import { sendingForm, uploadProgress } from "../parts/sending.js";
import { nextStage } from "../parts/stage.js";
import { momentText, t } from "../text/language.js";

export const needsCrypto = true;

export function draw(main, { path, fragment }) {
  const id = identifierOf(path, "/r/");
  const content = h("div", {});
  show(main, heading(t("answer.title")), h("p", { class: "lead" }, t("answer.lead")), content);
  drawRequest(main, content, id, fragment);
}

async function drawRequest(main, content, id, fingerprint) {
  let request;
  try {
    request = await fetchRequest(id);
  } catch (error) {
    const isUnknown = error instanceof ApiError && error.status === 404;
    return show(content, notice("bad", isUnknown ? t("answer.unknown") : commonFailure(error)));
  }
  if (!(await isKeyOfLink(request.public_key, fingerprint))) return show(content, notice("bad", t("answer.tampered")));
  if (request.state !== "open") return show(content, notice("calm", t("answer.already")));
  return show(content, note(request), answerForm(id, request.public_key, () => nextStage(main, ...result())));
}

function note(request) {
  const until = h("p", { class: "hint" }, t("answer.until", { date: momentText(new Date(request.expires_at)) }), " ", t("answer.caution"));
  if (!request.note) return until;
  return h("div", { class: "asked" }, h("p", { class: "note" }, t("answer.note")), h("blockquote", {}, request.note), until);
}

function answerForm(id, publicKey, done) {
  const content = contentPicker();
  const send = async (progress) => {
    const { bytes, filename } = await content.read();
    progress.phase(t("create.encrypting"));
    const data = await lockAnswer(bytes, filename, publicKey, id);
    await answerRequest(id, data, uploadProgress(progress));
    return true;
  };
  const failure = (error) => {
    const known = { 404: "answer.unknown", 410: "answer.already" };
    return error instanceof ApiError && error.status in known ? t(known[error.status]) : sendingFailure(error);
  };
  return sendingForm({ children: [content.element], submit: t("answer.submit"), send, failure, done });
}

function result() {
  return [heading(t("answer.done")), h("p", { class: "lead" }, t("answer.doneLead")), h("p", { class: "seal" }, icon("check"))];
}

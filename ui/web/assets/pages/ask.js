// Asking somebody for a secret: the form, the link for them, and, here or by the private link later, their answer.

import { ApiError, createRequest, fetchRequest, takeAnswer } from "../protocol/api.js";
import { collectLink, parseCollection, requestLink } from "../protocol/links.js";
import { newRequestKey, openAnswer } from "../protocol/request_envelope.js";
import { copyField, shareButton } from "../parts/copy_field.js";
import { announce, h, heading, icon, show } from "../parts/dom.js";
import { commonFailure, takingFailure } from "../parts/failure.js";
import { field } from "../parts/field.js";
import { lifetimeField } from "../parts/lifetime.js";
import { notice } from "../parts/notice.js";
import { poll } from "../parts/polling.js";
import { qrPicture } from "../parts/qr_picture.js";
import { sendingForm } from "../parts/sending.js";
import { showSecret } from "../parts/shown_secret.js";
import { nextStage } from "../parts/stage.js";
import { tokenField } from "../parts/token_field.js";
import { momentText, t } from "../text/language.js";

const kLongestNote = 200;

export const needsCrypto = true;

export function draw(main, { config, fragment }) {
  if (fragment !== "") return drawCollecting(main, fragment);
  const done = (request) => nextStage(main, ...result(main, request));
  return show(main, heading(t("ask.title")), h("p", { class: "lead" }, t("ask.lead")), askForm(config, done));
}

function askForm(config, done) {
  const limits = config.limits ?? {};
  const area = h("textarea", { name: "note", rows: "2", maxlength: String(kLongestNote), placeholder: t("ask.notePlaceholder") });
  const note = field({ label: t("ask.note"), control: area, note: t("passphrase.optional"), hint: t("ask.noteHint") });
  const lifetime = lifetimeField(t("ask.lifetime"), { max: limits.max_ttl_seconds });
  const token = tokenField({ isShown: config.showTokenInput ?? false });
  const send = async () => {
    const key = await newRequestKey();
    const request = { public_key: key.publicKey, expires_in: lifetime.seconds() };
    if (area.value.trim() !== "") request.note = area.value.trim();
    const { id, collect_token: collectToken } = await createRequest(request, token.token());
    return { id, collectToken, ...key, expires: new Date(Date.now() + 1000 * lifetime.seconds()) };
  };
  return sendingForm({ children: [note.element, lifetime.element, token.element], submit: t("ask.submit"), symbol: "inbox", send, failure: token.failure, done });
}

function result(main, request) {
  const link = requestLink(location.origin, request.id, request.fingerprint);
  const own = collectLink(location.origin, request.id, request.collectToken, request.privateKey);
  const fields = h("div", {}, copyField({ label: t("create.link"), value: link, name: "link", isMain: true, actions: [shareButton(link)] }));
  return [
    heading(t("ask.done")),
    h("p", { class: "lead" }, t("ask.doneLead", { date: momentText(request.expires) })),
    h("section", { class: "sheet handout" }, fields, qrPicture(link, t("ask.qr"))),
    h(
      "section",
      { class: "sheet" },
      h("h2", {}, t("collect.title")),
      collecting(main, { id: request.id, token: request.collectToken, privateKey: request.privateKey }),
      copyField({ label: t("ask.private"), value: own, name: "private", hint: t("ask.privateHint") }),
    ),
    h("p", { class: "after" }, h("a", { class: "button", href: "/request" }, icon("plus"), h("span", {}, t("ask.another")))),
  ];
}

function drawCollecting(main, fragment) {
  const collection = parseCollection(fragment);
  const content = collection === null ? notice("bad", t("collect.incomplete")) : h("section", { class: "sheet" }, collecting(main, collection));
  show(main, heading(t("collect.title")), content);
}

// The state of a request, and the way to its answer once there is one.
function collecting(main, { id, token, privateKey }) {
  const state = h("div", { role: "status" }, h("p", { class: "state" }, icon("clock"), h("strong", {}, t("collect.waiting"))));
  const below = h("div", {});
  const element = h("div", { class: "receipt" }, state, below);
  let current = "";
  const look = async () => {
    try {
      const request = await fetchRequest(id);
      if (request.state !== current) drawState(request.state);
      current = request.state;
      return request.state !== "open";
    } catch (error) {
      const isUnknown = error instanceof ApiError && error.status === 404;
      show(below, notice("bad", isUnknown ? t("collect.unknown") : commonFailure(error)));
      return isUnknown;
    }
  };
  const drawState = (name) => {
    const kinds = { answered: ["inbox", "answered", "taken"], collected: ["check", "collected", ""] };
    const [symbol, text, className] = kinds[name] ?? ["clock", "waiting", "waiting"];
    show(state, h("p", { class: `state ${className}` }, icon(symbol), h("strong", {}, t(`collect.${text}`))));
    show(below, name === "answered" ? revealForm(main, id, token, privateKey) : name === "open" ? h("p", { class: "hint" }, t("collect.hint")) : null);
  };
  look().then((isDone) => !isDone && poll(element, look));
  return element;
}

function revealForm(main, id, token, privateKey) {
  let data = null;
  const send = async (progress) => {
    progress.phase(t("read.fetching"));
    data ??= await takeAnswer(id, token, (share) => progress.share(share));
    progress.phase(t("read.decrypting"));
    return openAnswer(data, privateKey, id);
  };
  const done = (secret) => {
    main.dataset.state = "moved";
    showSecret(main, secret);
    announce(main);
  };
  const failure = (error) => (error instanceof ApiError && error.status === 404 ? t("collect.unknown") : takingFailure(error));
  const children = [h("p", { class: "hint" }, t("read.removes"))];
  return sendingForm({ children, submit: t("read.reveal"), symbol: "eye", send, failure, done });
}

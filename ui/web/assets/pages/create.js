// Sending a secret: the form, and the link it ends in. Also what other programs hand over for sharing, behind the `#` of /share.

import { createSecret } from "../protocol/api.js";
import { fromBase64 } from "../protocol/base64.js";
import { invitationToken } from "../protocol/invitation.js";
import { receiptLink, secretLink } from "../protocol/links.js";
import { lockSecret, passphraseHash } from "../protocol/secret_envelope.js";
import { contentPicker } from "../parts/content_picker.js";
import { copyField, shareButton } from "../parts/copy_field.js";
import { h, heading, icon, show } from "../parts/dom.js";
import { hiddenField, tickBox } from "../parts/field.js";
import { lifetimeField } from "../parts/lifetime.js";
import { notice } from "../parts/notice.js";
import { qrPicture } from "../parts/qr_picture.js";
import { receiptStatus } from "../parts/receipt.js";
import { restrictionFields } from "../parts/restriction_fields.js";
import { sendingForm, uploadProgress } from "../parts/sending.js";
import { nextStage } from "../parts/stage.js";
import { tokenField } from "../parts/token_field.js";
import { momentText, t } from "../text/language.js";

export const needsCrypto = true;

export function draw(main, { config, fragment, path }) {
  const handed = path === "/share" ? handedOver(new URLSearchParams(fragment)) : null;
  const form = createForm(config, handed?.token ?? invitationToken(fragment), (created) => nextStage(main, ...result(created, () => location.assign("/create"))));
  if (handed !== null) form.fill(handed);
  show(
    main,
    heading(t("create.title")),
    h("p", { class: "lead" }, t("create.lead")),
    path === "/share" && handed === null ? clipboardButton(form.fill) : null,
    form.element,
    path === "/" ? howItWorks() : null,
  );
}

function createForm(config, invitation, done) {
  const limits = config.limits ?? {};
  const content = contentPicker();
  const lifetime = lifetimeField(t("lifetime.label"), { max: limits.max_ttl_seconds, usual: limits.default_ttl_seconds });
  const passphrase = hiddenField({ label: t("passphrase.label"), note: t("passphrase.optional"), hint: t("passphrase.hint") });
  passphrase.control.name = "passphrase";
  passphrase.control.autocomplete = "new-password";
  const separate = tickBox({ label: t("separate.label"), hint: t("separate.hint") });
  separate.control.name = "separate";
  const restrictions = restrictionFields(config);
  const token = tokenField({ isShown: config.showTokenInput ?? false, given: invitation });
  const showLimit = () => content.setLimit(limitOf(config, token.element.hidden));
  showLimit();

  const options = h("details", { class: "options" }, h("summary", {}, t("create.options")), separate.element, h("h2", {}, t("restrictions.title")), restrictions.element);
  const send = async (progress) => {
    const limited = restrictions.read();
    if (limited === undefined) {
      options.open = true;
      restrictions.read(); // the focus goes only to what is visible
      return undefined;
    }
    const { bytes, filename } = await content.read();
    progress.phase(t("create.encrypting"));
    const { data, fragment } = await lockSecret(bytes, filename);
    const secret = { data, expires_in: lifetime.seconds(), receipt: true };
    const rules = { ...limited };
    if (passphrase.control.value !== "") rules.passphrase_hash = await passphraseHash(passphrase.control.value);
    if (Object.keys(rules).length > 0) secret.restrictions = rules;
    const { id, receipt_token: receipt } = await createSecret(secret, token.token(), uploadProgress(progress));
    return {
      id, fragment, receipt,
      expires: new Date(Date.now() + 1000 * lifetime.seconds()),
      isKeySeparate: separate.control.checked,
      hasPassphrase: passphrase.control.value !== "",
      isRestricted: limited !== null,
    };
  };
  const failure = (error) => {
    const text = token.failure(error);
    showLimit();
    return text;
  };
  const children = [content.element, h("div", { class: "columns" }, lifetime.element, passphrase.element), options, token.element];
  return {
    element: sendingForm({ children, submit: t("create.submit"), send, failure, done }),
    fill(handed) {
      content.fill(handed);
      if (handed.seconds > 0) lifetime.select(handed.seconds);
    },
  };
}

// With a token more may be sent, how much only the server knows: it is asked by sending.
function limitOf(config, isAnonymous) {
  const anonymous = config.secretSizeLimit ?? config.limits?.anonymous_upload_size;
  const limit = isAnonymous ? anonymous : config.limits?.upload_size;
  return typeof limit === "number" && limit > 0 ? limit : null;
}

function result(created, again) {
  const { id, fragment, receipt, expires, isKeySeparate, hasPassphrase, isRestricted } = created;
  const link = secretLink(location.origin, id, isKeySeparate ? null : fragment);
  const code = qrPicture(link, t("create.qr"));
  const facts = [hasPassphrase ? t("create.tellPassphrase") : null, isRestricted ? t("create.restricted") : null].filter(Boolean);
  return [
    heading(t("create.done")),
    h("p", { class: "lead" }, t("create.doneLead", { date: momentText(expires) })),
    h(
      "section",
      { class: "sheet handout" },
      h(
        "div",
        {},
        copyField({ label: t("create.link"), value: link, name: "link", isMain: true, actions: [shareButton(link)] }),
        isKeySeparate ? copyField({ label: t("create.key"), value: fragment, name: "key", hint: t("create.keyHint") }) : null,
        facts.length > 0 ? notice("calm", ...facts.map((fact) => h("p", {}, fact))) : null,
      ),
      code,
    ),
    receipt ? receiptSection(id, receipt) : null,
    h("p", { class: "after" }, h("button", { type: "button", onclick: again }, icon("plus"), h("span", {}, t("create.another")))),
  ];
}

function receiptSection(id, receipt) {
  const link = copyField({ label: t("create.private"), value: receiptLink(location.origin, id, receipt), name: "receipt", hint: t("create.privateHint") });
  return h("section", { class: "sheet" }, h("h2", {}, t("receipt.title")), receiptStatus(id, receipt), link);
}

function howItWorks() {
  const step = (symbol, name) => h("li", {}, icon(symbol), h("h3", {}, t(`how.${name}`)), h("p", {}, t(`how.${name}Text`)));
  return h("section", { class: "how" }, h("h2", {}, t("how.title")), h("ol", {}, step("lock", "lock"), step("vault", "keep"), step("eye", "open")));
}

// What Hakanai's shortcuts hand over: {data: base64, filename?, token?, ttl?}. Null when it is nothing of the kind.
function handedOver(values) {
  const bytes = fromBase64((values.get("data") ?? "").replace(/ /g, "+"));
  if (bytes === null || bytes.length === 0) return null;
  const common = { token: values.get("token") ?? "", seconds: Number(values.get("ttl") ?? 0) };
  const filename = values.get("filename");
  if (filename) return { ...common, file: new File([bytes], filename) };
  try {
    return { ...common, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { ...common, file: new File([bytes], "secret.bin") };
  }
}

function clipboardButton(fill) {
  const outcome = h("div", {});
  const take = async () => {
    const handed = await navigator.clipboard.readText().then(parseClipboard).catch(() => null);
    if (handed === null) show(outcome, notice("bad", t("share.invalid")));
    else {
      outcome.replaceChildren();
      fill(handed);
    }
  };
  return h("div", { class: "clipboard" }, h("button", { type: "button", onclick: take }, icon("copy"), h("span", {}, t("share.clipboard"))), outcome);
}

function parseClipboard(text) {
  try {
    return handedOver(new Map(Object.entries(JSON.parse(text))));
  } catch {
    return text === "" ? null : { text, seconds: 0 };
  }
}

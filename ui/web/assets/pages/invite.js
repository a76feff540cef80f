// A token for somebody who has none, good for sending one secret.

import { createOneTimeToken } from "../protocol/api.js";
import { invitationLink } from "../protocol/links.js";
import { copyField, shareButton } from "../parts/copy_field.js";
import { h, heading, icon, show } from "../parts/dom.js";
import { qrPicture } from "../parts/qr_picture.js";
import { sendingForm } from "../parts/sending.js";
import { nextStage } from "../parts/stage.js";
import { tokenField } from "../parts/token_field.js";
import { t } from "../text/language.js";

export function draw(main) {
  const token = tokenField({ isShown: true });
  const send = () => createOneTimeToken(token.token());
  const done = (created) => nextStage(main, ...result(created.token));
  const form = sendingForm({ children: [token.element], submit: t("invite.submit"), symbol: "key", send, failure: token.failure, done });
  show(main, heading(t("invite.title")), h("p", { class: "lead" }, t("invite.lead")), form);
}

function result(token) {
  const link = invitationLink(location.origin, token);
  const fields = h(
    "div",
    {},
    copyField({ label: t("invite.link"), value: link, name: "link", isMain: true, actions: [shareButton(link)] }),
    copyField({ label: t("invite.token"), value: token, name: "token" }),
  );
  return [
    heading(t("invite.done")),
    h("p", { class: "lead" }, t("invite.hint")),
    h("section", { class: "sheet handout" }, fields, qrPicture(link, t("create.qr"))),
    h("p", { class: "after" }, h("a", { class: "button", href: "/one-time-token" }, icon("plus"), h("span", {}, t("invite.another")))),
  ];
}

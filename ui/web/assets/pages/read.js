// Receiving a secret. Nothing is fetched before the button is pressed, and what will happen is said above it.

import { ApiError, takeSecret } from "../protocol/api.js";
import { identifierOf } from "../protocol/links.js";
import { EnvelopeError, openSecret, parseFragment, passphraseHash } from "../protocol/secret_envelope.js";
import { announce, h, heading, icon, show } from "../parts/dom.js";
import { takingFailure } from "../parts/failure.js";
import { hiddenField } from "../parts/field.js";
import { sendingForm } from "../parts/sending.js";
import { showSecret } from "../parts/shown_secret.js";
import { t } from "../text/language.js";

export const needsCrypto = true;

export function draw(main, { path, fragment }) {
  const id = identifierOf(path, "/s/");
  show(main, heading(t("read.title")), h("p", { class: "lead" }, t("read.lead")), revealForm(main, id, fragment));
}

function revealForm(main, id, fragment) {
  const isKeyInLink = parseFragment(fragment) !== null;
  const key = hiddenField({ label: t("read.key"), hint: t("read.keyHint") });
  key.control.name = "key";
  key.element.hidden = isKeyInLink;
  const passphrase = hiddenField({ label: t("passphrase.label"), hint: t("read.passphraseHint") });
  passphrase.control.name = "passphrase";
  passphrase.element.hidden = true;
  let data = null; // what the server has given away, kept until it could be opened

  const send = async (progress) => {
    const used = isKeyInLink ? fragment : key.control.value.trim();
    if (parseFragment(used) === null) return void key.fail(t("read.keyBad"));
    if (!passphrase.element.hidden && passphrase.control.value === "") return void passphrase.fail(t("read.passphraseMissing"));
    progress.phase(t("read.fetching"));
    const hash = passphrase.element.hidden ? null : await passphraseHash(passphrase.control.value);
    data ??= await takeSecret(id, hash, (share) => progress.share(share));
    progress.phase(t("read.decrypting"));
    return openSecret(data, used);
  };
  const failure = (error) => {
    if (error instanceof ApiError && error.status === 401) {
      const isFirst = passphrase.element.hidden;
      passphrase.element.hidden = false;
      if (isFirst) passphrase.control.focus();
      else passphrase.fail(t("read.passphraseWrong"));
      return null;
    }
    if (error instanceof EnvelopeError && error.reason === "broken" && !isKeyInLink) {
      key.fail(t("read.keyWrong"));
      return null;
    }
    return takingFailure(error);
  };
  const done = (secret) => {
    data = null;
    main.dataset.state = "moved";
    showSecret(main, secret);
    announce(main);
  };
  const fact = (symbol, text) => h("li", {}, icon(symbol), h("span", {}, text));
  const facts = h("ul", { class: "points" }, fact("fire", t("read.removes")), fact("lock", t("read.local")), fact("eye", t("read.alone")));
  return sendingForm({ children: [facts, key.element, passphrase.element], submit: t("read.reveal"), symbol: "eye", send, failure, done });
}

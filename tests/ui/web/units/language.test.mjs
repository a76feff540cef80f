import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import en from "../../../../ui/web/assets/text/en.js";
import { durationText, languages, preferredLanguage, sizeText, t, waitText } from "../../../../ui/web/assets/text/language.js";

const kFolder = fileURLToPath(new URL("../../../../ui/web", import.meta.url));
const placeholders = (text) => (text.match(/\{\w+\}/g) ?? []).sort();

function sources(folder = kFolder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "text" ? [] : sources(path);
    return /\.(js|html)$/.test(entry.name) ? [readFileSync(path, "utf8")] : [];
  });
}

for (const code of Object.keys(languages)) {
  test(`everyTextIsThereOnceAndWholly: ${code}`, async () => {
    const texts = (await import(`../../../../ui/web/assets/text/${code}.js`)).default;
    assert.deepEqual(Object.keys(texts), Object.keys(en));
    for (const [key, text] of Object.entries(texts)) {
      assert.notEqual(text.trim(), "", key);
      assert.deepEqual(placeholders(text), placeholders(en[key]), key);
    }
  });
}

test("aTextIsTranslatedNotCopied", async () => {
  const mayBeAlike = new Set(["frame.docs", "create.link", "open.link", "content.text", "create.options", "ask.note", "frame.navigation", "passphrase.label"]);
  for (const code of Object.keys(languages).filter((other) => other !== "en")) {
    const texts = (await import(`../../../../ui/web/assets/text/${code}.js`)).default;
    for (const key of Object.keys(en)) assert.ok(texts[key] !== en[key] || mayBeAlike.has(key), `${code} ${key}`);
  }
});

test("everyTextThatIsUsedIsThereAndEveryOneThatIsThereIsUsed", () => {
  const code = sources().join("\n");
  const named = [...code.matchAll(/\bt\("([^"]+)"/g), ...code.matchAll(/data-(?:text|label)="([^"]+)"/g)].map(([, key]) => key);
  for (const key of named) assert.ok(Object.hasOwn(en, key), key);
  // Those that are put together: t(`receipt.${state}`).
  const prefixes = [...code.matchAll(/\bt\(`([\w.]+)\$\{/g)].map(([, prefix]) => prefix);
  const mentioned = (key) => code.includes(`"${key}"`) || prefixes.some((prefix) => key.startsWith(prefix));
  assert.deepEqual(Object.keys(en).filter((key) => !mentioned(key)), []);
});

test("theFirstWantedLanguageThatThereIsWins", () => {
  assert.equal(preferredLanguage(["pt-BR", "fr-CA", "de"]), "fr");
  assert.equal(preferredLanguage(["JA"]), "ja");
  assert.equal(preferredLanguage(["tlh", "constructor"]), "en");
  assert.equal(preferredLanguage([]), "en");
});

test("valuesAreFilledInAsTheyAre", () => {
  assert.equal(t("content.remove", { name: "{name} $& <b>" }), "Remove {name} $& <b>");
  assert.equal(t("content.remove"), "Remove {name}");
});

test("waitingIsRoundedUpToAUnitThatReadsWell", () => {
  assert.deepEqual([1, 90, 91, 847, 5400, 5401].map(waitText), ["1 second", "90 seconds", "2 minutes", "15 minutes", "90 minutes", "2 hours"]);
});

test("sizesAndDurationsReadWell", () => {
  assert.deepEqual([0, 1, 1023, 1024, 1536, 10 * 1024 * 1024].map(sizeText), ["0 bytes", "1 byte", "1,023 bytes", "1 kB", "1.5 kB", "10 MB"]);
  assert.deepEqual([1, 60, 90, 3600, 86400, 604800].map(durationText), ["1 second", "1 minute", "90 seconds", "1 hour", "1 day", "7 days"]);
});

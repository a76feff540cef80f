import assert from "node:assert/strict";
import { test } from "node:test";

import { collectLink, identifierOf, parseCollection, parseReceipt, parseSecretLink, receiptLink, secretLink } from "../../../../ui/web/assets/protocol/links.js";
import { safeFileName } from "../../../../ui/web/assets/protocol/file_names.js";

const kOrigin = "https://gate.example";
const kId = "01HV0000000000000000000000";
const kToken = "t".repeat(43);

test("aLinkIsReadAsItWasWritten", () => {
  assert.deepEqual(parseSecretLink(` ${secretLink(kOrigin, kId, "key:hash")}\n`), { origin: kOrigin, id: kId, fragment: "key:hash" });
  assert.deepEqual(parseSecretLink(secretLink(kOrigin, kId)), { origin: kOrigin, id: kId, fragment: "" });
});

test("privateLinksAreReadAsTheyWereWritten", () => {
  const fragment = (link) => new URL(link).hash.slice(1);
  assert.deepEqual(parseReceipt(fragment(receiptLink(kOrigin, kId, kToken))), { id: kId, token: kToken });
  assert.deepEqual(parseCollection(fragment(collectLink(kOrigin, kId, kToken, kToken))), { id: kId, token: kToken, privateKey: kToken });
});

for (const text of ["", "hello", "/s/1", `${kOrigin}/get`, `${kOrigin}/s/`, `${kOrigin}/s/a/b`, `${kOrigin}/s/a%2f..`, `javascript:/s/${kId}`, `ftp://gate.example/s/${kId}`]) {
  test(`whatIsNoLinkToASecretIsRefused: ${JSON.stringify(text)}`, () => assert.equal(parseSecretLink(text), null));
}

for (const fragment of ["", kId, `${kId}:`, `${kId}:short`, `${kId}:${kToken}:${kToken}:${kToken}`, `../x:${kToken}:${kToken}`]) {
  test(`brokenPrivateLinksAreRefused: ${fragment.length} characters`, () => {
    assert.equal(parseReceipt(fragment), null);
    assert.equal(parseCollection(fragment), null);
  });
}

test("anIdentifierIsOneSegment", () => {
  assert.equal(identifierOf(`/s/${kId}`, "/s/"), kId);
  assert.equal(identifierOf("/s/../x", "/s/"), null);
  assert.equal(identifierOf("/get", "/s/"), null);
});

const kNames = {
  "report.pdf": "report.pdf",
  "../../etc/passwd": "passwd",
  "C:\\Users\\x\\y.txt": "y.txt",
  ".bashrc": "bashrc",
  "invoice\u202Efdp.exe": "invoicefdp.exe",
  "a\u0000b\nc.txt": "abc.txt",
  "": "secret.bin",
  "...": "secret.bin",
  "a<b>:c.txt": "a_b__c.txt",
  "ファイル 🎉.txt": "ファイル 🎉.txt",
};
for (const [name, safe] of Object.entries(kNames)) {
  test(`aSendersFileNameIsSafeToSaveUnder: ${JSON.stringify(name)}`, () => assert.equal(safeFileName(name), safe));
}

test("aLongNameKeepsItsEnding", () => {
  const name = safeFileName(`${"x".repeat(400)}.tar`);
  assert.equal(name.length, 200);
  assert.ok(name.endsWith(".tar"));
});

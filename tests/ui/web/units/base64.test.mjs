import assert from "node:assert/strict";
import { test } from "node:test";

import { fromBase64, fromBase64Url, toBase64, toBase64Url } from "../../../../ui/web/assets/protocol/base64.js";

const kVectors = ["", "f", "fo", "foo", "foob", "fooba", "foobar"].map((text) => Buffer.from(text));

test("bytesAreWrittenAsRfc4648Does", () => {
  for (const bytes of kVectors) assert.equal(toBase64(new Uint8Array(bytes)), bytes.toString("base64"));
});

test("whatIsWrittenIsReadBackAtEveryLengthAroundAChunk", () => {
  for (const length of [0, 1, 2, 3, 255, 0x5fff, 0x6000, 0x6001, 100_003]) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 31) & 0xff);
    assert.deepEqual(fromBase64(toBase64(bytes)), bytes);
    assert.deepEqual(fromBase64Url(toBase64Url(bytes)), bytes);
  }
});

test("theUrlAlphabetHasNoCharacterThatLinksWouldEscape", () => {
  assert.equal(toBase64Url(Uint8Array.of(0xfb, 0xff, 0xfe, 0xff)), "-__-_w");
});

for (const text of ["A", "AA", "AAA", "AA=A", "AAA==", "====", "AA==AA==", "AAAA\n", " AAAA", "AA-_", "AB==", "AAB=", "é==="]) {
  test(`notBase64IsRefused: ${JSON.stringify(text)}`, () => assert.equal(fromBase64(text), null));
}

for (const text of ["A", "AA==", "AA+/", "AA AA", "AB"]) {
  test(`notBase64UrlIsRefused: ${JSON.stringify(text)}`, () => assert.equal(fromBase64Url(text), null));
}

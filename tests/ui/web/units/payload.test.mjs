import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { decodePayload, encodePayload } from "../../../../ui/web/assets/protocol/payload.js";

const bytes = (...values) => Uint8Array.from(values.flat());
const ascii = (text) => [...Buffer.from(text)];

test("aTextIsWrittenAsIntegersAndNil", () => {
  assert.deepEqual(encodePayload(bytes(1, 127, 128), null), bytes(0x92, 0x93, 1, 127, 0xcc, 128, 0xc0));
});

test("aFileIsWrittenWithItsName", () => {
  assert.deepEqual(encodePayload(bytes(7), "a.txt"), bytes(0x92, 0x91, 7, 0xa5, ascii("a.txt")));
});

for (const byte of [0x5a, 0xfe]) {
  for (const length of [0, 1, 15, 16, 292, 293, 65_535, 65_536, 1_000_000]) {
    test(`whatIsWrittenIsRead: ${length} bytes of ${byte}`, () => {
      const data = new Uint8Array(length).fill(byte);
      assert.deepEqual(decodePayload(encodePayload(data, null)), { data, filename: null });
    });
  }
}

test("integersAreWrittenAsLongAsTheyAreHardlyLonger", () => {
  assert.deepEqual(encodePayload(new Uint8Array(292).fill(0xfe), null).subarray(0, 6), bytes(0x92, 0xdc, 0x01, 0x24, 0xcc, 0xfe));
  assert.deepEqual(encodePayload(new Uint8Array(293).fill(0xfe), null).subarray(0, 5), bytes(0x92, 0xc5, 0x01, 0x25, 0xfe));
});

const kVectors = JSON.parse(readFileSync(new URL("../../client/envelope_vectors.json", import.meta.url)));
const fromHex = (text) => Uint8Array.from(Buffer.from(text, "hex"));
for (const { name, data, filename, payload, ours } of kVectors.secrets) {
  test(`whatAnotherImplementationWroteIsRead: ${name}`, () => {
    assert.deepEqual(decodePayload(fromHex(payload)), { data: fromHex(data), filename });
    if (ours) assert.deepEqual(encodePayload(fromHex(data), filename), fromHex(payload));
  });
}

for (const filename of ["", "a", "x".repeat(31), "x".repeat(32), "x".repeat(255), "x".repeat(256), "ファイル 🎉.txt"]) {
  test(`aNameIsReadBack: ${filename.length} characters`, () => {
    assert.equal(decodePayload(encodePayload(bytes(1), filename)).filename, filename);
  });
}

test("anArrayOfIntegersIsReadAsHakanaiWritesIt", () => {
  const written = bytes(0x92, 0x93, 0, 127, 0xcc, 255, 0xa1, ascii("f"));
  assert.deepEqual(decodePayload(written), { data: bytes(0, 127, 255), filename: "f" });
});

test("longArraysOfIntegersOfEveryWidthAreRead", () => {
  const kinds = [[0xcc, 200], [0xcd, 0, 200], [0xce, 0, 0, 0, 200], [0xd0, 100], [0xd1, 0, 200], [0xd2, 0, 0, 0, 200], [0xd3, 0, 0, 0, 0, 0, 0, 0, 200]];
  const written = bytes(0xdc, 0, 2, 0xdc, 0, kinds.length, kinds.flat(), 0xc0);
  assert.deepEqual(decodePayload(written).data, bytes(200, 200, 200, 100, 200, 200, 200));
});

const kRefused = {
  nothing: [],
  "a map": [0x82, 0xc0, 0xc0],
  "one element": [0x91, 0xc4, 0],
  "three elements": [0x93, 0xc4, 0, 0xc0, 0xc0],
  "text as data": [0x92, 0xa1, 0x61, 0xc0],
  "a number as name": [0x92, 0xc4, 0, 1],
  "bytes behind it": [0x92, 0xc4, 0, 0xc0, 0xc0],
  "no name": [0x92, 0xc4, 0],
  "data cut short": [0x92, 0xc4, 9, 1, 0xc0],
  "a length beyond all memory": [0x92, 0xc6, 0xff, 0xff, 0xff, 0xff, 0xc0],
  "an array beyond all memory": [0x92, 0xdd, 0xff, 0xff, 0xff, 0xff, 0],
  "256 as a byte": [0x92, 0x91, 0xcd, 1, 0, 0xc0],
  "-1 as a byte": [0x92, 0x91, 0xff, 0xc0],
  "-1 as int 8": [0x92, 0x91, 0xd0, 0xff, 0xc0],
  "an array cut short in a number": [0x92, 0x91, 0xcc],
  "a name that is not UTF-8": [0x92, 0xc4, 0, 0xa1, 0xff],
};
for (const [what, written] of Object.entries(kRefused)) {
  test(`whatIsNoPayloadIsRefused: ${what}`, () => assert.equal(decodePayload(bytes(written)), null));
}

import assert from "node:assert/strict";
import { test } from "node:test";

import { decodePayload, encodePayload } from "../../../../ui/web/assets/protocol/payload.js";

const bytes = (...values) => Uint8Array.from(values.flat());
const ascii = (text) => [...Buffer.from(text)];

test("aTextIsWrittenAsBinaryAndNil", () => {
  assert.deepEqual(encodePayload(bytes(1, 2), null), bytes(0x92, 0xc4, 2, 1, 2, 0xc0));
});

test("aFileIsWrittenWithItsName", () => {
  assert.deepEqual(encodePayload(bytes(7), "a.txt"), bytes(0x92, 0xc4, 1, 7, 0xa5, ascii("a.txt")));
});

for (const length of [0, 1, 255, 256, 65_535, 65_536, 1_000_000]) {
  test(`whatIsWrittenIsRead: ${length} bytes`, () => {
    const data = new Uint8Array(length).fill(0x5a);
    assert.deepEqual(decodePayload(encodePayload(data, null)), { data, filename: null });
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

// The codes are read back here by another way than they were made: the checks of every block as Reed and Solomon define them (the
// words are a polynomial that is zero at all roots), the format by search, the masks by the standard's formulas over row and column.
import assert from "node:assert/strict";
import { test } from "node:test";

import { alignmentCentres, qrCode } from "../../../../ui/web/assets/protocol/qr_code.js";

// Of level M, from the standard's tables 7 and 9: bytes of text in byte mode, and (blocks, words of data) twice at most.
const kVersions = {
  1: { text: 14, blocks: [[1, 16]], check: 10 },
  2: { text: 26, blocks: [[1, 28]], check: 16 },
  5: { text: 84, blocks: [[2, 43]], check: 24 },
  7: { text: 122, blocks: [[4, 31]], check: 18 },
  8: { text: 152, blocks: [[2, 38], [2, 39]], check: 22 },
  10: { text: 213, blocks: [[4, 43], [1, 44]], check: 26 },
  14: { text: 362, blocks: [[4, 40], [5, 41]], check: 24 },
  21: { text: 711, blocks: [[17, 42]], check: 26 },
  32: { text: 1538, blocks: [[10, 46], [23, 47]], check: 28 },
  40: { text: 2331, blocks: [[18, 47], [31, 48]], check: 28 },
};
const kMasks = [
  (row, column) => (row + column) % 2,
  (row) => row % 2,
  (row, column) => column % 3,
  (row, column) => (row + column) % 3,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2,
  (row, column) => ((row * column) % 2) + ((row * column) % 3),
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2,
];
// The standard's table C.1, for level M and masks 0 to 7.
const kFormats = [0x5412, 0x5125, 0x5e7c, 0x5b4b, 0x45f9, 0x40ce, 0x4f97, 0x4aa0];

const letters = (count) => Array.from({ length: count }, (_, i) => "https://gate.example/s/#"[i % 24]).join("");

function formatOf(code, size) {
  const near = [[8, 0], [8, 1], [8, 2], [8, 3], [8, 4], [8, 5], [8, 7], [8, 8], [7, 8], [5, 8], [4, 8], [3, 8], [2, 8], [1, 8], [0, 8]];
  const far = Array.from({ length: 15 }, (_, i) => (i < 7 ? [size - 1 - i, 8] : [8, size - 15 + i]));
  const read = (places) => places.reduce((value, [row, column]) => (value << 1) | (code[row][column] ? 1 : 0), 0);
  assert.equal(read(near), read(far), "both copies of the format agree");
  return kFormats.indexOf(read(near));
}

function isPattern(row, column, size, version) {
  const inFinder = (r, c) => r < 9 && c < 9;
  if (inFinder(row, column) || (row < 9 && column >= size - 8) || (row >= size - 8 && column < 9)) return true;
  if (row === 6 || column === 6) return true;
  if (version >= 7 && ((row < 6 && column >= size - 11) || (column < 6 && row >= size - 11))) return true;
  const centres = alignmentCentres(version);
  return centres.some((r) => centres.some((c) => {
    const onFinder = (r === 6 && c === 6) || (r === 6 && c === size - 7) || (r === size - 7 && c === 6);
    return !onFinder && Math.abs(row - r) <= 2 && Math.abs(column - c) <= 2;
  }));
}

function wordsOf(code, version) {
  const size = code.length;
  const mask = formatOf(code, size);
  assert.ok(mask >= 0, "the format is one of level M");
  const bits = [];
  let upwards = true;
  for (let right = size - 1; right > 0; right -= right === 8 ? 3 : 2, upwards = !upwards) {
    if (right === 6) right = 5;
    for (let i = 0; i < size; i += 1) {
      const row = upwards ? size - 1 - i : i;
      for (const column of [right, right - 1]) {
        if (!isPattern(row, column, size, version)) bits.push(code[row][column] !== (kMasks[mask](row, column) === 0) ? 1 : 0);
      }
    }
  }
  return Array.from({ length: Math.floor(bits.length / 8) }, (_, i) => parseInt(bits.slice(8 * i, 8 * i + 8).join(""), 2));
}

// Powers of 2 in GF(256), and their logarithms.
const kPowers = [1];
for (let i = 1; i < 255; i += 1) kPowers.push(kPowers[i - 1] * 2 > 255 ? (kPowers[i - 1] * 2) ^ 0x11d : kPowers[i - 1] * 2);
const valueAt = (words, power) => words.reduce((sum, word) => (sum === 0 ? 0 : kPowers[(kPowers.indexOf(sum) + power) % 255]) ^ word, 0);

function blocksOf(words, { blocks, check }) {
  const lengths = blocks.flatMap(([count, length]) => new Array(count).fill(length));
  const result = lengths.map(() => []);
  let at = 0;
  for (let i = 0; i < Math.max(...lengths); i += 1) lengths.forEach((length, block) => i < length && result[block].push(words[at++]));
  for (let i = 0; i < check; i += 1) result.forEach((block) => block.push(words[at++]));
  assert.equal(at, words.length);
  return { result, lengths };
}

for (const [version, layout] of Object.entries(kVersions)) {
  test(`aFullCodeOfVersion${version}IsReadBack`, () => {
    const text = letters(layout.text);
    const code = qrCode(text);
    assert.equal(code.length, 4 * version + 17);
    const { result, lengths } = blocksOf(wordsOf(code, Number(version)), layout);
    for (const block of result) {
      for (let power = 0; power < layout.check; power += 1) assert.equal(valueAt(block, power), 0, "the checks hold");
    }
    const data = result.flatMap((block, i) => block.slice(0, lengths[i])).map((word) => word.toString(16).padStart(2, "0")).join("");
    const head = version < 10 ? `4${layout.text.toString(16).padStart(2, "0")}` : `4${layout.text.toString(16).padStart(4, "0")}`;
    assert.ok(data.startsWith(head), "byte mode and the length");
    assert.equal(Buffer.from(data.slice(head.length, head.length + 2 * text.length), "hex").toString(), text);
  });
}

test("oneByteMoreTakesTheNextVersion", () => {
  assert.equal(qrCode(letters(14)).length, 21);
  assert.equal(qrCode(letters(15)).length, 25);
});

test("whatNoCodeHoldsHasNone", () => {
  assert.equal(qrCode(letters(2332)), null);
  assert.notEqual(qrCode(""), null);
});

test("textIsUtf8", () => assert.equal(qrCode("é".repeat(7)).length, 21));

test("alignmentPatternsAreWhereTheStandardHasThem", () => {
  const table = { 1: [], 2: [6, 18], 7: [6, 22, 38], 14: [6, 26, 46, 66], 22: [6, 26, 50, 74, 98], 32: [6, 34, 60, 86, 112, 138], 36: [6, 24, 50, 76, 102, 128, 154], 40: [6, 30, 58, 86, 114, 142, 170] };
  for (const [version, centres] of Object.entries(table)) assert.deepEqual(alignmentCentres(Number(version)), centres);
});

test("aLinkOfOursTakesASmallCode", () => {
  const link = `https://gate.example.org/s/01HV0000000000000000000000#${"k".repeat(43)}:${"h".repeat(22)}`;
  assert.ok(qrCode(link).length <= 53);
});

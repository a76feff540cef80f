import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { crc32, makeZip } from "../../../../ui/web/assets/protocol/zip.js";

const kDate = new Date(2026, 10, 21, 12, 34, 56);
const file = (name, text) => ({ name, data: new TextEncoder().encode(text), modified: kDate });

// What Python's zipfile, which checks every CRC, makes of an archive: [[name, text, date], …].
function unpacked(archive) {
  const folder = mkdtempSync(join(tmpdir(), "zip-test-"));
  try {
    writeFileSync(join(folder, "a.zip"), archive);
    const script = [
      "import json, sys, zipfile",
      "archive = zipfile.ZipFile(sys.argv[1])",
      "assert archive.testzip() is None",
      "print(json.dumps([[i.filename, archive.read(i).decode(), i.date_time] for i in archive.infolist()]))",
    ].join("\n");
    return JSON.parse(execFileSync("python3", ["-c", script, join(folder, "a.zip")], { encoding: "utf8" }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("theChecksumIsTheOneOfZip", () => {
  assert.equal(crc32(new TextEncoder().encode("123456789")), 0xcbf43926);
  assert.equal(crc32(new Uint8Array(0)), 0);
});

test("anotherProgramUnpacksFilesWithTheirNamesAndTimes", () => {
  const archive = makeZip([file("a.txt", "first"), file("ファイル.txt", "zweite Datei"), file("empty", "")]);
  const date = [2026, 11, 21, 12, 34, 56];
  assert.deepEqual(unpacked(archive), [["a.txt", "first", date], ["ファイル.txt", "zweite Datei", date], ["empty", "", date]]);
});

test("filesOfOneNameAllSurvive", () => {
  const names = unpacked(makeZip([file("a.txt", "1"), file("A.txt", "2"), file("a.txt", "3"), file(".rc", "4"), file(".rc", "5")]));
  assert.deepEqual(names.map(([name]) => name), ["a.txt", "A (2).txt", "a (3).txt", ".rc", ".rc (2)"]);
});

test("anArchiveOfNothingIsStillAnArchive", () => assert.deepEqual(unpacked(makeZip([])), []));

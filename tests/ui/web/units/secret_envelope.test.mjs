import assert from "node:assert/strict";
import { createCipheriv, createDecipheriv, createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import "./web_crypto.mjs";
import { lockSecret, openSecret, parseFragment, passphraseHash } from "../../../../ui/web/assets/protocol/secret_envelope.js";

const kText = new TextEncoder().encode("correct horse");

// As another client does it, with another implementation.
function locked(payload, key) {
  const nonce = Buffer.alloc(12, 3);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  return Buffer.concat([nonce, cipher.update(payload), cipher.final(), cipher.getAuthTag()]).toString("base64");
}
const kKey = Buffer.alloc(32, 9);
const kPayload = Buffer.from([0x92, 0x92, 104, 105, 0xc0]);
const hashOf = (payload) => createHash("sha256").update(payload).digest().subarray(0, 16).toString("base64url");

const isReason = (reason) => (error) => error.name === "EnvelopeError" && error.reason === reason;

test("whatIsLockedIsOpened", async () => {
  const { data, fragment } = await lockSecret(kText, "horse.txt");
  assert.deepEqual(await openSecret(data, fragment), { data: kText, filename: "horse.txt" });
});

test("theEnvelopeIsNonceCiphertextAndTagAndTheFragmentKeyAndHash", async () => {
  const { data, fragment } = await lockSecret(kText, null);
  const [key, hash] = fragment.split(":");
  const envelope = Buffer.from(data, "base64");
  const decipher = createDecipheriv("aes-256-gcm", Buffer.from(key, "base64url"), envelope.subarray(0, 12));
  decipher.setAuthTag(envelope.subarray(-16));
  const payload = Buffer.concat([decipher.update(envelope.subarray(12, -16)), decipher.final()]);
  assert.deepEqual(payload, Buffer.concat([Buffer.from([0x92, 0x90 | kText.length]), kText, Buffer.from([0xc0])]));
  assert.equal(hash, hashOf(payload));
  assert.equal(Buffer.from(hash, "base64url").length, 16);
});

const kHakanai = JSON.parse(readFileSync(new URL("../../client/hakanai_vectors.json", import.meta.url)));
for (const secret of kHakanai.secrets) {
  test(`whatHakanaiLockedIsOpened: ${secret.name}`, async () => {
    const opened = await openSecret(secret.sealed, `${secret.key}:${secret.digest}`);
    assert.equal(Buffer.from(opened.data).toString("hex"), secret.data);
    assert.equal(opened.filename, secret.filename);
  });
}

test("twoSecretsHaveNothingInCommon", async () => {
  const [first, second] = [await lockSecret(kText, null), await lockSecret(kText, null)];
  assert.notEqual(first.data.slice(0, 16), second.data.slice(0, 16));
  assert.notEqual(first.fragment.split(":")[0], second.fragment.split(":")[0]);
});

test("anotherClientsSecretIsOpenedWithAndWithoutHash", async () => {
  const key = kKey.toString("base64url");
  const expected = { data: Uint8Array.of(104, 105), filename: null };
  assert.deepEqual(await openSecret(locked(kPayload, kKey), key), expected);
  assert.deepEqual(await openSecret(locked(kPayload, kKey), `${key}:${hashOf(kPayload)}`), expected);
});

test("aSecretThatIsNotTheOneOfTheLinkIsNotShown", async () => {
  const fragment = `${kKey.toString("base64url")}:${hashOf(Buffer.from("another"))}`;
  await assert.rejects(openSecret(locked(kPayload, kKey), fragment), isReason("changed"));
});

test("oneChangedBitAnywhereIsNoticed", async () => {
  const { data, fragment } = await lockSecret(kText, null);
  const envelope = Buffer.from(data, "base64");
  for (let i = 0; i < envelope.length; i += 1) {
    const changed = Buffer.from(envelope);
    changed[i] ^= 1 << (i % 8);
    await assert.rejects(openSecret(changed.toString("base64"), fragment), isReason("broken"));
  }
});

test("anotherKeyOpensNothing", async () => {
  const { data } = await lockSecret(kText, null);
  await assert.rejects(openSecret(data, kKey.toString("base64url")), isReason("broken"));
});

for (const data of ["", "AAAA", "not base64!", Buffer.alloc(27).toString("base64")]) {
  test(`whatIsNoEnvelopeIsRefused: ${JSON.stringify(data)}`, async () => {
    await assert.rejects(openSecret(data, kKey.toString("base64url")), isReason("broken"));
  });
}

test("aPayloadThatIsNoneIsRefusedEvenWhenItsLockIsRight", async () => {
  await assert.rejects(openSecret(locked(Buffer.from("{}"), kKey), kKey.toString("base64url")), isReason("broken"));
});

for (const fragment of ["", "abc", kKey.toString("base64"), `${kKey.toString("base64url")}:`, `${kKey.toString("base64url")}:AA`,
  `${kKey.toString("base64url")}:${hashOf("a")}:`, Buffer.alloc(31).toString("base64url"), Buffer.alloc(33).toString("base64url")]) {
  test(`whatIsNoFragmentIsRefused: ${JSON.stringify(fragment)}`, () => assert.equal(parseFragment(fragment), null));
}

test("aPassphraseIsHashedAsHakanaiDoes", async () => {
  assert.equal(await passphraseHash("password"), "5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8");
  assert.equal(await passphraseHash("Größe"), createHash("sha256").update("Größe").digest("hex"));
});

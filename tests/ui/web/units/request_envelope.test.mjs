import assert from "node:assert/strict";
import { createDecipheriv, createECDH, createHash, hkdfSync } from "node:crypto";
import { test } from "node:test";

import "./web_crypto.mjs";
import { isKeyOfLink, lockAnswer, newRequestKey, openAnswer } from "../../../../ui/web/assets/protocol/request_envelope.js";

const kId = "01HV0000000000000000000000";
const kText = new TextEncoder().encode("the password");
const isReason = (reason) => (error) => error.name === "EnvelopeError" && error.reason === reason;

test("theAskerReadsWhatWasAnswered", async () => {
  const key = await newRequestKey();
  const data = await lockAnswer(kText, "p.txt", key.publicKey, kId);
  assert.deepEqual(await openAnswer(data, key.privateKey, kId), { data: kText, filename: "p.txt" });
});

test("theEnvelopeIsAsTheContractHasIt", async () => {
  const asker = createECDH("prime256v1");
  const point = asker.generateKeys();
  const envelope = Buffer.from(await lockAnswer(kText, null, point.toString("base64url"), kId), "base64");
  const shared = asker.computeSecret(envelope.subarray(0, 65));
  const key = Buffer.from(hkdfSync("sha256", shared, Buffer.from(kId), Buffer.from("gatehouse secret request v1"), 32));
  const decipher = createDecipheriv("aes-256-gcm", key, envelope.subarray(65, 77));
  decipher.setAuthTag(envelope.subarray(-16));
  const payload = Buffer.concat([decipher.update(envelope.subarray(77, -16)), decipher.final()]);
  assert.deepEqual(payload, Buffer.concat([Buffer.from([0x92, 0x90 | kText.length]), kText, Buffer.from([0xc0])]));
});

test("thePublicKeyIsAPointAndTheFingerprintItsHash", async () => {
  const { publicKey, fingerprint } = await newRequestKey();
  const point = Buffer.from(publicKey, "base64url");
  assert.equal(point.length, 65);
  assert.equal(point[0], 4);
  assert.equal(fingerprint, createHash("sha256").update(point).digest().subarray(0, 16).toString("base64url"));
});

test("aKeyThatTheServerPutInIsNotTheOneOfTheLink", async () => {
  const [asked, planted] = [await newRequestKey(), await newRequestKey()];
  assert.equal(await isKeyOfLink(asked.publicKey, asked.fingerprint), true);
  assert.equal(await isKeyOfLink(planted.publicKey, asked.fingerprint), false);
  assert.equal(await isKeyOfLink(asked.publicKey, ""), false);
  assert.equal(await isKeyOfLink(asked.publicKey, asked.fingerprint.slice(0, 8)), false);
  assert.equal(await isKeyOfLink("", asked.fingerprint), false);
});

test("anAnswerToOneRequestDoesNotOpenAsAnswerToAnother", async () => {
  const key = await newRequestKey();
  const data = await lockAnswer(kText, null, key.publicKey, kId);
  await assert.rejects(openAnswer(data, key.privateKey, "01HV0000000000000000000001"), isReason("broken"));
});

test("anotherAskerReadsNothing", async () => {
  const [key, other] = [await newRequestKey(), await newRequestKey()];
  await assert.rejects(openAnswer(await lockAnswer(kText, null, key.publicKey, kId), other.privateKey, kId), isReason("broken"));
});

test("aPointThatIsNotOnTheCurveIsRefused", async () => {
  const key = await newRequestKey();
  const envelope = Buffer.from(await lockAnswer(kText, null, key.publicKey, kId), "base64");
  envelope[64] ^= 1;
  await assert.rejects(openAnswer(envelope.toString("base64"), key.privateKey, kId), isReason("broken"));
  const point = Buffer.from(key.publicKey, "base64url");
  point[64] ^= 1;
  await assert.rejects(lockAnswer(kText, null, point.toString("base64url"), kId), isReason("key"));
});

for (const kept of ["", "AAAA", Buffer.alloc(97).toString("base64url")]) {
  test(`whatIsNoPrivateKeyIsRefused: ${kept.length} characters`, async () => {
    const key = await newRequestKey();
    await assert.rejects(openAnswer(await lockAnswer(kText, null, key.publicKey, kId), kept, kId), isReason("key"));
  });
}

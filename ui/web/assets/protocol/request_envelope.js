// How the answer to a request for a secret is locked: to the asker's P-256 key, so that whoever carries the link can send but not
// read. base64(ephemeral public point of 65 bytes, nonce, AES-256-GCM ciphertext and tag); the key is HKDF-SHA256 of the ECDH
// secret, salted with the request's identifier.

import { fromBase64, fromBase64Url, toBase64Url } from "./base64.js";
import { encodePayload } from "./payload.js";
import { EnvelopeError, decrypt, encryptToBase64, equal, readPayload, shortHash } from "./secret_envelope.js";

const kCurve = { name: "ECDH", namedCurve: "P-256" };
const kPointSize = 65;
const kCoordinateSize = 32;
const kInfo = new TextEncoder().encode("gatehouse secret request v1");

/** A new key to be answered to: {publicKey, fingerprint, privateKey}, each base64url. The last stays with the asker. */
export async function newRequestKey() {
  const pair = await crypto.subtle.generateKey(kCurve, true, ["deriveBits"]);
  const point = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  const { d } = await crypto.subtle.exportKey("jwk", pair.privateKey);
  const kept = new Uint8Array(kCoordinateSize + kPointSize);
  kept.set(fromBase64Url(d));
  kept.set(point, kCoordinateSize);
  const key = { publicKey: toBase64Url(point), fingerprint: await fingerprintOf(point), privateKey: toBase64Url(kept) };
  kept.fill(0);
  return key;
}

/** Whether a public key, as the server tells it, is the one whose fingerprint stands in the link. */
export async function isKeyOfLink(publicKey, fingerprint) {
  const point = fromBase64Url(publicKey);
  const expected = fromBase64Url(fingerprint);
  return point?.length === kPointSize && expected?.length === 16 && equal(await shortHash(point), expected);
}

/** Locks bytes to a public key that isKeyOfLink() has approved of. Gives what the server stores. Throws EnvelopeError("key"). */
export async function lockAnswer(bytes, filename, publicKey, requestId) {
  const recipient = await importPoint(fromBase64Url(publicKey));
  const ephemeral = await crypto.subtle.generateKey(kCurve, false, ["deriveBits"]);
  const point = new Uint8Array(await crypto.subtle.exportKey("raw", ephemeral.publicKey));
  const key = await agreedKey(ephemeral.privateKey, recipient, requestId, "encrypt");
  const payload = encodePayload(bytes, filename);
  try {
    return await encryptToBase64(key, payload, point);
  } finally {
    payload.fill(0);
  }
}

/** Opens what lockAnswer() has locked. `privateKey`: of newRequestKey(). Gives {data, filename}; throws EnvelopeError. */
export async function openAnswer(data, privateKey, requestId) {
  const envelope = fromBase64(data);
  if (envelope === null || envelope.length < kPointSize) throw new EnvelopeError("broken");
  const own = await importPrivateKey(privateKey);
  let sender;
  try {
    sender = await importPoint(envelope.subarray(0, kPointSize));
  } catch {
    throw new EnvelopeError("broken");
  }
  const key = await agreedKey(own, sender, requestId, "decrypt");
  return readPayload(await decrypt(key, envelope.subarray(kPointSize)));
}

/** base64url of the first 16 bytes of SHA-256 of a point. */
async function fingerprintOf(point) {
  return toBase64Url(await shortHash(point));
}

async function importPoint(point) {
  try {
    // Refuses what is not on the curve.
    return await crypto.subtle.importKey("raw", point, kCurve, true, []);
  } catch {
    throw new EnvelopeError("key");
  }
}

async function importPrivateKey(kept) {
  const bytes = fromBase64Url(kept);
  if (bytes?.length !== kCoordinateSize + kPointSize) throw new EnvelopeError("key");
  const part = (from) => toBase64Url(bytes.subarray(from, from + kCoordinateSize));
  const jwk = { kty: "EC", crv: "P-256", d: part(0), x: part(kCoordinateSize + 1), y: part(2 * kCoordinateSize + 1), ext: false };
  try {
    return await crypto.subtle.importKey("jwk", jwk, kCurve, false, ["deriveBits"]);
  } catch {
    throw new EnvelopeError("key");
  } finally {
    bytes.fill(0);
  }
}

async function agreedKey(privateKey, publicKey, requestId, use) {
  const shared = await crypto.subtle.deriveBits({ name: "ECDH", public: publicKey }, privateKey, 8 * kCoordinateSize);
  const material = await crypto.subtle.importKey("raw", shared, "HKDF", false, ["deriveKey"]);
  const derivation = { name: "HKDF", hash: "SHA-256", salt: new TextEncoder().encode(requestId), info: kInfo };
  return crypto.subtle.deriveKey(derivation, material, { name: "AES-GCM", length: 256 }, false, [use]);
}

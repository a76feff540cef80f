// How a secret is locked: base64(nonce of 12 bytes, AES-256-GCM ciphertext and tag). The key, and a hash of what was locked, go
// into the link behind the `#`, which browsers do not send.

import { fromBase64, fromBase64Url, toBase64, toBase64Url } from "./base64.js";
import { decodePayload, encodePayload } from "./payload.js";

const kKeySize = 32;
const kNonceSize = 12;
const kTagSize = 16;
const kHashSize = 16;

/** Why an envelope could not be opened: `key` is malformed, `broken` data or the wrong key, `changed` against the link's hash. */
export class EnvelopeError extends Error {
  constructor(reason) {
    super(reason);
    this.name = "EnvelopeError";
    this.reason = reason;
  }
}

/** Locks bytes under a new key. `filename`: null for text. Gives {data, fragment}: what the server stores, what the link holds. */
export async function lockSecret(bytes, filename) {
  const payload = encodePayload(bytes, filename);
  const keyBytes = crypto.getRandomValues(new Uint8Array(kKeySize));
  try {
    const key = await crypto.subtle.importKey("raw", keyBytes, "AES-GCM", false, ["encrypt"]);
    const hash = await shortHash(payload);
    return { data: await encryptToBase64(key, payload), fragment: `${toBase64Url(keyBytes)}:${toBase64Url(hash)}` };
  } finally {
    keyBytes.fill(0);
    payload.fill(0);
  }
}

/** The {key, hash} that a link's fragment holds; hash null where there is none. Null when it is no such fragment. */
export function parseFragment(fragment) {
  const parts = fragment.split(":");
  if (parts.length > 2) return null;
  const key = fromBase64Url(parts[0]);
  const hash = parts.length === 2 ? fromBase64Url(parts[1]) : null;
  if (key?.length !== kKeySize || (parts.length === 2 && hash?.length !== kHashSize)) return null;
  return { key, hash };
}

/** Opens what lockSecret() or a Hakanai client has locked. Gives {data, filename}; throws EnvelopeError. */
export async function openSecret(data, fragment) {
  const parsed = parseFragment(fragment);
  if (parsed === null) throw new EnvelopeError("key");
  const key = await crypto.subtle.importKey("raw", parsed.key, "AES-GCM", false, ["decrypt"]);
  const payload = await decryptFromBase64(key, data);
  // Nothing of it is looked at before the sender's hash is known to be right.
  if (parsed.hash !== null && !equal(await shortHash(payload), parsed.hash)) throw new EnvelopeError("changed");
  return readPayload(payload);
}

/** nonce, ciphertext and tag as base64, after `prefix`. */
export async function encryptToBase64(key, plaintext, prefix = new Uint8Array(0)) {
  const nonce = crypto.getRandomValues(new Uint8Array(kNonceSize));
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, key, plaintext));
  const envelope = new Uint8Array(prefix.length + nonce.length + sealed.length);
  envelope.set(prefix);
  envelope.set(nonce, prefix.length);
  envelope.set(sealed, prefix.length + nonce.length);
  return toBase64(envelope);
}

/** The plaintext of nonce, ciphertext and tag. Throws EnvelopeError. */
export async function decrypt(key, envelope) {
  if (envelope.length < kNonceSize + kTagSize) throw new EnvelopeError("broken");
  const nonce = envelope.subarray(0, kNonceSize);
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv: nonce }, key, envelope.subarray(kNonceSize)));
  } catch {
    throw new EnvelopeError("broken");
  }
}

/** The {data, filename} of a decrypted payload, which is wiped. Throws EnvelopeError. */
export function readPayload(payload) {
  const decoded = decodePayload(payload);
  payload.fill(0);
  if (decoded === null) throw new EnvelopeError("broken");
  return decoded;
}

async function decryptFromBase64(key, data) {
  const envelope = fromBase64(data);
  if (envelope === null) throw new EnvelopeError("broken");
  return decrypt(key, envelope);
}

/** The first 16 bytes of SHA-256. */
export async function shortHash(bytes) {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).slice(0, kHashSize);
}

/** Compares without saying by its time where two differ. */
export function equal(left, right) {
  if (left.length !== right.length) return false;
  let difference = 0;
  for (let i = 0; i < left.length; i += 1) difference |= left[i] ^ right[i];
  return difference === 0;
}

/** SHA-256 of a passphrase in hexadecimal: all that the server learns of it. */
export async function passphraseHash(passphrase) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(passphrase)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// Base64 as RFC 4648 has it: the standard alphabet with padding for what the server stores, the URL-safe one without for what
// stands in links. Decoding is strict: anything else than exactly one encoding of some bytes is refused.

// What String.fromCharCode takes as arguments at once without exhausting the stack; a multiple of 3, so that chunks join.
const kChunk = 0x6000;

/** Bytes as base64 with padding. */
export function toBase64(bytes) {
  if (typeof bytes.toBase64 === "function") return bytes.toBase64();
  const parts = [];
  for (let at = 0; at < bytes.length; at += kChunk) parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + kChunk))));
  return parts.join("");
}

/** Base64 with padding as bytes; null for anything else. */
export function fromBase64(text) {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null;
  try {
    if (typeof Uint8Array.fromBase64 === "function") return Uint8Array.fromBase64(text, { lastChunkHandling: "strict" });
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i);
    return toBase64(bytes.subarray(-(bytes.length % 3 || 3))) === text.slice(-4) || text === "" ? bytes : null;
  } catch {
    return null;
  }
}

/** Bytes as base64url without padding. */
export function toBase64Url(bytes) {
  return toBase64(bytes).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/** Base64url without padding as bytes; null for anything else. */
export function fromBase64Url(text) {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return null;
  const standard = text.replace(/-/g, "+").replace(/_/g, "/");
  return fromBase64(standard + "=".repeat((4 - (standard.length % 4)) % 4));
}

// The links that pages hand out and take: which path leads to what, and what stands behind the `#`.

const kIdentifier = /^[A-Za-z0-9-]{1,64}$/;
const kToken = /^[A-Za-z0-9_-]{16,256}$/;

/** Where a secret is read; without the key when that travels on its own. */
export function secretLink(origin, id, fragment = null) {
  return `${origin}/s/${id}${fragment === null ? "" : `#${fragment}`}`;
}

/** Where a request for a secret is answered. */
export function requestLink(origin, id, fingerprint) {
  return `${origin}/r/${id}#${fingerprint}`;
}

/** Where the asker collects the answer; for their eyes only. */
export function collectLink(origin, id, collectToken, privateKey) {
  return `${origin}/request#${id}:${collectToken}:${privateKey}`;
}

/** Where the sender sees whether a secret was opened; for their eyes only. */
export function receiptLink(origin, id, receiptToken) {
  return `${origin}/receipt#${id}:${receiptToken}`;
}

/** Where somebody without an account may send one secret. */
export function invitationLink(origin, token) {
  return `${origin}/create#token=${token}`;
}

/** The {id, token} of a receipt's fragment, or null. */
export function parseReceipt(fragment) {
  const [id, token, ...rest] = fragment.split(":");
  return rest.length === 0 && kIdentifier.test(id) && kToken.test(token ?? "") ? { id, token } : null;
}

/** The {id, token, privateKey} of a collecting link's fragment, or null. */
export function parseCollection(fragment) {
  const [id, token, privateKey, ...rest] = fragment.split(":");
  const isWhole = rest.length === 0 && kIdentifier.test(id) && kToken.test(token ?? "") && kToken.test(privateKey ?? "");
  return isWhole ? { id, token, privateKey } : null;
}

/** The identifier at the end of a path such as /s/{id}, or null. */
export function identifierOf(path, prefix) {
  const id = path.startsWith(prefix) ? path.slice(prefix.length) : "";
  return kIdentifier.test(id) ? id : null;
}

/** What a pasted link to a secret holds: {origin, id, fragment}, fragment "" where it has none; null for anything else. */
export function parseSecretLink(text) {
  let url;
  try {
    url = new URL(text.trim());
  } catch {
    return null;
  }
  const id = identifierOf(url.pathname, "/s/");
  if (id === null || !/^https?:$/.test(url.protocol)) return null;
  return { origin: url.origin, id, fragment: url.hash.slice(1) };
}

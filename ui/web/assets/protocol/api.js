// Calls of the server's public API. What is sent and received here is already locked.

/** A call that failed. `status` 0: the server was not reached, or was lost in the middle of its answer, which `isInterrupted` tells
 *  apart. `retryAfter`: seconds, or null. `detail`: the server's, English. */
export class ApiError extends Error {
  isInterrupted = false;

  constructor(status, detail = "", retryAfter = null) {
    super(`status ${status}`);
    this.name = "ApiError";
    this.status = status;
    this.detail = detail;
    this.retryAfter = retryAfter;
  }
}

const kSecret = "/api/v1/secret";
const kRequest = "/api/v1/secret-request";

/** Public configuration; an empty object when there is none to be had. */
export async function fetchConfiguration() {
  try {
    const answer = await fetch("/config.json");
    const configuration = answer.ok ? await answer.json() : {};
    return configuration !== null && typeof configuration === "object" ? configuration : {};
  } catch {
    return {};
  }
}

/** Stores `{data, expires_in, restrictions?, receipt?}`. Gives {id, receipt_token?}. `onProgress(share)`: 0 to 1. */
export async function createSecret(secret, token, onProgress) {
  return JSON.parse(await upload(kSecret, secret, token, onProgress));
}

/** Takes a secret, which is gone from the server then. `passphraseHash`: hexadecimal, or null. Gives its data. */
export function takeSecret(id, passphraseHash, onProgress) {
  return download(`${kSecret}/${id}`, passphraseHash === null ? {} : { "X-Secret-Passphrase": passphraseHash }, onProgress);
}

/** What became of a secret: {state, created_at, expires_at, taken_at, taken_from, failed_attempts}. */
export function fetchReceipt(id, receiptToken) {
  return json("GET", `${kSecret}/${id}/receipt`, { "X-Receipt-Token": receiptToken });
}

/** Destroys a secret that nobody has taken yet. */
export async function burnSecret(id, receiptToken) {
  await call("DELETE", `${kSecret}/${id}`, { "X-Receipt-Token": receiptToken });
}

/** Asks for a secret with `{public_key, expires_in, note?}`. Gives {id, collect_token}. */
export function createRequest(request, token) {
  return json("POST", kRequest, credentials(token), request);
}

/** A request: {public_key, expires_at, state, note}. */
export function fetchRequest(id) {
  return json("GET", `${kRequest}/${id}`, {});
}

/** Answers a request, once. */
export async function answerRequest(id, data, onProgress) {
  await upload(`${kRequest}/${id}/answer`, { data }, "", onProgress);
}

/** Takes the answer to one's own request, once. Gives its data. */
export function takeAnswer(id, collectToken, onProgress) {
  return download(`${kRequest}/${id}/answer`, { "X-Collect-Token": collectToken }, onProgress);
}

/** Asks for a token that is good for one secret. Gives {token}. */
export function createOneTimeToken(token) {
  return json("POST", "/api/v1/one-time-token", credentials(token));
}

function credentials(token) {
  if (token !== "") return { Authorization: `Bearer ${token}` };
  // Somebody signed in acts by cookie, which counts only together with this proof.
  const proof = document.cookie.match(/(?:^|;\s*)(?:__Host-)?gatehouse-csrf=([^;]*)/);
  return proof === null ? {} : { "X-CSRF-Token": proof[1] };
}

async function call(method, path, headers, body) {
  const content = body === undefined ? {} : { body: JSON.stringify(body) };
  const typed = body === undefined ? headers : { ...headers, "Content-Type": "application/json" };
  let answer;
  try {
    answer = await fetch(path, { method, headers: typed, cache: "no-store", redirect: "error", referrerPolicy: "no-referrer", ...content });
  } catch {
    throw new ApiError(0);
  }
  if (!answer.ok) throw errorOf(answer.status, await answer.text().catch(() => ""), answer.headers.get("Retry-After"));
  return answer;
}

async function json(method, path, headers, body) {
  return (await call(method, path, headers, body)).json();
}

// fetch() does not tell how much it has sent; this does.
function upload(path, body, token, onProgress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", path);
    request.setRequestHeader("Content-Type", "application/json");
    for (const [name, value] of Object.entries(credentials(token))) request.setRequestHeader(name, value);
    request.upload.addEventListener("progress", (event) => event.lengthComputable && onProgress(event.loaded / event.total));
    request.addEventListener("load", () => {
      if (request.status >= 200 && request.status < 300) resolve(request.responseText);
      else reject(errorOf(request.status, request.responseText, request.getResponseHeader("Retry-After")));
    });
    for (const event of ["error", "abort", "timeout"]) request.addEventListener(event, () => reject(new ApiError(0)));
    request.send(JSON.stringify(body));
  });
}

async function download(path, headers, onProgress) {
  const answer = await call("GET", path, headers);
  const total = Number(answer.headers.get("Content-Length") ?? 0);
  const decoder = new TextDecoder("latin1"); // base64 is ASCII
  const parts = [];
  let received = 0;
  try {
    const reader = answer.body.getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      parts.push(decoder.decode(piece.value, { stream: true }));
      received += piece.value.length;
      if (total > 0) onProgress(Math.min(1, received / total));
    }
  } catch {
    throw Object.assign(new ApiError(0), { isInterrupted: true });
  }
  return parts.join("");
}

function errorOf(status, body, retryAfter) {
  let detail = "";
  try {
    const problem = JSON.parse(body);
    detail = typeof problem.detail === "string" ? problem.detail : "";
  } catch {
    // Not a problem document: a proxy's own page, perhaps. The status says enough.
  }
  return new ApiError(status, detail, /^\d+$/.test(retryAfter ?? "") ? Number(retryAfter) : null);
}

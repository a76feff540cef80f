// What an error means to whoever looks at the page, and what they can do.

import { ApiError } from "../protocol/api.js";
import { EnvelopeError } from "../protocol/secret_envelope.js";
import { t, waitText } from "../text/language.js";

/** Of taking something. */
export function takingFailure(error) {
  if (error instanceof EnvelopeError) return t(error.reason === "changed" ? "error.changed" : "error.broken");
  if (!(error instanceof ApiError)) throw error;
  if (error.isInterrupted) return t("error.interrupted");
  const known = { 403: "error.forbidden", 404: "error.unknown", 410: "error.gone" };
  return error.status in known ? t(known[error.status]) : commonFailure(error);
}

/** Of sending something. */
export function sendingFailure(error) {
  if (!(error instanceof ApiError)) throw error;
  const known = { 413: "error.tooLarge", 501: "error.unsupported" };
  if (error.status in known) return t(known[error.status]);
  return [400, 415, 422].includes(error.status) ? t("error.refused", { detail: error.detail || error.status }) : commonFailure(error);
}

/** Of anything else. */
export function commonFailure(error) {
  if (!(error instanceof ApiError)) throw error;
  if (error.status === 0) return t("error.network");
  if (error.status === 429) return t("error.busy", { time: waitText(error.retryAfter ?? 60) });
  return error.status < 500 ? t("error.refused", { detail: error.detail || error.status }) : t("error.server");
}

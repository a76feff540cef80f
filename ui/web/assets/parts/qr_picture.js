import { qrCode } from "../protocol/qr_code.js";
import { picture } from "./dom.js";

const kQuietZone = 4; // modules, as the standard wants

/** A text as QR code with its quiet zone; null when it is too long for one. */
export function qrPicture(text, label) {
  const code = qrCode(text);
  if (code === null) return null;
  const parts = [];
  code.forEach((row, y) => {
    for (let x = 0, end; x < row.length; x = end + 1) {
      for (end = x; row[end]; ) end += 1;
      if (end > x) parts.push(`M${x + kQuietZone} ${y + kQuietZone}h${end - x}v1h${x - end}z`);
    }
  });
  return picture(parts.join(""), code.length + 2 * kQuietZone, label, "qr");
}

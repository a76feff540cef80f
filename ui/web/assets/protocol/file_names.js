// Names of files come from whoever sent them.

const kLongest = 200;

/** A name that is safe to save under: one segment, no control or direction characters, not hidden, not empty. */
export function safeFileName(name, fallback = "secret.bin") {
  const segment = name.split(/[\\/]/).at(-1);
  const plain = segment
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "")
    .replace(/[<>:"|?*]/g, "_")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  return shortened(plain) || fallback;
}

function shortened(name) {
  const letters = Array.from(name);
  if (letters.length <= kLongest) return name;
  const ending = name.match(/\.[^.]{1,12}$/)?.[0] ?? "";
  return letters.slice(0, kLongest - ending.length).join("") + ending;
}

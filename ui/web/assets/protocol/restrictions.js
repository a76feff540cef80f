// What a sender types to say who may open a secret, as the API takes it.

const kIpv4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)(?!\/)|(?=$|\/))){4}(?:\/(?:3[0-2]|[12]?\d))?$/;

/** Words parted by spaces, commas, semicolons or lines. */
export function listOf(text) {
  return [...new Set(text.split(/[\s,;、，]+/).filter((word) => word !== ""))];
}

/** Whether this is an address or a range in CIDR notation, as far as a page can tell; the server decides. */
export function isAddressOrRange(word) {
  if (kIpv4.test(word)) return true;
  const [address, prefix, ...rest] = word.split("/");
  if (!address.includes(":") || rest.length > 0 || (prefix !== undefined && !/^(?:12[0-8]|1[01]\d|\d{1,2})$/.test(prefix))) return false;
  try {
    return new URL(`http://[${address}]/`).hostname.startsWith("[");
  } catch {
    return false;
  }
}

/** ISO 3166-1 alpha-2, by its form. */
export function isCountry(word) {
  return /^[A-Za-z]{2}$/.test(word);
}

/** An autonomous system's number, with or without "AS" before it. */
export function isNetwork(word) {
  return /^(?:AS)?\d{1,10}$/i.test(word) && networkNumber(word) <= 0xffffffff && networkNumber(word) > 0;
}

/** What the API takes: {restrictions, invalid}; restrictions null when there are none, invalid the first word that is none. */
export function parseRestrictions({ addresses = "", countries = "", networks = "" }) {
  const kinds = [
    { key: "allowed_ips", words: listOf(addresses), valid: isAddressOrRange, value: (word) => word },
    { key: "allowed_countries", words: listOf(countries), valid: isCountry, value: (word) => word.toUpperCase() },
    { key: "allowed_asns", words: listOf(networks), valid: isNetwork, value: networkNumber },
  ];
  const restrictions = {};
  for (const { key, words, valid, value } of kinds) {
    const invalid = words.find((word) => !valid(word));
    if (invalid !== undefined) return { restrictions: null, invalid };
    if (words.length > 0) restrictions[key] = words.map(value);
  }
  return { restrictions: Object.keys(restrictions).length > 0 ? restrictions : null, invalid: null };
}

function networkNumber(word) {
  return Number(word.replace(/^AS/i, ""));
}

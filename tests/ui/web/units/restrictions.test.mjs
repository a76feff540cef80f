import assert from "node:assert/strict";
import { test } from "node:test";

import { isAddressOrRange, isCountry, isNetwork, parseRestrictions } from "../../../../ui/web/assets/protocol/restrictions.js";

for (const word of ["10.0.0.1", "255.255.255.255", "10.0.0.0/8", "0.0.0.0/0", "::1", "2001:db8::/32", "fe80::1/128", "::ffff:10.0.0.1"]) {
  test(`anAddressOrRangeIsTaken: ${word}`, () => assert.equal(isAddressOrRange(word), true));
}
for (const word of ["", "10.0.0", "10.0.0.256", "10.0.0.1/33", "10.0.0.1.2", "10.0.0.", "example.org", "2001:db8::/129", "::1/", ":::", "1.2.3.4/8/8", "fe80::1%eth0"]) {
  test(`whatIsNoAddressIsNot: ${JSON.stringify(word)}`, () => assert.equal(isAddressOrRange(word), false));
}

test("countriesAndNetworksAreKnownByTheirForm", () => {
  assert.deepEqual(["DE", "de", "DEU", "D", "1A"].map(isCountry), [true, true, false, false, false]);
  assert.deepEqual(["64512", "AS64512", "as1", "0", "4294967295", "4294967296", "x"].map(isNetwork), [true, true, true, false, true, false, false]);
});

test("whatIsTypedBecomesWhatTheApiTakes", () => {
  const { restrictions } = parseRestrictions({ addresses: "10.0.0.0/8, ::1\n10.0.0.0/8", countries: "de;JP", networks: "AS64512 1" });
  assert.deepEqual(restrictions, { allowed_ips: ["10.0.0.0/8", "::1"], allowed_countries: ["DE", "JP"], allowed_asns: [64512, 1] });
});

test("nothingTypedIsNoRestriction", () => assert.deepEqual(parseRestrictions({ addresses: " \n" }), { restrictions: null, invalid: null }));

test("theFirstMistakeIsNamed", () => assert.equal(parseRestrictions({ addresses: "10.0.0.1 nonsense", countries: "ABC" }).invalid, "nonsense"));

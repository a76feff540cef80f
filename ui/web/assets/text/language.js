// The texts of the chosen language. One module for each; what a language does not have is shown in English.

import en from "./en.js";

/** The languages there are, by their own names. */
export const languages = { en: "English", de: "Deutsch", fr: "Français", es: "Español", ja: "日本語" };

const kStored = "gatehouse.language";
let texts = en;
let current = "en";

/** The code of the language in use. */
export function language() {
  return current;
}

/** Loads the language that was chosen, else the first of the browser's that there is. */
export async function loadLanguage() {
  current = chosenLanguage() ?? preferredLanguage(navigator.languages ?? []);
  texts = current === "en" ? en : (await import(`./${current}.js`)).default;
  document.documentElement.lang = current;
}

/** Remembers a choice and shows everything in it. */
export function chooseLanguage(code) {
  try {
    localStorage.setItem(kStored, code);
  } catch {
    // Storage is switched off: then for this once.
  }
}

/** The first of the wanted languages, such as "de-CH", that there is; English else. */
export function preferredLanguage(wanted) {
  return wanted.map((code) => code.toLowerCase().split("-")[0]).find((code) => Object.hasOwn(languages, code)) ?? "en";
}

/** The text of a key, its `{names}` filled in. */
export function t(key, values = {}) {
  return (texts[key] ?? en[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? values[name] : whole));
}

/** A size in bytes for people: "3.4 MB" as their language writes it, in units of 1024. */
export function sizeText(bytes) {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"];
  const power = bytes < 1024 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** power;
  const format = { style: "unit", unit: units[power], unitDisplay: power === 0 ? "long" : "short", maximumFractionDigits: value < 10 && power > 0 ? 1 : 0 };
  return new Intl.NumberFormat(current, format).format(value);
}

/** A span of seconds in its largest whole unit: "7 days". */
export function durationText(seconds) {
  const units = [["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];
  const [unit, length] = units.find(([, size]) => seconds >= size && seconds % size === 0) ?? ["second", 1];
  return new Intl.NumberFormat(current, { style: "unit", unit, unitDisplay: "long" }).format(Math.ceil(seconds / length));
}

/** How long to wait, in a unit that nobody has to convert; rather too long than too short. */
export function waitText(seconds) {
  const [unit, length] = seconds <= 90 ? ["second", 1] : seconds <= 5400 ? ["minute", 60] : ["hour", 3600];
  return new Intl.NumberFormat(current, { style: "unit", unit, unitDisplay: "long" }).format(Math.ceil(seconds / length));
}

/** A moment as date and time of the reader's place. */
export function momentText(moment) {
  return new Intl.DateTimeFormat(current, { dateStyle: "medium", timeStyle: "short" }).format(moment);
}

/** A country's name from its code. */
export function countryText(code) {
  try {
    return new Intl.DisplayNames([current], { type: "region" }).of(code);
  } catch {
    return code;
  }
}

function chosenLanguage() {
  try {
    const code = localStorage.getItem(kStored);
    return Object.hasOwn(languages, code ?? "") ? code : null;
  } catch {
    return null;
  }
}

// Elements from plain values. Everything that is shown goes through here as text, so nothing a sender or the server says is ever
// taken for markup.

const kIcons = new URL("../icons.svg", import.meta.url).pathname;
const kSvg = "http://www.w3.org/2000/svg";
let lastId = 0;

/** An element. Attributes: true sets one without a value, false and null leave it out, functions are listeners ("onclick"). */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** One of the icons of icons.svg, for the eye only. */
export function icon(name) {
  const svg = document.createElementNS(kSvg, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(kSvg, "use");
  use.setAttribute("href", `${kIcons}#${name}`);
  svg.append(use);
  return svg;
}

/** A shape from a path in a square of `size` units, with a text for those who do not see it. */
export function picture(path, size, label, className) {
  const svg = document.createElementNS(kSvg, "svg");
  svg.setAttribute("viewBox", `0 0 ${size} ${size}`);
  svg.setAttribute("class", className);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", label);
  const shape = document.createElementNS(kSvg, "path");
  shape.setAttribute("d", path);
  svg.append(shape);
  return svg;
}

/** An identifier that no other element has. */
export function freshId() {
  lastId += 1;
  return `e${lastId}`;
}

/** Puts `children` in the place of all that `parent` holds. */
export function show(parent, ...children) {
  parent.replaceChildren(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
}

/** A page's heading, which gets the focus when what it heads replaces something else. */
export function heading(text) {
  return h("h1", { tabindex: "-1" }, text);
}

/** Says that the page now shows something else: to the window's title, and to those who hear it. */
export function announce(parent) {
  const title = parent.querySelector("h1");
  document.title = `${title.textContent} – ${document.getElementById("brand").textContent}`;
  title.focus({ preventScroll: true });
  window.scrollTo(0, 0);
}

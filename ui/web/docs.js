// What the reference can do beyond being read: find, copy, try. Everything is there without it.

const articles = [...document.querySelectorAll("article.operation")];
const narrow = matchMedia("(max-width: 52rem)");

function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

// Finding: hides what does not hold all the words, in the list and in the content.
function addSearch() {
  const input = element("input", { type: "search", placeholder: "Find an endpoint", autocomplete: "off" });
  input.setAttribute("aria-label", "Find an endpoint");
  input.setAttribute("aria-keyshortcuts", "/");
  const form = element("search", { className: "search" }, input);
  document.querySelector(".formats").before(form);
  const nothing = element("p", { className: "nothing", hidden: true });
  nothing.setAttribute("role", "status");
  document.querySelector(".tree").before(nothing);

  const find = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let found = 0;
    for (const article of articles) {
      const text = article.querySelector(".about").textContent.toLowerCase();
      const fits = words.every((word) => text.includes(word));
      article.hidden = !fits;
      document.querySelector(`.tree a[href="#${article.id}"]`).parentElement.hidden = !fits;
      found += fits ? 1 : 0;
    }
    for (const group of document.querySelectorAll("section.group:has(article)"))
      group.hidden = !group.querySelector("article:not([hidden])");
    for (const group of document.querySelectorAll(".tree > li:has(ul)"))
      group.hidden = !group.querySelector("ul > li:not([hidden])");
    nothing.hidden = words.length === 0;
    nothing.textContent = found === 0 ? "Nothing found" : `${found} found`;
  };
  input.addEventListener("input", find);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.target.closest("input, textarea, select")) return;
    event.preventDefault();
    input.focus();
  });
}

function addCopy(figure) {
  const button = element("button", { type: "button", textContent: "Copy" });
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(figure.querySelector("pre").textContent);
      button.textContent = "Copied";
    } catch {
      button.textContent = "Select and copy by hand";
    }
    setTimeout(() => (button.textContent = "Copy"), 2000);
  });
  figure.querySelector("figcaption").append(button);
}

// Trying: the document tells what to ask for. Sent without cookies: only as whom the reader says.
let apiDocument;
let token = "";

// The operation of that name first, then its twins for other methods: their names begin with it.
function operationsOf(id) {
  const [path, item] = Object.entries(apiDocument.paths).find(([, methods]) => Object.values(methods).some((operation) => operation.operationId === id));
  return Object.entries(item)
    .filter(([, operation]) => operation.operationId.startsWith(id))
    .sort(([, a], [, b]) => a.operationId.length - b.operationId.length)
    .map(([method, operation]) => ({ path, method: method.toUpperCase(), operation }));
}

function labelled(label, control) {
  return element("label", {}, label, control);
}

async function send(form, path, operation, output) {
  const url = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(form.elements[`parameter-${name}`].value));
  const query = new URLSearchParams();
  for (const parameter of operation.parameters ?? [])
    if (parameter.in === "query" && form.elements[`parameter-${parameter.name}`].value !== "")
      query.set(parameter.name, form.elements[`parameter-${parameter.name}`].value);
  const headers = {};
  token = form.elements.token?.value ?? token;
  if (token && form.elements.token) headers.Authorization = `Bearer ${token}`;
  const body = form.elements.body?.value;
  if (body) headers["Content-Type"] = "application/json";
  const method = form.elements.method.value;
  try {
    const answer = await fetch(url + (query.size ? `?${query}` : ""), { method, headers, body: body || undefined, credentials: "omit", cache: "no-store" });
    const text = await answer.text();
    let shown = text;
    try {
      const json = JSON.parse(text);
      // Whoever signed in here goes on as that user.
      token = json.access_token ?? token;
      shown = JSON.stringify(json, null, 2);
    } catch {
      // Not JSON: shown as it is.
    }
    const lines = [...answer.headers].map(([name, value]) => `${name}: ${value}`);
    output.textContent = `${answer.status} ${answer.statusText}\n\n${shown ? `${shown}\n\n` : ""}${lines.join("\n")}`;
  } catch (error) {
    output.textContent = `No answer came: ${error.message}`;
  }
}

async function openTrial(article, figure, button) {
  const known = figure.querySelector(".trial");
  if (known) {
    known.hidden = !known.hidden;
    if (known.elements.token?.value === "") known.elements.token.value = token;
    button.setAttribute("aria-expanded", String(!known.hidden));
    return;
  }
  apiDocument ??= await (await fetch("/openapi.json")).json();
  const operations = operationsOf(article.id);
  const { path, operation } = operations[0];
  const form = element("form", { className: "trial" });
  const methods = element("select", { name: "method" }, ...operations.map(({ method }) => element("option", { textContent: method })));
  if (operations.length > 1) form.append(labelled("Method", methods));
  else form.append(Object.assign(methods, { hidden: true }));
  for (const parameter of operation.parameters ?? [])
    form.append(labelled(parameter.name, element("input", { name: `parameter-${parameter.name}`, required: parameter.in === "path", autocomplete: "off" })));
  if (operation.security.length > 0)
    form.append(labelled("Access token", element("input", { name: "token", type: "password", value: token, autocomplete: "off" })));
  const example = operation.requestBody?.content["application/json"].example;
  if (operation.requestBody)
    form.append(labelled("Body", element("textarea", { name: "body", rows: 5, spellcheck: false, value: JSON.stringify(example ?? {}, null, 2) })));
  const shown = element("code");
  const output = element("output", { hidden: true }, element("pre", { tabIndex: 0 }, shown));
  form.append(element("button", { className: "send", textContent: "Send" }), output);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await send(form, path, operation, shown);
    output.hidden = false;
  });
  figure.append(form);
  button.setAttribute("aria-expanded", "true");
  form.querySelector("input:not([hidden]), textarea, button").focus();
}

function addTrial(article) {
  const figure = article.querySelector(".samples figure");
  const button = element("button", { type: "button", textContent: "Try it" });
  button.setAttribute("aria-expanded", "false");
  button.addEventListener("click", () => openTrial(article, figure, button));
  figure.querySelector("figcaption").append(button);
}

// The list follows the reader.
function followReading() {
  const seen = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      document.querySelector(".tree [aria-current]")?.removeAttribute("aria-current");
      document.querySelector(`.tree a[href="#${entry.target.id}"]`)?.setAttribute("aria-current", "location");
    }
  }, { rootMargin: "-10% 0px -75% 0px" });
  for (const place of [document.querySelector("#everywhere"), ...articles]) seen.observe(place);
}

function foldMenu() {
  const menu = document.querySelector(".menu");
  const fold = () => (menu.open = !narrow.matches);
  narrow.addEventListener("change", fold);
  menu.addEventListener("click", (event) => {
    if (narrow.matches && event.target.closest("a")) menu.open = false;
  });
  fold();
}

foldMenu();
addSearch();
followReading();
for (const figure of document.querySelectorAll("figure")) addCopy(figure);
for (const article of articles) addTrial(article);

const kFirst = 4000; // ms
const kSlowest = 60_000;

/** Calls `look` now and then, at first often, while the page is visible, until it gives true or `element` is gone. */
export function poll(element, look) {
  let wait = kFirst;
  const next = async () => {
    if (!element.isConnected) return;
    const isDone = document.visibilityState === "visible" ? await look() : false;
    if (isDone) return;
    setTimeout(next, wait);
    wait = Math.min(kSlowest, wait * 1.4);
  };
  setTimeout(next, wait);
}

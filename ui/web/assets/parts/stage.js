import { announce, show } from "./dom.js";

/** Replaces what a page shows by its next stage, for good: a change of language no longer starts it anew. */
export function nextStage(main, ...children) {
  main.dataset.state = "moved";
  show(main, ...children);
  announce(main);
}

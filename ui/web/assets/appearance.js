// Before anything is painted, so that a chosen appearance does not flash in as the other one. No module: those come later.
(() => {
  try {
    const chosen = localStorage.getItem("gatehouse.appearance");
    if (chosen === "light" || chosen === "dark") document.documentElement.dataset.appearance = chosen;
  } catch {
    // Storage is switched off: then as the system has it.
  }
})();

// The policy desk's pages work without this script; it draws charts from the tables that stand beside them.
"use strict";

// A rehearsal that is under way: its bar moves, and the page is loaded again when it is over.
(() => {
  const box = document.querySelector("[data-rehearsal]");
  if (!box) return;
  const bar = box.querySelector("progress");
  const words = box.querySelector(".rehearsal-count");
  const look = async () => {
    try {
      const answer = await fetch(box.dataset.rehearsal, { headers: { Accept: "application/json" } });
      if (!answer.ok) return;
      const state = await answer.json();
      if (!state.running) {
        location.reload();
        return;
      }
      if (state.all > 0) {
        bar.max = state.all;
        bar.value = state.done;
        words.textContent = `${state.done} of ${state.all} questions`;
      }
    } catch {
      // The next look may find the server again.
    }
    setTimeout(look, 1000);
  };
  setTimeout(look, 1000);
})();

"use strict";
// The page works without this. It keeps the focus and the place after an answer, copies quotes, and tells screen
// readers what changed.
(() => {
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const announce = (words) => {
    const place = document.getElementById("announcer");
    place.textContent = "";
    requestAnimationFrame(() => { place.textContent = words; });
  };
  const showCopyButtons = (root) => {
    if (navigator.clipboard) {
      root.querySelectorAll("button.copy[hidden]").forEach((button) => { button.hidden = false; });
    }
    root.querySelectorAll("button.print[hidden]").forEach((button) => { button.hidden = false; });
  };
  // Only the newest step can be answered; a button of an earlier one would change nothing.
  const closeEarlierSteps = () => {
    // A form that has a button named "remove" has no method of that name.
    document
      .querySelectorAll("#log .exchange:not(:last-of-type) .controls")
      .forEach((part) => Element.prototype.remove.call(part));
  };

  document.addEventListener("DOMContentLoaded", () => {
    showCopyButtons(document);
    closeEarlierSteps();
    const last = document.querySelector("#log .exchange:last-of-type");
    if (last && !location.hash) last.scrollIntoView({ block: "start" });
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("button.print")) window.print();
  });

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("button.copy");
    if (!button) return;
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      announce("Copied.");
      button.classList.add("done");
      setTimeout(() => button.classList.remove("done"), 2000);
    } catch {
      announce("Copying is not allowed here. Select the words and copy them.");
    }
  });

  document.addEventListener("keydown", (event) => {
    const box = event.target;
    if (box.matches("textarea") && box.id === "question" && event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      box.form.requestSubmit();
    }
  });

  // In place, an answer is announced by the log; a vote and a refusal are announced here.
  document.addEventListener("htmx:afterSwap", (event) => {
    showCopyButtons(document);
    const form = event.detail.requestConfig.elt;
    if (form.classList.contains("votes")) {
      const thanks = document.querySelector(`[id="${form.id}"] .thanks, p.votes.thanks`);
      if (thanks) announce(thanks.textContent);
      return;
    }
    if (!form.classList.contains("ask")) return;
    const box = document.getElementById("question");
    if (event.detail.xhr.status < 400) box.value = "";
    box.focus({ preventScroll: true });
    const added = document.getElementById("log").lastElementChild;
    if (!added) return;
    closeEarlierSteps();
    // While a report is asked, the focus is where its answer is given.
    const begin = added.querySelector(".step .begin") ?? added.querySelector(".step .question");
    if (begin) begin.focus({ preventScroll: true });
    added.classList.add("arrived");
    added.scrollIntoView({ block: "start", behavior: calm.matches ? "auto" : "smooth" });
  });

  document.addEventListener("htmx:sendError", () => announceTrouble());
  document.addEventListener("htmx:timeout", () => announceTrouble());
  const announceTrouble = () => {
    const log = document.getElementById("log");
    const words = "The server cannot be reached. Your question is still in the box; try again in a moment.";
    if (!log) { announce(words); return; }
    const note = document.createElement("div");
    note.className = "problem";
    note.textContent = words;
    log.append(note);
  };
})();

// The form of a process: a new empty line when the last is filled, and a word when a draft could not be kept.
"use strict";

function anotherLine(rows) {
  const last = rows.lastElementChild;
  if (!Array.from(last.querySelectorAll("input")).some((input) => input.value)) return;
  const line = last.cloneNode(true);
  line.querySelectorAll("input").forEach((input) => {
    input.value = "";
    input.removeAttribute("aria-invalid");
  });
  line.querySelectorAll("label span span, label > .sr-only > .sr-only").forEach((number) => {
    number.textContent = ` ${rows.children.length + 1}`;
  });
  rows.append(line);
  if (window.htmx) window.htmx.process(line);
}

document.addEventListener("DOMContentLoaded", () => {
  const form = document.getElementById("process-form");
  if (!form) return;
  form.addEventListener("input", (event) => {
    const rows = event.target.closest("[data-rows]");
    if (rows) anotherLine(rows);
  });
  const lost = (event) => {
    const line = document.getElementById("draft-kept");
    if (line && event.detail.elt === form) line.textContent = form.dataset.lost;
  };
  document.addEventListener("htmx:responseError", lost);
  document.addEventListener("htmx:sendError", lost);
  // A link to a field opens the group that it stands in.
  const unfold = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    const fold = target && target.closest("details");
    if (fold && !fold.open) {
      fold.open = true;
      target.scrollIntoView();
    }
  };
  window.addEventListener("hashchange", unfold);
  unfold();
});

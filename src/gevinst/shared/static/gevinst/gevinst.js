// Starts the design system, the menu on small screens, and what forms need after a fragment came.
"use strict";

function start() {
  if (!window.DKFDS) return;
  // The design system would measure the menu while it is folded, and hide every entry behind a "Mere".
  const entries = document.querySelector(".g-menu .mainmenu");
  if (entries) entries.classList.remove("mainmenu");
  DKFDS.init();
  if (entries) entries.classList.add("mainmenu");
}

function menu() {
  const button = document.querySelector(".g-menu-button");
  const list = document.getElementById("g-menu");
  if (!button || !list) return;
  const show = (open) => {
    button.setAttribute("aria-expanded", String(open));
    document.documentElement.classList.toggle("g-menu-open", open);
  };
  button.addEventListener("click", () => show(button.getAttribute("aria-expanded") !== "true"));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && button.getAttribute("aria-expanded") === "true") {
      show(false);
      button.focus();
    }
  });
}

function userMenu() {
  const details = document.querySelector(".g-user-menu");
  if (!details) return;
  document.addEventListener("click", (event) => {
    if (details.open && !details.contains(event.target)) details.open = false;
  });
  details.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && details.open) {
      details.open = false;
      details.querySelector("summary").focus();
    }
  });
}

function autoSubmit(scope) {
  scope.querySelectorAll("form[data-auto-submit] select").forEach((select) => {
    select.addEventListener("change", () => select.form.requestSubmit());
  });
}

function foldFilters() {
  if (!window.matchMedia("(max-width: 991px)").matches) return;
  document.querySelectorAll(".g-filters").forEach((filters) => {
    filters.open = false;
  });
}

// The latest month stands to the right: on a small screen a chart begins there.
function latestInSight() {
  document.querySelectorAll(".g-chart-scroll").forEach((chart) => {
    chart.scrollLeft = chart.scrollWidth;
  });
}

document.addEventListener("DOMContentLoaded", () => {
  latestInSight();
  foldFilters();
  start();
  menu();
  userMenu();
  autoSubmit(document);
  const summary = document.querySelector(".g-error-summary");
  if (summary) summary.focus();
});
document.addEventListener("htmx:load", (event) => {
  if (event.detail.elt !== document.body) autoSubmit(event.detail.elt);
});

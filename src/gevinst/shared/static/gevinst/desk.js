// The desk's keys, the line that offers to undo, and where the focus goes after a fragment came.
"use strict";

(function () {
  const STORED = "gevinst-desk-keys";
  const find = (selector) => document.querySelector(selector);
  const keysOn = () => localStorage.getItem(STORED) !== "off";
  const typing = (target) => target.closest("input, textarea, select, [contenteditable]");

  function openAct(summary) {
    const details = summary.parentElement;
    document.querySelectorAll(".desk-act[open]").forEach((other) => {
      other.open = other === details;
    });
    details.open = true;
    const first = details.querySelector("input:not([type=hidden]), textarea");
    if (first) first.focus();
  }

  function closeAct() {
    const details = find(".desk-act[open]");
    if (!details) return false;
    details.open = false;
    details.querySelector("summary").focus();
    return true;
  }

  function press(key) {
    if (key === "/") return find("#f-q");
    if (key === "z") return find("#desk-said [form=desk-undo]");
    if (key === "j" && !find("[data-key=j]") && !find(".desk-bar")) return find(".desk-row");
    return find(`#desk [data-key="${CSS.escape(key)}"]`);
  }

  function chooseReason(event) {
    const form = event.target.closest(".desk-form");
    if (!form || event.target.type !== "radio" || !/^[1-9]$/.test(event.key)) return;
    const radio = form.querySelectorAll("input[type=radio]")[Number(event.key) - 1];
    if (radio) {
      radio.checked = true;
      radio.focus();
    }
  }

  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.key === "Escape") {
      closeAct();
      return;
    }
    if (find("dialog[open]") || !keysOn()) return;
    if (typing(event.target)) {
      chooseReason(event);
      return;
    }
    const target = press(event.key.toLowerCase());
    if (!target) return;
    event.preventDefault();
    if (target.tagName === "SUMMARY") openAct(target);
    else if (target.tagName === "INPUT") target.select();
    else target.click();
  }

  function undoLine() {
    const line = find(".desk-done");
    if (!line || line.dataset.counting) return;
    line.dataset.counting = "1";
    // Whoever is about to press it keeps it; afterwards the item's own page still offers to undo.
    const hide = () => (line.contains(document.activeElement) ? setTimeout(hide, 2000) : line.remove());
    setTimeout(hide, Number(line.dataset.seconds) * 1000);
  }

  function show(first) {
    // The name lets one be open at a time without scripts; with it, what htmx brings in is shut at once.
    document.querySelectorAll(".desk-act[name]").forEach((act) => act.removeAttribute("name"));
    const row = find(".desk-row[aria-current]");
    const list = find(".desk-list");
    if (row && list && list.scrollHeight > list.clientHeight) {
      list.scrollTop = row.offsetTop - list.clientHeight / 3;
    }
    undoLine();
    const title = find("#desk-item-title");
    const failed = find(".desk-act .desk-error");
    if (failed) openAct(failed.closest("details").querySelector("summary"));
    else if (!first && title && !title.classList.contains("sr-only")) {
      title.focus({ preventScroll: true });
      const top = find("#desk").getBoundingClientRect().top + window.scrollY;
      if (window.scrollY > top) window.scrollTo(0, top);
    }
  }

  function help() {
    const dialog = find("#desk-help");
    const box = find("#desk-keys");
    if (!dialog || !box) return;
    box.checked = keysOn();
    box.addEventListener("change", () => localStorage.setItem(STORED, box.checked ? "on" : "off"));
    document.addEventListener("click", (event) => {
      if (event.target.closest(".desk-help-button")) dialog.showModal();
    });
  }

  document.addEventListener("DOMContentLoaded", () => {
    document.addEventListener("keydown", onKey);
    help();
    show(true);
  });
  document.addEventListener("click", (event) => {
    const summary = event.target.closest(".desk-act > summary");
    if (summary && !summary.parentElement.open) {
      event.preventDefault();
      openAct(summary);
    }
  });
  document.addEventListener("htmx:beforeSwap", (event) => {
    const xhr = event.detail.xhr;
    if (event.detail.target.id !== "desk") return;
    if (!xhr.responseText.includes('id="desk"')) {
      // Signed out meanwhile, or turned away: show that page whole.
      event.preventDefault();
      if (event.detail.requestConfig.verb === "get") window.location.assign(xhr.responseURL);
      else window.location.reload();
      return;
    }
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  });
  // As soon as it stands in the page: a clerk who is quick has pressed the next key before it settles.
  document.addEventListener("htmx:load", (event) => {
    if (event.detail.elt.id === "desk") show(false);
  });
})();

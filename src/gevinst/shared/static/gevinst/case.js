// The editor of a business case: puts what the server says is wrong beside its field, without moving it.
"use strict";

function besideTheirFields() {
  document.querySelectorAll(".case-editor .form-error-message").forEach((message) => {
    message.hidden = true;
    message.textContent = "";
    const group = message.closest(".form-group");
    if (group) group.classList.remove("form-error");
  });
  document.querySelectorAll(".case-editor [aria-invalid]").forEach((field) => {
    field.removeAttribute("aria-invalid");
  });
  document.querySelectorAll("#case-faults a[data-field]").forEach((link) => {
    const field = document.getElementById(link.dataset.field);
    const message = document.getElementById(`${link.dataset.field}-error`);
    if (!field || !message) return;
    message.textContent = link.dataset.told;
    message.hidden = false;
    field.setAttribute("aria-invalid", "true");
    field.closest(".form-group").classList.add("form-error");
  });
}

// Values that the server has written otherwise, or written itself: shown, unless somebody types there.
function freshValues(touched) {
  document.querySelectorAll("#case-stale li").forEach((row) => {
    const field = document.querySelector(`#case-form [name="${row.dataset.name}"]`);
    if (!field || field === document.activeElement || touched.has(row.dataset.name)) return;
    if (field.tagName === "SELECT" && !Array.from(field.options).some((o) => o.value === row.dataset.value)) return;
    field.value = row.dataset.value;
  });
}

document.addEventListener("DOMContentLoaded", () => {
  const form = document.getElementById("case-form");
  const changed = document.getElementById("changed");
  if (!form || !changed) return;
  // Which fields were touched since they were last saved, and how often: the server takes those alone.
  const touched = new Map();
  let sent = new Map();
  const told = () => { changed.value = `js:${Array.from(touched.keys()).join("\n")}`; };
  told();
  form.addEventListener("change", (event) => {
    if (event.target.matches("[data-quiet]")) {
      event.stopPropagation();
      return;
    }
    touched.set(event.target.name, (touched.get(event.target.name) || 0) + 1);
    told();
    if (event.target.matches("[data-reload]")) {
      event.stopPropagation();
      form.requestSubmit(form.querySelector('button[value="save"]'));
    }
  }, true);
  // What is typed and not left yet is saved with the page too.
  form.addEventListener("submit", () => {
    const field = document.activeElement;
    if (field && field.name && form.contains(field) && field.value !== field.defaultValue) {
      touched.set(field.name, 1);
      told();
    }
  });
  document.addEventListener("htmx:configRequest", () => { sent = new Map(touched); });
  document.addEventListener("htmx:afterSettle", () => {
    if (!document.querySelector("#case-live .alert")) {
      sent.forEach((times, name) => { if (touched.get(name) === times) touched.delete(name); });
      told();
    }
    freshValues(touched);
    besideTheirFields();
  });
});

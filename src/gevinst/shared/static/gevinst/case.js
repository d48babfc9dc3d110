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

document.addEventListener("htmx:afterSettle", besideTheirFields);

document.addEventListener("DOMContentLoaded", () => {
  const form = document.getElementById("case-form");
  if (!form) return;
  // A field that others follow from is saved with the whole page; the name of a row to come is not saved.
  form.addEventListener("change", (event) => {
    if (event.target.matches("[data-reload]")) {
      event.stopPropagation();
      form.requestSubmit(form.querySelector('button[value="save"]'));
    } else if (event.target.matches("[data-quiet]")) {
      event.stopPropagation();
    }
  }, true);
});

// Shows how far an upload has come. Without it the form is sent as forms are, with the same result.
"use strict";

function follow(form) {
  const shown = form.querySelector(".ops-progress");
  const bar = shown.querySelector("progress");
  const words = shown.querySelector("span");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const request = new XMLHttpRequest();
    const button = form.querySelector("button");
    const stop = () => {
      shown.hidden = true;
      button.disabled = false;
    };
    request.upload.addEventListener("progress", (now) => {
      bar.value = now.lengthComputable ? Math.round((100 * now.loaded) / now.total) : 0;
      words.textContent = `${bar.value < 100 ? words.dataset.sending : words.dataset.working} ${bar.value} %`;
    });
    request.addEventListener("load", () => {
      const page = new DOMParser().parseFromString(request.responseText, "text/html");
      const main = page.querySelector("main");
      if (!main) {
        window.location.reload();
        return;
      }
      document.querySelector("main").replaceWith(document.importNode(main, true));
      const next = document.querySelector("form[data-upload]");
      if (next) follow(next);
      const heading = document.querySelector("#result, .alert-heading, h1");
      if (heading) {
        heading.tabIndex = -1;
        heading.focus();
      }
    });
    request.addEventListener("error", () => {
      stop();
      form.submit();
    });
    request.open("POST", form.action || window.location.href);
    request.send(new FormData(form));
    shown.hidden = false;
    button.disabled = true;
  });
}

document.querySelectorAll("form[data-upload]").forEach(follow);

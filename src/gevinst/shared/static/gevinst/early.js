// Runs before the page is drawn, so that what needs JavaScript is folded without a flicker.
document.documentElement.classList.add("js");

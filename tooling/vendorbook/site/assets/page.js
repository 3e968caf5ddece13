/* The page: what an address names is opened, what scrolls can be reached by keys, and on paper all is open. */
(function () {
  "use strict";
  const open = () => {
    const hash = decodeURIComponent(location.hash.slice(1));
    const target = hash && !hash.includes("=") && document.getElementById(hash);
    if (!target) return;
    for (let each = target; each; each = each.parentElement) if (each.tagName === "DETAILS") each.open = true;
    const inner = target.querySelector(":scope > details");
    if (inner) inner.open = true;
    target.scrollIntoView();
  };
  for (const scroll of document.querySelectorAll(".vb-scroll")) {
    if (!scroll.hasAttribute("tabindex")) { scroll.setAttribute("tabindex", "0"); scroll.setAttribute("role", "group"); const caption = scroll.querySelector("caption"); scroll.setAttribute("aria-label", caption ? caption.textContent : document.title); }
  }
  window.addEventListener("hashchange", open);
  open();
  window.addEventListener("beforeprint", () => { for (const each of document.querySelectorAll(".vb details")) each.open = true; });
})();

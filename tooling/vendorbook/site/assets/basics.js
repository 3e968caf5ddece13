/* What the other scripts share. Nothing is fetched, nothing is styled by text. */
(function () {
  "use strict";
  const say = (key, values) =>
    Object.entries(values || {}).reduce((text, [name, value]) => text.replace(`{${name}}`, value), window.vendorbookStrings[key]);
  const make = (tag, attributes, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) made.setAttribute(name, value);
    made.append(...children);
    return made;
  };
  /* As people type: full-width and half-width, upper and lower case, 臺 and 台 are the same. */
  const folded = (text) => text.normalize("NFKC").toLowerCase().replaceAll("臺", "台").replace(/\s+/g, " ").trim();
  const here = document.currentScript.src;
  const base = here.slice(0, here.indexOf("assets/vendorbook/"));
  window.vendorbook = { say, make, folded, base };
})();

/* The search: what people type, in parts of words, ids first. */
(function () {
  "use strict";
  const { say, make, folded, base } = window.vendorbook;
  class Search {
    constructor(header) {
      this.input = make("input", {
        type: "search", role: "combobox", "aria-expanded": "false", "aria-controls": "vb-found", "aria-autocomplete": "list",
        "aria-label": say("search.label"), placeholder: say("search.placeholder"), autocomplete: "off", spellcheck: "false",
      });
      this.list = make("ul", { role: "listbox", id: "vb-found", "aria-label": say("search.label") });
      this.count = make("div", { class: "count", role: "status" });
      this.box = make("div", { class: "vb-found" }, this.count, this.list);
      this.box.hidden = true;
      header.append(make("div", { class: "vb-search" }, this.input, this.box));
      this.active = -1;
      this.input.addEventListener("focus", () => this.load());
      this.input.addEventListener("input", (event) => { if (!event.isComposing) this.look(); });
      this.input.addEventListener("compositionend", () => this.look());
      this.input.addEventListener("keydown", (event) => this.key(event));
      document.addEventListener("click", (event) => { if (!event.target.closest(".vb-search")) this.close(); });
      document.addEventListener("keydown", (event) => {
        const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
        if (event.key === "/" && !typing && !event.isComposing) { event.preventDefault(); this.input.focus(); }
      });
    }
    load() {
      if (this.asked) return;
      this.asked = true;
      const script = make("script", { src: `${base}assets/vendorbook/index.js` });
      script.addEventListener("load", () => {
        this.entries = window.vendorbookIndex.map(([kind, id, title, page, text]) => ({
          kind, id, title, page, text, foldedId: folded(id), foldedTitle: folded(title), all: folded(`${id} ${title} ${text}`),
        }));
        this.look();
      });
      document.head.append(script);
    }
    look() {
      const words = folded(this.input.value).split(" ").filter(Boolean);
      if (!words.length || !this.entries) { this.close(); return; }
      const whole = words.join(" ");
      const rank = (each) =>
        each.foldedId === whole ? 0 : each.foldedId.startsWith(whole) ? 1 : each.foldedId.includes(whole) ? 2 : each.foldedTitle.includes(whole) ? 3 : 4;
      const found = this.entries.filter((each) => words.every((word) => each.all.includes(word)));
      found.sort((one, other) => rank(one) - rank(other));
      this.show(found, words);
    }
    show(found, words) {
      this.found = found.slice(0, 50);
      this.active = -1;
      this.count.textContent = found.length ? say("search.count", { n: found.length }) : say("search.none");
      this.list.replaceChildren(...this.found.map((each, index) => {
        const item = make("li", { role: "option", id: `vb-found-${index}`, "aria-selected": "false" },
          make("span", { class: "kind" }, each.kind), make("bdi", {}, ...marked(each.title, words)),
          make("span", { class: "id" }, ...marked(each.id, words)), make("div", { class: "text" }, ...marked(around(each.text, words), words)));
        item.addEventListener("click", () => this.go(each));
        return item;
      }));
      this.box.hidden = false;
      this.input.setAttribute("aria-expanded", "true");
    }
    key(event) {
      if (event.isComposing || event.keyCode === 229) return;
      if (event.key === "Escape") { this.close(); this.input.select(); }
      if (this.box.hidden || !this.found) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        const step = event.key === "ArrowDown" ? 1 : -1;
        this.choose((this.active + step + this.found.length) % (this.found.length || 1));
      }
      if (event.key === "Enter" && this.found.length) { event.preventDefault(); this.go(this.found[Math.max(this.active, 0)]); }
    }
    choose(index) {
      const items = this.list.children;
      if (items[this.active]) items[this.active].setAttribute("aria-selected", "false");
      this.active = index;
      if (!items[index]) return;
      items[index].setAttribute("aria-selected", "true");
      items[index].scrollIntoView({ block: "nearest" });
      this.input.setAttribute("aria-activedescendant", items[index].id);
    }
    go(each) { this.close(); location.href = base + each.page; }
    close() { this.box.hidden = true; this.input.setAttribute("aria-expanded", "false"); this.input.removeAttribute("aria-activedescendant"); }
  }
  /* Where a word stands in a text that is folded letter by letter, so that places agree. */
  const place = (text, word) => {
    let plain = "";
    const from = [];
    [...text].forEach((letter, index) => { const one = folded(letter) || (/\s/.test(letter) ? " " : ""); plain += one; for (const _ of one) from.push(index); });
    const at = plain.indexOf(word);
    return at < 0 ? null : [from[at], from[at + word.length - 1] + 1];
  };
  const marked = (text, words) => {
    const letters = [...text];
    for (const word of words) {
      const found = place(text, word);
      if (found) return [letters.slice(0, found[0]).join(""), make("mark", {}, letters.slice(...found).join("")), letters.slice(found[1]).join("")];
    }
    return [text];
  };
  const around = (text, words) => {
    const letters = [...text];
    const found = words.map((word) => place(text, word)).find(Boolean);
    const start = found ? Math.max(0, found[0] - 12) : 0;
    return (start ? "…" : "") + letters.slice(start, start + 60).join("");
  };
  const header = document.querySelector(".md-header__inner");
  if (header) new Search(header);
})();

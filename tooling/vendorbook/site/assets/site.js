/* Tables, search and charts: what is in the page already is made easier to use. Nothing is fetched, nothing is styled by text. */
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

  /* -- state in the address: #key=value&key=value; anything else is a place in the page ------------- */
  const readState = () => {
    const hash = location.hash.slice(1);
    return new URLSearchParams(hash.includes("=") ? hash : "");
  };
  const writeState = (state) => {
    const text = state.toString();
    history.replaceState(null, "", text ? `#${text}` : location.pathname + location.search);
  };

  /* -- tables ---------------------------------------------------------------------------------------- */
  const cellValue = (cell) => (cell.dataset.v === undefined ? cell.textContent.trim() : cell.dataset.v);

  class Rows {
    constructor(table) {
      this.table = table;
      this.columns = [...table.tHead.rows[0].cells].map((head, index) => ({
        head, index, key: head.dataset.key, facet: head.dataset.facet, type: head.dataset.type, title: head.textContent.trim(),
      }));
      this.rows = [...table.tBodies[0].rows].map((row) => {
        const cells = [...row.cells];
        const values = cells.map(cellValue);
        return { row, values, text: folded(cells.map((cell) => `${cell.textContent} ${cell.dataset.v || ""}`).join(" ")) };
      });
      this.chosen = new Map();
      this.text = "";
      this.order = null;
      this.build();
      this.read();
      this.apply();
      window.addEventListener("hashchange", () => { this.read(); this.apply(); });
    }
    valuesOf(row, column) {
      const value = row.values[column.index] || "";
      return column.facet === "many" ? value.split("|") : [value];
    }
    build() {
      const bar = make("div", { class: "vb-filters", role: "group", "aria-label": `${say("filter.text")} ${this.table.caption ? this.table.caption.textContent : ""}` });
      this.input = make("input", { type: "search", autocomplete: "off", spellcheck: "false" });
      bar.append(make("label", { class: "grow" }, say("filter.text"), this.input));
      this.input.addEventListener("input", (event) => { if (!event.isComposing) this.typed(); });
      this.input.addEventListener("compositionend", () => this.typed());
      this.selects = new Map();
      for (const column of this.columns.filter((each) => each.facet)) {
        const isDay = column.facet === "from" || column.facet === "until";
        const field = isDay ? make("input", { type: "date" }) : make("select");
        field.addEventListener("change", () => { this.chosen.set(column.key, field.value); this.apply(true); });
        const label = isDay ? `${column.title} ${say(`filter.${column.facet}`)}` : column.title;
        bar.append(make("label", {}, label, field));
        this.selects.set(column.key, { field, column, isDay });
      }
      const clear = make("button", { type: "button" }, say("filter.clear"));
      clear.addEventListener("click", () => { this.chosen.clear(); this.text = ""; this.order = null; this.apply(true); });
      const save = make("button", { type: "button" }, say("filter.csv"));
      save.addEventListener("click", () => this.save());
      this.count = make("output", { "aria-live": "polite" });
      bar.append(clear, save, this.count);
      const place = this.table.closest(".vb-scroll") || this.table;
      place.before(bar);
      for (const column of this.columns) {
        const button = make("button", { type: "button", title: say("sort.by") }, ...column.head.childNodes);
        column.head.append(button);
        button.addEventListener("click", () => {
          const down = this.order && this.order.key === column.key && !this.order.down;
          this.order = { key: column.key, down };
          this.apply(true);
        });
      }
    }
    typed() { this.text = this.input.value; this.apply(true); }
    read() {
      const state = readState();
      for (const column of this.columns) if (column.facet) this.chosen.set(column.key, state.get(column.key) || "");
      this.text = state.get("q") || "";
      const order = state.get("sort");
      if (order) this.order = { key: order.replace(/^-/, ""), down: order.startsWith("-") };
    }
    write() {
      const state = readState();
      for (const column of this.columns) if (column.facet) state.delete(column.key);
      for (const key of ["q", "sort"]) state.delete(key);
      for (const [key, value] of this.chosen) if (value) state.set(key, value);
      if (this.text) state.set("q", this.text);
      if (this.order) state.set("sort", (this.order.down ? "-" : "") + this.order.key);
      writeState(state);
    }
    matches(row, but) {
      const words = folded(this.text).split(" ").filter(Boolean);
      if (!words.every((word) => row.text.includes(word))) return false;
      for (const { column, isDay } of this.selects.values()) {
        const value = this.chosen.get(column.key);
        if (!value || column.key === but) continue;
        if (isDay) {
          const day = row.values[column.index];
          if (column.facet === "from" ? day < value : day > value) return false;
        } else if (!this.valuesOf(row, column).includes(value)) return false;
      }
      return true;
    }
    apply(write) {
      if (this.input.value !== this.text) this.input.value = this.text;
      let shown = 0;
      for (const each of this.rows) {
        const fits = this.matches(each);
        each.row.hidden = !fits;
        shown += fits;
      }
      for (const one of this.selects.values()) one.isDay ? (one.field.value = this.chosen.get(one.column.key) || "") : this.fill(one);
      this.sort();
      this.count.textContent = say("filter.count", { n: shown, all: this.rows.length });
      if (write) this.write();
    }
    fill({ field, column }) {
      const counts = new Map();
      for (const each of this.rows) {
        if (!this.matches(each, column.key)) continue;
        for (const value of this.valuesOf(each, column)) if (value) counts.set(value, (counts.get(value) || 0) + 1);
      }
      const chosen = this.chosen.get(column.key) || "";
      if (chosen && !counts.has(chosen)) counts.set(chosen, 0);
      const options = [...counts].sort(([one], [other]) => one.localeCompare(other, document.documentElement.lang, { numeric: true }));
      field.replaceChildren(make("option", { value: "" }, say("filter.all")));
      for (const [value, count] of options) field.append(make("option", { value }, `${value} (${count})`));
      field.value = chosen;
    }
    sort() {
      for (const column of this.columns) column.head.removeAttribute("aria-sort");
      const body = this.table.tBodies[0];
      const column = this.order && this.columns.find((each) => each.key === this.order.key);
      if (!column) { body.append(...this.rows.map((each) => each.row)); return; }
      column.head.setAttribute("aria-sort", this.order.down ? "descending" : "ascending");
      const value = (each) => each.values[column.index] || "";
      const compare = column.type === "num"
        ? (one, other) => parseFloat(value(one) || 0) - parseFloat(value(other) || 0)
        : (one, other) => value(one).localeCompare(value(other), document.documentElement.lang, { numeric: true });
      const sorted = [...this.rows].sort(compare);
      body.append(...(this.order.down ? sorted.reverse() : sorted).map((each) => each.row));
    }
    save() {
      const rows = [...this.table.tBodies[0].rows].filter((row) => !row.hidden);
      const cell = (text) => {
        const plain = text.replace(/\s+/g, " ").trim();
        const safe = /^[=+\-@＝＋－＠−]/.test(plain) && !/^-?[0-9.]+$/.test(plain) ? `'${plain}` : plain;
        return `"${safe.replaceAll('"', '""')}"`;
      };
      const lines = [this.columns.map((column) => cell(column.title))];
      for (const row of rows) lines.push([...row.cells].map((each) => cell(each.textContent)));
      const text = "\ufeff" + lines.map((line) => line.join(",")).join("\r\n") + "\r\n";
      const link = make("a", { download: `${this.table.dataset.name}.csv` });
      link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    }
  }

  /* -- search ---------------------------------------------------------------------------------------- */
  const here = document.currentScript.src;
  const base = here.slice(0, here.indexOf("assets/vendorbook/"));

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

  /* -- charts ---------------------------------------------------------------------------------------- */
  const colour = (name) => getComputedStyle(document.body).getPropertyValue(name).trim();
  const palette = () => ["--vb-c-bar", "--vb-c-holds", "--vb-c-waived", "--vb-c-legacy", "--vb-c-fails"].map(colour);
  const common = () => ({ animation: false, color: palette(), textStyle: { color: colour("--vb-ink"), fontFamily: "inherit" } });
  const options = {
    sankey({ links }) {
      const names = new Set();
      const told = links.map(([from, to, value]) => { const end = `${to}\u200b`; names.add(from).add(end); return { source: from, target: end, value }; });
      return { ...common(), series: [{
        type: "sankey", left: 4, right: "22%", top: 8, bottom: 8, nodeGap: 10, emphasis: { disabled: true }, draggable: false, silent: true,
        data: [...names].sort().map((name) => ({ name, itemStyle: { color: colour("--vb-c-bar") } })), links: told,
        label: { color: colour("--vb-ink"), fontSize: 12, formatter: (each) => each.name.replace("\u200b", "") },
        lineStyle: { color: "source", opacity: 0.35 },
      }] };
    },
    lines({ x, series }) {
      const axis = { axisLabel: { color: colour("--vb-soft") }, axisLine: { lineStyle: { color: colour("--vb-line") } }, splitLine: { lineStyle: { color: colour("--vb-line") } } };
      return { ...common(), legend: { textStyle: { color: colour("--vb-ink") }, top: 0 }, grid: { left: 56, right: 16, top: 34, bottom: 28 },
        xAxis: { type: "category", data: x, ...axis }, yAxis: { type: "value", ...axis },
        series: series.map((each) => ({ type: "line", symbolSize: 6, ...each })) };
    },
  };
  const drawCharts = () => {
    const places = [...document.querySelectorAll(".vb-chart")];
    if (!places.length) return;
    const drawn = [];
    const draw = () => {
      for (const chart of drawn.splice(0)) chart.dispose();
      for (const place of places) {
        const data = JSON.parse(document.getElementById(place.dataset.src).textContent);
        if (!(data.links || data.series).length) { place.hidden = true; continue; }
        const chart = window.echarts.init(place, null, { renderer: "svg" });
        chart.setOption(options[place.dataset.chart](data));
        drawn.push(chart);
      }
    };
    const script = make("script", { src: `${base}assets/vendorbook/echarts.min.js` });
    script.addEventListener("load", () => {
      draw();
      let waiting = 0;
      window.addEventListener("resize", () => { clearTimeout(waiting); waiting = setTimeout(draw, 150); });
      new MutationObserver(draw).observe(document.body, { attributes: true, attributeFilter: ["data-md-color-scheme"] });
    });
    document.head.append(script);
  };

  /* -- the page -------------------------------------------------------------------------------------- */
  const open = () => {
    const hash = decodeURIComponent(location.hash.slice(1));
    const target = hash && !hash.includes("=") && document.getElementById(hash);
    if (!target) return;
    for (let each = target; each; each = each.parentElement) if (each.tagName === "DETAILS") each.open = true;
    const inner = target.querySelector(":scope > details");
    if (inner) inner.open = true;
    target.scrollIntoView();
  };
  const header = document.querySelector(".md-header__inner");
  if (header) new Search(header);
  for (const table of document.querySelectorAll("table.vb-table")) new Rows(table);
  for (const scroll of document.querySelectorAll(".vb-scroll")) {
    if (!scroll.hasAttribute("tabindex")) { scroll.setAttribute("tabindex", "0"); scroll.setAttribute("role", "group"); const caption = scroll.querySelector("caption"); scroll.setAttribute("aria-label", caption ? caption.textContent : document.title); }
  }
  drawCharts();
  window.addEventListener("hashchange", open);
  open();
  window.addEventListener("beforeprint", () => { for (const each of document.querySelectorAll(".vb details")) each.open = true; });
})();

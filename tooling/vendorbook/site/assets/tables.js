/* Tables and lists: all of it is in the page already; here one may choose from it, sort it, and take it away. */
(function () {
  "use strict";
  const { say, make, folded } = window.vendorbook;

  /* The state is in the address, as #key=value&key=value; anything else there is a place in the page. */
  const readState = () => {
    const hash = location.hash.slice(1);
    return new URLSearchParams(hash.includes("=") ? hash : "");
  };
  const writeState = (state) => {
    const text = state.toString();
    history.replaceState(null, "", text ? `#${text}` : location.pathname + location.search);
  };
  const cellValue = (cell) => (cell.dataset.v === undefined ? cell.textContent.trim() : cell.dataset.v);
  const isDay = (facet) => facet.kind === "from" || facet.kind === "until";

  /* What takes its time is done when the page has nothing else to do, or when somebody asks for it. */
  const remembered = (made) => { let known; return () => (known === undefined ? (known = made()) : known); };

  /* Entries have a text and values by facet; a facet's kind is `many` (values apart by |), `from`, `until` or else one value. */
  class Filtered {
    constructor(entries, facets, word) {
      Object.assign(this, { entries, facets, word, chosen: new Map(), fields: new Map(), text: "" });
    }
    start(place, title) {
      place.before(this.bar(title));
      this.read();
      this.apply();
      requestIdleCallback(() => this.entries.forEach((each) => each.text()));
      window.addEventListener("hashchange", () => { this.read(); this.apply(); });
    }
    bar(title) {
      this.input = make("input", { type: "search", autocomplete: "off", spellcheck: "false" });
      this.input.addEventListener("input", (event) => { if (!event.isComposing) this.typed(); });
      this.input.addEventListener("compositionend", () => this.typed());
      const clear = make("button", { type: "button" }, say("filter.clear"));
      clear.addEventListener("click", () => { this.clear(); this.apply(true); });
      this.count = make("output", { "aria-live": "polite" });
      const bar = make("div", { class: "vb-filters", role: "group", "aria-label": `${say("filter.text")} ${title}` });
      bar.append(make("label", { class: "grow" }, say("filter.text"), this.input), ...this.facets.map((each) => this.field(each)), clear, ...this.buttons(), this.count);
      return bar;
    }
    field(facet) {
      const field = isDay(facet) ? make("input", { type: "date" }) : make("select");
      field.addEventListener("focus", () => this.fillAll());
      field.addEventListener("change", () => { this.chosen.set(facet.key, field.value); this.apply(true); });
      this.fields.set(facet.key, field);
      return make("label", {}, isDay(facet) ? `${facet.title} ${say(`filter.${facet.kind}`)}` : facet.title, field);
    }
    buttons() { return []; }
    clear() { this.chosen.clear(); this.text = ""; }
    typed() { this.text = this.input.value; this.apply(true); }
    read() {
      const state = readState();
      for (const facet of this.facets) this.chosen.set(facet.key, state.get(facet.key) || "");
      this.text = state.get(this.word) || "";
      return state;
    }
    write() {
      const state = readState();
      for (const facet of this.facets) state.delete(facet.key);
      state.delete(this.word);
      for (const [key, value] of this.chosen) if (value) state.set(key, value);
      if (this.text) state.set(this.word, this.text);
      return state;
    }
    matches(entry, words, but) {
      if (words.length && !words.every((word) => entry.text().includes(word))) return false;
      return this.facets.every((facet) => {
        const value = this.chosen.get(facet.key), has = entry.values.get(facet.key);
        if (!value || facet === but) return true;
        return facet.kind === "from" ? has[0] >= value : facet.kind === "until" ? has[0] <= value : has.includes(value);
      });
    }
    apply(write) {
      if (this.input.value !== this.text) this.input.value = this.text;
      const words = folded(this.text).split(" ").filter(Boolean);
      let shown = 0;
      for (const entry of this.entries) {
        const fits = this.matches(entry, words);
        if (entry.element.hidden === fits) entry.element.hidden = !fits;
        shown += fits;
      }
      for (const facet of this.facets) this.fields.get(facet.key).value = this.chosen.get(facet.key) || "";
      this.isFilled = false;
      if (write) { cancelIdleCallback(this.waiting); this.waiting = requestIdleCallback(() => this.fillAll()); } else this.fillAll();
      this.arrange();
      this.count.textContent = say("filter.count", { n: shown, all: this.entries.length });
      if (write) writeState(this.write());
    }
    arrange() {}
    fillAll() {
      if (this.isFilled) return;
      this.isFilled = true;
      const words = folded(this.text).split(" ").filter(Boolean);
      for (const facet of this.facets) if (!isDay(facet)) this.fill(facet, words);
    }
    fill(facet, words) {
      const counts = new Map();
      for (const entry of this.entries) {
        if (!this.matches(entry, words, facet)) continue;
        for (const value of entry.values.get(facet.key)) if (value) counts.set(value, (counts.get(value) || 0) + 1);
      }
      const field = this.fields.get(facet.key), chosen = this.chosen.get(facet.key) || "";
      if (chosen && !counts.has(chosen)) counts.set(chosen, 0);
      const options = [...counts].sort(([one], [other]) => order.compare(one, other));
      field.replaceChildren(make("option", { value: "" }, say("filter.all")), ...options.map(([value, count]) => make("option", { value }, `${value} (${count})`)));
      field.value = chosen;
    }
  }
  const order = new Intl.Collator(document.documentElement.lang, { numeric: true });

  class Rows extends Filtered {
    constructor(table) {
      const columns = [...table.tHead.rows[0].cells].map((head, index) => ({ head, index, key: head.dataset.key, kind: head.dataset.facet, type: head.dataset.type, title: head.textContent.trim() }));
      const facets = columns.filter((each) => each.kind);
      const entries = [...table.tBodies[0].rows].map((element) => {
        const cells = [...element.cells];
        const all = cells.map(cellValue);
        const values = new Map(facets.map(({ key, kind, index }) => [key, kind === "many" ? (all[index] || "").split("|") : [all[index] || ""]]));
        return { element, all, values, text: remembered(() => folded(cells.map((cell) => `${cell.textContent} ${cell.dataset.v || ""}`).join(" "))) };
      });
      super(entries, facets, "q");
      Object.assign(this, { table, columns, sorted: null });
      this.heads();
      this.start(table.closest(".vb-scroll") || table, table.caption ? table.caption.textContent : "");
    }
    heads() {
      for (const column of this.columns) {
        const button = make("button", { type: "button", title: say("sort.by") }, ...column.head.childNodes);
        column.head.append(button);
        button.addEventListener("click", () => {
          const down = this.sorted && this.sorted.key === column.key && !this.sorted.down;
          this.sorted = { key: column.key, down };
          this.apply(true);
        });
      }
    }
    buttons() {
      const save = make("button", { type: "button" }, say("filter.csv"));
      save.addEventListener("click", () => this.save());
      return [save];
    }
    clear() { super.clear(); this.sorted = null; }
    read() {
      const sort = super.read().get("sort");
      if (sort) this.sorted = { key: sort.replace(/^-/, ""), down: sort.startsWith("-") };
    }
    write() {
      const state = super.write();
      state.delete("sort");
      if (this.sorted) state.set("sort", (this.sorted.down ? "-" : "") + this.sorted.key);
      return state;
    }
    /* In the order asked for. What stands in it already is left alone: to move rows costs more than all the rest. */
    arrange() {
      const wanted = this.sorted ? `${this.sorted.down}${this.sorted.key}` : "";
      if (wanted === (this.arranged || "")) return;
      this.arranged = wanted;
      for (const column of this.columns) column.head.removeAttribute("aria-sort");
      const column = this.sorted && this.columns.find((each) => each.key === this.sorted.key);
      this.table.tBodies[0].append(...(column ? this.by(column) : this.entries).map((each) => each.element));
    }
    by(column) {
      column.head.setAttribute("aria-sort", this.sorted.down ? "descending" : "ascending");
      const value = (each) => each.all[column.index] || "";
      const compare = column.type === "num" ? (one, other) => parseFloat(value(one) || 0) - parseFloat(value(other) || 0) : (one, other) => order.compare(value(one), value(other));
      const sorted = [...this.entries].sort(compare);
      return this.sorted.down ? sorted.reverse() : sorted;
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

  /* The timeline: an event is an entry, and a day without any that fits is not shown. */
  class Events extends Filtered {
    constructor(list) {
      const facets = list.dataset.facets.split("|").map((each) => each.split(":")).map(([key, title]) => ({ key, title, kind: { since: "from", until: "until" }[key] || "many" }));
      const entries = [...list.querySelectorAll(".event")].map((element) => {
        const values = new Map(facets.map(({ key, kind }) => [key, kind === "many" ? (element.dataset[key] || "").split("|") : [element.dataset.day]]));
        return { element, values, text: remembered(() => folded(`${element.textContent} ${element.dataset.supplier}`)) };
      });
      super(entries, facets, "find");
      this.days = [...list.children].map((day) => [day, entries.filter((each) => day.contains(each.element))]);
      this.start(list, list.getAttribute("aria-label"));
    }
    arrange() {
      for (const [day, events] of this.days) day.hidden = events.every((each) => each.element.hidden);
    }
  }

  for (const table of document.querySelectorAll("table.vb-table")) new Rows(table);
  for (const list of document.querySelectorAll(".vb-list[data-facets]")) new Events(list);
})();

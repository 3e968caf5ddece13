/* Charts: pictures of the data that stand in the page, and in a table below each. */
(function () {
  "use strict";
  const { make, base } = window.vendorbook;
  const colour = (name) => getComputedStyle(document.body).getPropertyValue(name).trim();
  const palette = () => ["--vb-c-bar", "--vb-c-holds", "--vb-c-waived", "--vb-c-legacy", "--vb-c-fails"].map(colour);
  const number = (value) => (typeof value === "number" ? value.toLocaleString(document.documentElement.lang) : "–");
  /* Drawn into the picture: as HTML it would have styles of its own, which the page's policy refuses. */
  const tooltip = (more) => ({ renderMode: "richText", confine: true, backgroundColor: colour("--vb-card"), borderColor: colour("--vb-line"), textStyle: { color: colour("--vb-ink"), fontSize: 12 }, ...more });
  const common = () => ({ animation: false, color: palette(), textStyle: { color: colour("--vb-ink"), fontFamily: "inherit" } });
  const options = {
    sankey({ links }) {
      const names = new Set();
      const told = links.map(([from, to, value]) => { const end = `${to}\u200b`; names.add(from).add(end); return { source: from, target: end, value }; });
      const name = (text) => text.replace("\u200b", "");
      const formatter = ({ data, value }) => (data.source ? `${data.source} → ${name(data.target)}: ${number(value)}` : `${name(data.name)}: ${number(value)}`);
      return { ...common(), tooltip: tooltip({ trigger: "item", formatter }), series: [{
        type: "sankey", left: 4, right: "22%", top: 8, bottom: 8, nodeGap: 10, emphasis: { disabled: true }, draggable: false,
        data: [...names].sort().map((name) => ({ name, itemStyle: { color: colour("--vb-c-bar") } })), links: told,
        label: { color: colour("--vb-ink"), fontSize: 12, formatter: (each) => name(each.name) },
        lineStyle: { color: "source", opacity: 0.35 },
      }] };
    },
    lines({ x, series }) {
      const axis = { axisLabel: { color: colour("--vb-soft"), hideOverlap: true }, axisLine: { lineStyle: { color: colour("--vb-line") } }, splitLine: { lineStyle: { color: colour("--vb-line") } } };
      return { ...common(), tooltip: tooltip({ trigger: "axis", valueFormatter: number }), legend: { textStyle: { color: colour("--vb-ink") }, top: 0 }, grid: { left: 56, right: 16, top: 34, bottom: 28 },
        xAxis: { type: "category", data: x, ...axis }, yAxis: { type: "value", ...axis, axisLabel: { ...axis.axisLabel, formatter: number } },
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
  drawCharts();
})();

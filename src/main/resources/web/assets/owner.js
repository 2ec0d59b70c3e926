"use strict";
// The policy desk's pages work without this script; it draws charts from the tables that stand beside them.
//
// <figure class="chart" hidden><canvas data-chart="line" data-table="ID" role="img" aria-label="…"></canvas></figure>
// stands beside <table id="ID">: the first cell of each row of its body names the row, each column whose heading in the
// head has data-series is drawn, and a cell's number is its data-value. A cell without one is a gap, never a nought.
// data-chart is line, bar (upright), across (lying) or stacked.
(() => {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const drawn = [];
  // Told apart by shape and by dashes as well as by colour.
  const shapes = ["circle", "rect", "triangle", "rectRot", "star", "cross"];
  const dashes = [[], [8, 4], [2, 3], [10, 3, 2, 3], [14, 4], [1, 5]];

  const style = (name) => getComputedStyle(document.body).getPropertyValue(name).trim();
  const colours = () => [1, 2, 3, 4, 5, 6].map((i) => style(`--series-${i}`));

  const read = (table) => {
    const heads = [...table.tHead.rows[table.tHead.rows.length - 1].cells];
    const columns = heads.map((head, at) => ({ head, at })).filter((c) => c.head.hasAttribute("data-series"));
    const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
    const number = (cell) => (cell && cell.dataset.value ? Number(cell.dataset.value) : null);
    return {
      labels: rows.map((row) => row.cells[0].dataset.short || row.cells[0].textContent.trim()),
      series: columns.map((c) => ({
        name: c.head.dataset.series || c.head.textContent.trim(),
        values: rows.map((row) => number(row.cells[c.at])),
      })).filter((series) => series.values.some((value) => value !== null)),
    };
  };

  const dataset = (series, i, kind, palette) => {
    const colour = palette[i % palette.length];
    const line = kind === "line";
    return {
      label: series.name,
      data: series.values,
      borderColor: colour,
      backgroundColor: colour,
      borderWidth: line ? 2.5 : 0,
      borderDash: line ? dashes[i % dashes.length] : [],
      pointStyle: shapes[i % shapes.length],
      pointRadius: 4,
      spanGaps: false,
      maxBarThickness: 40,
    };
  };

  const settings = (canvas, kind, data) => {
    const ink = style("--ink");
    const line = style("--line");
    const across = kind === "across";
    const stacked = kind === "stacked";
    const counted = { beginAtZero: true, stacked, ticks: { color: ink, precision: 0 }, grid: { color: line } };
    const named = { stacked, ticks: { color: ink, autoSkip: !across }, grid: { display: false } };
    return {
      type: kind === "line" ? "line" : "bar",
      data: { labels: data.labels, datasets: data.series.map((s, i) => dataset(s, i, kind, colours())) },
      options: {
        animation: false,
        responsive: true,
        maintainAspectRatio: false,
        indexAxis: across ? "y" : "x",
        scales: across ? { x: counted, y: named } : { x: named, y: counted },
        plugins: {
          legend: {
            display: data.series.length > 1,
            position: "bottom",
            labels: { color: ink, usePointStyle: true, boxHeight: 8 },
          },
          tooltip: { callbacks: { label: (item) => `${item.dataset.label}: about ${item.raw}` } },
        },
      },
    };
  };

  const draw = (canvas) => {
    const table = document.getElementById(canvas.dataset.table);
    if (!table || !table.tHead) return;
    const data = read(table);
    // With fewer than two numbers there is nothing to compare: the table says it.
    if (data.series.flatMap((s) => s.values).filter((v) => v !== null).length < 2) return;
    const figure = canvas.closest("figure");
    figure.hidden = false;
    if (canvas.dataset.chart === "across") figure.style.height = `${6 + data.labels.length * 2.5}rem`;
    drawn.push({ canvas, chart: new Chart(canvas, settings(canvas, canvas.dataset.chart, data)) });
  };

  const drawAll = () => {
    drawn.splice(0).forEach((one) => one.chart.destroy());
    if (typeof Chart === "undefined") return;
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    Chart.defaults.font.size = 14;
    document.querySelectorAll("canvas[data-chart]").forEach(draw);
  };

  document.addEventListener("DOMContentLoaded", drawAll);
  dark.addEventListener("change", drawAll);
  // A canvas does not follow the paper's width by itself.
  addEventListener("beforeprint", () => drawn.forEach((one) => one.chart.resize(640, 288)));
  addEventListener("afterprint", () => drawn.forEach((one) => one.chart.resize()));
})();

// A rehearsal that is under way: its bar moves, and the page is loaded again when it is over.
(() => {
  const box = document.querySelector("[data-rehearsal]");
  if (!box) return;
  const bar = box.querySelector("progress");
  const words = box.querySelector(".rehearsal-count");
  const look = async () => {
    try {
      const answer = await fetch(box.dataset.rehearsal, { headers: { Accept: "application/json" } });
      if (!answer.ok) return;
      const state = await answer.json();
      if (!state.running) {
        location.reload();
        return;
      }
      if (state.all > 0) {
        bar.max = state.all;
        bar.value = state.done;
        words.textContent = `${Math.floor((100 * state.done) / state.all)}% of the questions are asked`;
      }
    } catch {
      // The next look may find the server again.
    }
    setTimeout(look, 1000);
  };
  setTimeout(look, 1000);
})();

"use strict";
// Shows the rows that the controls ask for. Nothing is fetched and nothing is kept.
const form = document.querySelector("form.filter"), rows = [...document.querySelectorAll(".row")];
const words = rows.map(row => row.textContent.toLocaleLowerCase());
const counts = document.querySelectorAll("[data-count]");
function show() {
  const severity = form.elements.severity.value, check = form.elements.check.value;
  const state = form.elements.state.value, sought = form.elements.words.value.toLocaleLowerCase();
  let shown = 0;
  rows.forEach((row, number) => {
    const found = (row.dataset.found || "").split(" ").filter(Boolean).map(one => one.split("/"));
    const wanted = found.some(([is, of, how]) => (!severity || is === severity)
      && (!check || of === check) && (!state || state === "edited" || how === state));
    const fits = state === "edited" ? row.dataset.edited === "1" && (!(severity || check) || wanted)
      : severity || check || state ? wanted : true;
    row.hidden = !(fits && words[number].includes(sought));
    shown += !row.hidden;
  });
  counts.forEach(one => { one.textContent = shown + " / " + rows.length; });
}
form.hidden = false;
form.addEventListener("input", show);
form.addEventListener("submit", event => event.preventDefault());
show();

// Filters the list by what is typed and by state. Without scripts everything is shown.
const tools = document.querySelector(".tools");
const items = Array.from(document.querySelectorAll("ol.links > li"), (item) => [item, item.textContent.toLowerCase()]);
const field = tools.querySelector("input[type=search]");
const boxes = Array.from(tools.querySelectorAll("input[type=checkbox]"));
const count = tools.querySelector("output");

function show() {
  const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
  for (const [item, text] of items) item.hidden = !words.every((word) => text.includes(word));
  for (const box of boxes) document.getElementById(box.value).hidden = !box.checked;
  const left = items.filter(([item]) => !item.hidden && !item.closest("details").hidden).length;
  count.value = words.length ? `${left} shown` : "";
  if (words.length) for (const group of document.querySelectorAll("details.group")) group.open = true;
}

tools.hidden = false;
field.addEventListener("input", show);
for (const box of boxes) box.addEventListener("change", show);
addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((group) => { group.open = true; }));

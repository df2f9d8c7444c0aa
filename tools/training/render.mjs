// Print works in CSL styles, each printed variable between marks: what tools/render.py starts.
//
//   node render.mjs STYLES LOCALES < jobs.jsonl > printed.jsonl
//
// A job is {"style": name, "locale": name or null, "note": bool, "items": [CSL-JSON]}; printed is one line for each item:
// {"style", "id", "html"}, where ⟦variable,variable|text⟧ marks a variable (U+E000, U+E001 and U+E002 for the marks).
// Needs the npm package citeproc, found from the folder in which it is started.

import fs from "node:fs";
import readline from "node:readline";
import { createRequire } from "node:module";
import path from "node:path";

const [styles, locales] = process.argv.slice(2);
const CSL = createRequire(path.join(process.cwd(), "x.js"))("citeproc");
let items = {};

const system = {
  retrieveLocale: (name) => {
    const file = path.join(locales, `locales-${name}.xml`);
    return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : false;
  },
  retrieveItem: (id) => items[id],
  variableWrapper: (what, before, text, after) =>
    `${before}\uE000${what.variableNames.join(",")}\uE001${text}\uE002${after}`,
};

function printed(engine, item, note) {
  engine.updateItems([item.id]);
  if (note) return engine.makeCitationCluster([{ id: item.id, locator: item.locator, label: "page" }]);
  const made = engine.makeBibliography();
  return made && made[1].length ? made[1][0] : "";
}

for await (const line of readline.createInterface({ input: process.stdin })) {
  const job = JSON.parse(line);
  items = Object.fromEntries(job.items.map((item) => [item.id, item]));
  try {
    const sheet = fs.readFileSync(path.join(styles, `${job.style}.csl`), "utf8");
    const engine = new CSL.Engine(system, sheet, job.locale || "en-US", Boolean(job.locale));
    for (const item of job.items) {
      const html = printed(engine, item, job.note);
      if (html) console.log(JSON.stringify({ style: job.style, id: item.id, html }));
    }
  } catch (error) {
    console.error(`${job.style}: ${error}`);
  }
}

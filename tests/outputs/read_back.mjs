// Prints what @retorquere/bibtex-parser reads in a .bib file: node read_back.mjs MODULES FILE
import { readFileSync } from "node:fs"
import { pathToFileURL } from "node:url"
import { join } from "node:path"

const [modules, file] = process.argv.slice(2)
const home = join(modules, "@retorquere", "bibtex-parser")
const main = JSON.parse(readFileSync(join(home, "package.json"), "utf8")).exports["."].import.default
const { parse } = await import(pathToFileURL(join(home, main)))
const found = parse(readFileSync(file, "utf8"), { sentenceCase: false })
console.log(JSON.stringify({ errors: found.errors, entries: found.entries }))

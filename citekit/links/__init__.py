"""Links: what the footnotes point to, and what became of it.

    find/      where addresses stand: articles, `.bib`, CSL-JSON, Markdown, HTML, LaTeX, text -> Link
    client/    asks an address and records the whole way -> Exchange
    verdict/   what the answer means -> Verdict
    pages/     what a document says of itself -> PageFacts
    archives/  copies of what is gone, and copies of what still lives
    history    every pass of every address, in SQLite
    report/    verdicts for people and for machines

`causes` is the table of all that can become of a link, `hosts` that of the institutions behind the addresses.
"""

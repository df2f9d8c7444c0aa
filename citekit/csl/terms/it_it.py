"""Italian."""

from __future__ import annotations

TERMS = """
accessed: consultato
and: e | symbol &
and others: e altri
anonymous: anonimo | short anon.
at: a
available at: disponibile su
by: di
circa: circa | short c.
cited: citato
edition: edizione [feminine] / edizioni | short ed.
et-al: et al.
forthcoming: in preparazione
from: da
ibid: ibid.
in: in
in press: in corso di stampa
interview: intervista
letter: lettera
no date: senza data | short s.d.
online: online
op-cit: op. cit.
presented at: presentato al
reference: riferimento / riferimenti | short rif.
retrieved: recuperato
book: libro / libri | short lib.
chapter: capitolo / capitoli | short cap.
column: colonna / colonne | short col.
figure: figura / figure | short fig.
folio: foglio / fogli | short fgl.
issue: numero / numeri | short n.
line: riga / righe | short r.
note: nota / note | short nota
number: numero / numeri | short n.
number-of-pages: pagina / pagine | short p. / pp.
number-of-volumes: volume / volumi | short vol. / voll.
page: pagina / pagine | short p. / pp.
page-first: pagina / pagine | short p. / pp.
paragraph: capoverso / capoversi | short cpv. | symbol ¶ / ¶¶
part: parte / parti | short pt.
section: paragrafo / paragrafi | short par. | symbol § / §§
sub-verbo: sub voce | short s.v.
table: tabella / tabelle | short tab.
verse: verso / versi | short v. / vv.
volume: volume / volumi | short vol. / voll.
patent: brevetto
report: rapporto
thesis: tesi
webpage: pagina web
collection-editor: curatore / curatori | short a c. di | verb a cura di
editor: curatore / curatori | short a c. di | verb a cura di | verb-short a c. di
editorial-director: curatore / curatori | short a c. di | verb a cura di
editortranslator: curatore e traduttore / curatori e traduttori | short a c. di e tradotto da | verb a cura di e tradotto da
editor-translator: curatore e traduttore / curatori e traduttori | short a c. di e tradotto da | verb a cura di e tradotto da
interviewer: intervistatore / intervistatori | verb intervista di
recipient: destinatario / destinatari | verb a
translator: traduttore / traduttori | short trad. | verb tradotto da | verb-short trad. da
ad: \x20d.C.
bc: \x20a.C.
season-01: primavera
season-02: estate
season-03: autunno
season-04: inverno
month-01: gennaio | short gen.
month-02: febbraio | short feb.
month-03: marzo | short mar.
month-04: aprile | short apr.
month-05: maggio | short mag.
month-06: giugno | short giu.
month-07: luglio | short lug.
month-08: agosto | short ago.
month-09: settembre | short set.
month-10: ottobre | short ott.
month-11: novembre | short nov.
month-12: dicembre | short dic.
open-quote: «
close-quote: »
open-inner-quote: “
close-inner-quote: ”
page-range-delimiter: –
ordinal: º
ordinal@feminine: ª
"""
DATES: dict[str, tuple[tuple[str, dict[str, str]], ...]] = {
    "text": (("day", {"suffix": " "}), ("month", {"suffix": " "}), ("year", {})),
    "numeric": (
        ("day", {"form": "numeric-leading-zeros", "suffix": "/"}),
        ("month", {"form": "numeric-leading-zeros", "suffix": "/"}),
        ("year", {}),
    ),
}
PUNCTUATION_IN_QUOTE = False

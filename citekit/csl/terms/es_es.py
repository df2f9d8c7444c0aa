"""Spanish."""

from __future__ import annotations

TERMS = """
accessed: accedido
and: y | symbol &
and others: y otros
anonymous: anónimo | short anón.
at: en
available at: disponible en
by: por
circa: circa | short c.
cited: citado
edition: edición [feminine] / ediciones | short ed.
et-al: et al.
forthcoming: en preparación
from: de
ibid: ibid.
in: en
in press: en imprenta
interview: entrevista
letter: carta
no date: sin fecha | short s. f.
online: en línea
op-cit: op. cit.
presented at: presentado en
reference: referencia / referencias | short ref. / refs.
retrieved: recuperado
book: libro / libros | short lib.
chapter: capítulo / capítulos | short cap.
column: columna / columnas | short col.
figure: figura / figuras | short fig.
folio: folio / folios | short f.
issue: número / números | short n.º
line: línea / líneas | short l.
note: nota / notas | short n.
number: número / números | short n.º
number-of-pages: página / páginas | short p. / pp.
number-of-volumes: volumen / volúmenes | short vol. / vols.
page: página / páginas | short p. / pp.
page-first: página / páginas | short p. / pp.
paragraph: párrafo / párrafos | short párr. | symbol § / §§
part: parte / partes | short parte
section: sección / secciones | short sec. | symbol § / §§
sub-verbo: sub voce / sub vocibus | short s. v. / s. vv.
table: tabla / tablas | short tab.
verse: verso / versos | short v. / vv.
volume: volumen / volúmenes | short vol. / vols.
patent: patente
report: informe
thesis: tesis
webpage: página web
collection-editor: editor / editores | short ed. / eds. | verb editado por | verb-short ed.
editor: editor / editores | short ed. / eds. | verb editado por | verb-short ed.
editorial-director: coordinador / coordinadores | short coord. / coords. | verb coordinado por
editortranslator: editor y traductor / editores y traductores | short ed. y trad. | verb editado y traducido por
editor-translator: editor y traductor / editores y traductores | short ed. y trad. | verb editado y traducido por
interviewer: entrevistador / entrevistadores | verb entrevistado por
recipient: destinatario / destinatarios | verb a
translator: traductor / traductores | short trad. / trads. | verb traducido por | verb-short trad.
ad: \x20d. C.
bc: \x20a. C.
season-01: primavera
season-02: verano
season-03: otoño
season-04: invierno
month-01: enero | short ene.
month-02: febrero | short feb.
month-03: marzo | short mar.
month-04: abril | short abr.
month-05: mayo | short may
month-06: junio | short jun.
month-07: julio | short jul.
month-08: agosto | short ago.
month-09: septiembre | short sep.
month-10: octubre | short oct.
month-11: noviembre | short nov.
month-12: diciembre | short dic.
open-quote: «
close-quote: »
open-inner-quote: “
close-inner-quote: ”
page-range-delimiter: –
ordinal: .ª
ordinal@masculine: .º
ordinal@feminine: .ª
"""
DATES: dict[str, tuple[tuple[str, dict[str, str]], ...]] = {
    "text": (("day", {"suffix": " de "}), ("month", {"suffix": " de "}), ("year", {})),
    "numeric": (
        ("day", {"form": "numeric-leading-zeros", "suffix": "/"}),
        ("month", {"form": "numeric-leading-zeros", "suffix": "/"}),
        ("year", {}),
    ),
}
PUNCTUATION_IN_QUOTE = False

"""French."""

from __future__ import annotations

TERMS = """
accessed: consulté le
and: et | symbol &
and others: et autres
anonymous: anonyme | short anon.
at: à
available at: disponible sur
by: par
circa: vers | short v.
cited: cité
edition: édition [feminine] / éditions | short éd.
et-al: et al.
film: film
forthcoming: à paraître
from: à l’adresse
ibid: ibid.
in: in
in press: sous presse
internet: Internet
interview: entretien
letter: lettre
loc-cit: loc. cit.
no date: sans date | short s. d.
no-place: sans lieu | short s. l.
no-publisher: sans nom | short s. n.
online: en ligne
op-cit: op. cit.
presented at: présenté à
reference: référence / références | short réf.
retrieved: consulté
scale: échelle
article-journal: article de revue
book: livre / livres | short liv.
chapter: chapitre / chapitres | short chap.
column: colonne / colonnes | short col.
figure: figure / figures | short fig.
folio: folio / folios | short fᵒ / fᵒˢ
issue: numéro [masculine] / numéros | short nᵒ / nᵒˢ
line: ligne / lignes | short l.
note: note / notes | short n.
number: numéro / numéros | short nᵒ / nᵒˢ
number-of-pages: page / pages | short p.
number-of-volumes: volume / volumes | short vol.
opus: opus | short op.
page: page / pages | short p.
page-first: page / pages | short p.
paragraph: paragraphe / paragraphes | short paragr. | symbol § / §
part: partie / parties | short part.
section: section / sections | short sect. | symbol § / §§
sub-verbo: sub verbo / sub verbis | short s. v. / s. vv.
sub verbo: sub verbo / sub verbis | short s. v. / s. vv.
table: tableau / tableaux | short tabl.
verse: verset / versets | short v.
volume: volume [masculine] / volumes | short vol.
patent: brevet
report: rapport
thesis: thèse
webpage: page Web
collection-editor: directeur / directeurs | short dir. | verb dirigé par | verb-short dir.
composer: compositeur / compositeurs | short comp. | verb composé par
container-author: \x20| verb par
director: réalisateur / réalisateurs | short réal. | verb réalisé par
editor: éditeur / éditeurs | short éd. | verb édité par | verb-short éd. par
editorial-director: directeur / directeurs | short dir. | verb sous la direction de | verb-short ss la dir. de
editortranslator: éditeur et traducteur / éditeurs et traducteurs | short éd. et trad. | verb édité et traduit par | verb-short éd. et trad. par
editor-translator: éditeur et traducteur / éditeurs et traducteurs | short éd. et trad. | verb édité et traduit par | verb-short éd. et trad. par
illustrator: illustrateur / illustrateurs | short ill. | verb illustré par | verb-short ill. par
interviewer: intervieweur / intervieweurs | verb entretien réalisé par
recipient: destinataire / destinataires | verb à
reviewed-author: \x20| verb par
translator: traducteur / traducteurs | short trad. | verb traduit par | verb-short trad. par
ad: \x20apr. J.-C.
bc: \x20av. J.-C.
season-01: printemps
season-02: été
season-03: automne
season-04: hiver
month-01: janvier [masculine] | short janv.
month-02: février [masculine] | short févr.
month-03: mars [masculine] | short mars
month-04: avril [masculine] | short avr.
month-05: mai [masculine] | short mai
month-06: juin [masculine] | short juin
month-07: juillet [masculine] | short juill.
month-08: août [masculine] | short août
month-09: septembre [masculine] | short sept.
month-10: octobre [masculine] | short oct.
month-11: novembre [masculine] | short nov.
month-12: décembre [masculine] | short déc.
open-quote: «\u00a0
close-quote: \u00a0»
open-inner-quote: “
close-inner-quote: ”
page-range-delimiter: \u2011
ordinal: ᵉ
ordinal-01: ʳᵉ [whole-number]
ordinal-01@feminine: ʳᵉ [whole-number]
ordinal-01@masculine: ᵉʳ [whole-number]
long-ordinal-01: premier
long-ordinal-02: deuxième
long-ordinal-03: troisième
long-ordinal-04: quatrième
long-ordinal-05: cinquième
long-ordinal-06: sixième
long-ordinal-07: septième
long-ordinal-08: huitième
long-ordinal-09: neuvième
long-ordinal-10: dixième
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

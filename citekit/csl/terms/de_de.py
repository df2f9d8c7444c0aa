"""German."""

from __future__ import annotations

TERMS = """
accessed: zugegriffen
and: und | symbol &
and others: und andere
anonymous: anonym | short anon.
at: auf
available at: verfügbar unter
by: von
circa: circa | short ca.
cited: zitiert
edition: Ausgabe [feminine] / Ausgaben | short Aufl.
et-al: u. a.
film: Film
forthcoming: i. E.
from: von
ibid: ebd.
in: in
in press: im Druck
internet: Internet
interview: Interview
letter: Brief
loc-cit: loc. cit.
no date: ohne Datum | short o. J.
no-place: ohne Ort | short o. O.
no-publisher: ohne Verlag | short o. V.
online: online
op-cit: op. cit.
presented at: gehalten auf der
reference: Referenz / Referenzen | short Ref. / Ref.
retrieved: abgerufen
scale: Maßstab
article-journal: Zeitschriftenartikel
book: Buch / Bücher | short B.
chapter: Kapitel | short Kap.
column: Spalte / Spalten | short Sp.
figure: Abbildung / Abbildungen | short Abb.
folio: Blatt / Blätter | short Bl.
issue: Nummer / Nummern | short Nr.
line: Zeile / Zeilen | short Z.
note: Note / Noten | short N.
number: Nummer / Nummern | short Nr.
number-of-pages: Seite / Seiten | short S.
number-of-volumes: Band / Bände | short Bd. / Bde.
opus: Opus / Opera | short op.
page: Seite / Seiten | short S.
page-first: Seite / Seiten | short S.
paragraph: Absatz / Absätze | short Abs. | symbol ¶ / ¶¶
part: Teil / Teile | short Teil
section: Abschnitt / Abschnitte | short Abschn. | symbol § / §§
sub-verbo: sub verbo / sub verbis | short s. v. / s. vv.
sub verbo: sub verbo / sub verbis | short s. v. / s. vv.
table: Tabelle / Tabellen | short Tab.
verse: Vers / Verse | short V.
volume: Band / Bände | short Bd. / Bde.
patent: Patent
report: Bericht
thesis: Dissertation
webpage: Webseite
collection-editor: Reihenherausgeber / Reihenherausgeber | short Hrsg. | verb herausgegeben von | verb-short hg. von
composer: Komponist / Komponisten | short Komp. | verb komponiert von | verb-short komp. von
container-author: \x20| verb von
director: Regisseur / Regisseure | short Reg. | verb Regie von
editor: Herausgeber / Herausgeber | short Hrsg. | verb herausgegeben von | verb-short hg. von
editorial-director: Herausgeber / Herausgeber | short Hrsg. | verb herausgegeben von | verb-short hg. von
editortranslator: Herausgeber und Übersetzer / Herausgeber und Übersetzer | short Hrsg. und Übers. | verb herausgegeben und übersetzt von | verb-short hg. und übers. von
editor-translator: Herausgeber und Übersetzer / Herausgeber und Übersetzer | short Hrsg. und Übers. | verb herausgegeben und übersetzt von | verb-short hg. und übers. von
illustrator: Illustrator / Illustratoren | short Ill. | verb illustriert von | verb-short ill. von
interviewer: Interviewer / Interviewer | short Interv. | verb interviewt von
recipient: Empfänger / Empfänger | short Empf. | verb an
reviewed-author: \x20| verb von
translator: Übersetzer / Übersetzer | short Übers. | verb übersetzt von | verb-short übers. von
ad: \x20n. Chr.
bc: \x20v. Chr.
season-01: Frühjahr
season-02: Sommer
season-03: Herbst
season-04: Winter
month-01: Januar | short Jan.
month-02: Februar | short Feb.
month-03: März | short März
month-04: April | short Apr.
month-05: Mai | short Mai
month-06: Juni | short Juni
month-07: Juli | short Juli
month-08: August | short Aug.
month-09: September | short Sep.
month-10: Oktober | short Okt.
month-11: November | short Nov.
month-12: Dezember | short Dez.
open-quote: „
close-quote: “
open-inner-quote: ‚
close-inner-quote: ‘
page-range-delimiter: –
ordinal: .
long-ordinal-01: erster
long-ordinal-02: zweiter
long-ordinal-03: dritter
long-ordinal-04: vierter
long-ordinal-05: fünfter
long-ordinal-06: sechster
long-ordinal-07: siebter
long-ordinal-08: achter
long-ordinal-09: neunter
long-ordinal-10: zehnter
"""
DATES: dict[str, tuple[tuple[str, dict[str, str]], ...]] = {
    "text": (
        ("day", {"form": "ordinal", "suffix": " "}),
        ("month", {"suffix": " "}),
        ("year", {}),
    ),
    "numeric": (
        ("day", {"form": "numeric-leading-zeros", "suffix": "."}),
        ("month", {"form": "numeric-leading-zeros", "suffix": "."}),
        ("year", {}),
    ),
}
PUNCTUATION_IN_QUOTE = False

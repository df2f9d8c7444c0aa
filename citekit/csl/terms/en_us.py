"""American English."""

from __future__ import annotations

TERMS = """
accessed: accessed
advance-online-publication: advance online publication
album: album
and: and | symbol &
and others: and others
anonymous: anonymous | short anon.
at: at
audio-recording: audio recording
available at: available at
by: by
circa: circa | short c.
cited: cited
container: container
dimensions: dimensions
edition: edition / editions | short ed. / eds.
et-al: et al.
film: film
forthcoming: forthcoming
from: from
henceforth: henceforth
ibid: ibid.
in: in
in press: in press
internet: internet
interview: interview
letter: letter
loc-cit: loc. cit.
manuscript: manuscript
medium: medium
motion-picture: motion picture
no date: no date | short n.d.
no-place: no place | short n.p.
no-publisher: no publisher | short n.p.
on: on
online: online
op-cit: op. cit.
original-work-published: original work published
page: page / pages | short p. / pp.
personal-communication: personal communication
podcast: podcast
podcast-episode: podcast episode
preprint: preprint
presented at: presented at the
radio-broadcast: radio broadcast
radio-series: radio series
radio-series-episode: radio series episode
reference: reference / references | short ref. / refs.
retrieved: retrieved
review-of: review of | short rev. of
scale: scale
special-issue: special issue
special-section: special section
television-broadcast: television broadcast
television-series: television series
television-series-episode: television series episode
video: video
working-paper: working paper

article: preprint
article-journal: journal article
article-magazine: magazine article
article-newspaper: newspaper article
bill: bill
book: book
broadcast: broadcast
chapter: chapter / chapters | short chap. / chaps.
classic: classic
collection: collection
dataset: dataset
document: document
entry: entry
entry-dictionary: dictionary entry
entry-encyclopedia: encyclopedia entry
event: event
figure: figure / figures | short fig. / figs.
graphic: graphic
hearing: hearing
legal_case: legal case
legislation: legislation
map: map
motion_picture: video recording
musical_score: musical score
pamphlet: pamphlet
paper-conference: conference paper
patent: patent
performance: performance
periodical: periodical
personal_communication: personal communication
post: post
post-weblog: blog post
regulation: regulation
report: report
review: review
review-book: book review
software: software
song: audio recording
speech: presentation
standard: standard
thesis: thesis
treaty: treaty
webpage: webpage

act: act / acts | short act / acts
appendix: appendix / appendices | short app. / apps.
article-locator: article / articles | short art. / arts.
book-locator: book / books | short bk. / bks.
canon: canon / canons | short c. / cc.
chapter-locator: chapter / chapters | short chap. / chaps.
column: column / columns | short col. / cols.
elocation: location / locations | short loc. / locs.
equation: equation / equations | short eq. / eqs.
folio: folio / folios | short fol. / fols.
issue: issue / issues | short no. / nos.
line: line / lines | short l. / ll.
note: note / notes | short n. / nn.
number: number / numbers | short no. / nos.
number-of-pages: page / pages | short p. / pp.
number-of-volumes: volume / volumes | short vol. / vols.
opus: opus / opera | short op. / opp.
page-first: page / pages | short p. / pp.
paragraph: paragraph / paragraphs | short para. / paras. | symbol ¶ / ¶¶
part: part / parts | short pt. / pts.
part-number: part / parts | short pt. / pts.
rule: rule / rules | short r. / rr.
scene: scene / scenes | short sc. / scs.
section: section / sections | short sec. / secs. | symbol § / §§
sub-verbo: sub verbo / sub verbis | short s.v. / s.vv.
sub verbo: sub verbo / sub verbis | short s.v. / s.vv.
supplement: supplement / supplements | short supp. / supps.
supplement-number: supplement / supplements | short supp. / supps.
table: table / tables | short tbl. / tbls.
timestamp: timestamp
title-locator: title / titles | short tit. / tits.
title: title / titles | short tit. / tits.
verse: verse / verses | short v. / vv.
version: version / versions | short v. / v.
volume: volume / volumes | short vol. / vols.
printing: printing / printings | short print. / prints.
collection-number: number / numbers | short no. / nos.
citation-number: citation / citations | short cit. / cits.

chair: chair / chairs | verb chaired by
collection-editor: editor / editors | short ed. / eds. | verb edited by | verb-short ed. by
compiler: compiler / compilers | short comp. / comps. | verb compiled by | verb-short comp. by
composer: composer / composers | short comp. / comps. | verb composed by | verb-short comp. by
container-author: \x20| verb by
contributor: contributor / contributors | short contrib. / contribs. | verb with
curator: curator / curators | short cur. / curs. | verb curated by | verb-short cur. by
director: director / directors | short dir. / dirs. | verb directed by | verb-short dir. by
editor: editor / editors | short ed. / eds. | verb edited by | verb-short ed. by
editor-translator: editor & translator / editors & translators | short ed. & trans. / eds. & trans. | verb edited & translated by | verb-short ed. & trans. by
editortranslator: editor & translator / editors & translators | short ed. & trans. / eds. & trans. | verb edited & translated by | verb-short ed. & trans. by
editorial-director: editor / editors | short ed. / eds. | verb edited by | verb-short ed. by
executive-producer: executive producer / executive producers | short exec. prod. / exec. prods. | verb executive produced by | verb-short exec. prod. by
guest: guest / guests | verb with guest
host: host / hosts | verb hosted by
illustrator: illustrator / illustrators | short ill. / ills. | verb illustrated by | verb-short illus. by
interviewer: interviewer / interviewers | verb interview by
narrator: narrator / narrators | short narr. / narrs. | verb narrated by | verb-short narr. by
organizer: organizer / organizers | short org. / orgs. | verb organized by | verb-short org. by
original-author: \x20| verb by
performer: performer / performers | short perf. / perfs. | verb performed by | verb-short perf. by
producer: producer / producers | short prod. / prods. | verb produced by | verb-short prod. by
recipient: recipient / recipients | verb to
reviewed-author: \x20| verb by
script-writer: writer / writers | verb written by
series-creator: series creator / series creators | verb created by
translator: translator / translators | short trans. / trans. | verb translated by | verb-short trans. by

ad: \x20AD
bc: \x20BC
bce: \x20BCE
ce: \x20CE
season-01: Spring
season-02: Summer
season-03: Autumn
season-04: Winter
month-01: January | short Jan.
month-02: February | short Feb.
month-03: March | short Mar.
month-04: April | short Apr.
month-05: May | short May
month-06: June | short June
month-07: July | short July
month-08: August | short Aug.
month-09: September | short Sep.
month-10: October | short Oct.
month-11: November | short Nov.
month-12: December | short Dec.

open-quote: “
close-quote: ”
open-inner-quote: ‘
close-inner-quote: ’
page-range-delimiter: –
colon: :
comma: ,
semicolon: ;

ordinal: th
ordinal-01: st
ordinal-02: nd
ordinal-03: rd
ordinal-11: th
ordinal-12: th
ordinal-13: th
long-ordinal-01: first
long-ordinal-02: second
long-ordinal-03: third
long-ordinal-04: fourth
long-ordinal-05: fifth
long-ordinal-06: sixth
long-ordinal-07: seventh
long-ordinal-08: eighth
long-ordinal-09: ninth
long-ordinal-10: tenth
"""

# The parts of a date in their order: name, then attributes of cs:date-part.
DATES: dict[str, tuple[tuple[str, dict[str, str]], ...]] = {
    "text": (("month", {"suffix": " "}), ("day", {"suffix": ", "}), ("year", {})),
    "numeric": (
        ("month", {"form": "numeric-leading-zeros", "suffix": "/"}),
        ("day", {"form": "numeric-leading-zeros", "suffix": "/"}),
        ("year", {}),
    ),
}
PUNCTUATION_IN_QUOTE = True

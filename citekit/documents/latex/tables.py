"""What the macros and environments of LaTeX and its packages do to a text: data.

Sources: LaTeX2e's reference manual (latexref.xyz) and the manuals of the packages named beside the rows. A macro that
stands in no table is dropped and the text of its arguments stays.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteMacro:
    """A macro that makes a note: the counter that numbers it ("" if it has no mark), whether it calls the note out
    where it stands, whether it holds the note's text."""

    counter: str
    calls: bool = True
    text: bool = True


NOTES: dict[str, NoteMacro] = {
    "footnote": NoteMacro(counter="footnote"),
    "endnote": NoteMacro(counter="endnote"),  # endnotes, enotez
    "pagenote": NoteMacro(counter="endnote"),  # memoir
    "sidenote": NoteMacro(counter="sidenote"),  # sidenotes, tufte-latex
    "marginnote": NoteMacro(counter=""),  # marginnote: no mark
    "thanks": NoteMacro(counter="thanks"),
    "tablefootnote": NoteMacro(counter="footnote"),
    "blfootnote": NoteMacro(counter=""),  # everybody's own, for a note without mark
    "footnotemark": NoteMacro(counter="footnote", text=False),
    "footnotetext": NoteMacro(counter="footnote", calls=False),
    "endnotemark": NoteMacro(counter="endnote", text=False),
    "endnotetext": NoteMacro(counter="endnote", calls=False),
    "sidenotemark": NoteMacro(counter="sidenote", text=False),
    "sidenotetext": NoteMacro(counter="sidenote", calls=False),
    **{f"footnote{series}": NoteMacro(counter=f"footnote{series}") for series in "ABCDE"},  # bigfoot, reledmac
    **{f"{series}footnote": NoteMacro(counter=f"{series}footnote") for series in "ABCDE"},
    **{f"{series}endnote": NoteMacro(counter=f"{series}endnote") for series in "ABCDE"},
}

# LaTeX's own, natbib, biblatex and its styles, jurabib, apacite. Those with a plural in s take several works.
CITE_NOTES = frozenset((
    "footcite", "footcites", "Footcite", "footcitetext", "footfullcite", "footfullcites", "fvolcite", "ftvolcite",
    "fnotecite",
))  # fmt: skip
CITES = CITE_NOTES | frozenset((
    "cite", "cites", "Cite", "Cites", "parencite", "parencites", "Parencite", "Parencites", "textcite", "textcites",
    "Textcite", "Textcites", "smartcite", "smartcites", "Smartcite", "Smartcites", "autocite", "autocites",
    "Autocite", "Autocites", "supercite", "supercites", "fullcite", "fullcites", "citep", "Citep", "citet", "Citet",
    "citealp", "Citealp", "citealt", "Citealt", "citeauthor", "Citeauthor", "citeauthors", "citetitle",
    "citetitles", "citeyear", "citeyearpar", "citedate", "citeurl", "onlinecite", "shortcite", "citeA", "citeNP",
    "citeN", "possessivecite", "notecite", "pnotecite", "volcite", "pvolcite", "tvolcite", "avolcite", "svolcite",
    "upcite", "headlesscite",
))  # fmt: skip

# What becomes of the arguments: o an optional one, dropped; - dropped; k kept. Kept is also what no row names.
ARGUMENTS: dict[str, str] = {
    "CJKfamily": "-", "CJKfontspec": "o-", "addcontentsline": "---", "addtocontents": "--", "addvspace": "-",
    "bibliographystyle": "-", "captionsetup": "o-", "chaptermark": "-", "cline": "-", "color": "o-", "colorbox": "-k",
    "cref": "-", "Cref": "-", "autoref": "-", "ref": "-", "pageref": "-", "nameref": "-", "vref": "-", "eqref": "-",
    "label": "-", "index": "o-", "glossary": "-", "nocite": "-", "fontencoding": "-", "fontfamily": "-",
    "fontseries": "-", "fontshape": "-", "fontsize": "--", "fontspec": "o-o", "foreignlanguage": "o-k",
    "hphantom": "-", "hspace": "-", "hypersetup": "-", "hyperref": "ok", "hyperlink": "-k", "hypertarget": "-k",
    "includegraphics": "oo-", "kern": "", "lstset": "-", "markboth": "--", "markright": "-", "mbox": "k",
    "multicolumn": "--k", "multirow": "--k", "pagenumbering": "-", "pagestyle": "-", "phantom": "-",
    "phantomsection": "", "pdfbookmark": "o--", "printbibliography": "o", "printendnotes": "o", "raisebox": "-ook",
    "renewbibmacro": "-", "rule": "o--", "selectlanguage": "o-", "setCJKfamilyfont": "-o-", "setCJKmainfont": "o-o",
    "setcounter": "--", "addtocounter": "--", "setlength": "--", "addtolength": "--", "setmainfont": "o-o",
    "textcolor": "o-k", "thispagestyle": "-", "todo": "o-", "usebibmacro": "-", "usepackage": "o-", "vphantom": "-",
    "vspace": "-", "begin": "-", "end": "-", "newpage": "", "texorpdfstring": "k-", "title": "ok", "ruby": "ok-",
    "kanjiskip": "", "marginpar": "o-", "email": "k", "newcounter": "-o", "stepcounter": "-", "item": "",
    "enlargethispage": "-", "hyphenation": "-", "DeclareFieldFormat": "o--", "ExecuteBibliographyOptions": "o-",
    "AtBeginDocument": "-", "makebox": "ook", "parbox": "ooo-k", "framebox": "ook", "scalebox": "-k",
    "resizebox": "--k", "rotatebox": "o-k", "href": "k", "import": "--", "subimport": "--", "textquote": "oook",
    "rubyop": "", "kana": "k-",
}  # fmt: skip

# The arguments behind the name of an environment.
ENVIRONMENTS: dict[str, str] = {
    "CJK": "o--", "CJK*": "o--", "tabular": "o-", "tabular*": "-o-", "tabularx": "-o-", "longtable": "o-",
    "array": "o-", "minipage": "ooo-", "multicols": "-o", "multicols*": "-o", "otherlanguage": "o-",
    "otherlanguage*": "o-", "wrapfigure": "o--o", "list": "--", "thebibliography": "-", "adjustwidth": "--",
    "figure": "o", "figure*": "o", "table": "o", "table*": "o", "enumerate": "o", "itemize": "o", "letter": "-",
    "picture": "", "titlepage": "", "foreigndisplayquote": "o-", "displayquote": "oo",
}  # fmt: skip

# Never searched: listings, verbatim, comment, fancyvrb, minted; TeX reads them as characters.
VERBATIM = (
    "verbatim", "verbatim*", "Verbatim", "Verbatim*", "BVerbatim", "LVerbatim", "lstlisting", "minted", "comment",
    "filecontents", "filecontents*", "alltt", "tikzpicture", "luacode", "luacode*", "sagesilent", "pycode",
)  # fmt: skip
VERB = ("verb", "lstinline", "Verb")

ITALIC = frozenset(("emph", "textit", "textsl", "mkbibemph", "mkbibitalic"))
ITALIC_SWITCHES = frozenset(("it", "em", "itshape", "slshape", "sl"))
UPRIGHT_SWITCHES = frozenset(("rm", "upshape", "normalfont", "textup"))

# What a macro prints that pylatexenc's table lacks, or has in another way.
PRINTED: dict[str, str] = {
    "slash": "/", "-": "", "/": "", "@": "", "!": "", ",": " ", ";": " ", ":": " ", " ": " ", "\n": " ", "\t": " ",
    ">": " ", "\\": "\n", "par": "\n", "newline": "\n", "linebreak": "\n", "quad": " ", "qquad": " ", "space": " ",
    "thinspace": " ", "nobreakspace": " ", "hfill": " ", "and": "\n", "item": "\n", "enspace": " ", "enskip": " ",
    "S": "§", "P": "¶", "pounds": "£", "copyright": "©", "degree": "°", "No": "№", "LaTeX": "LaTeX", "TeX": "TeX",
    "og": "« ", "fg": " »", "guillemetleft": "«", "guillemetright": "»", "glqq": "„", "grqq": "“", "glq": "‚",
    "grq": "‘", "flqq": "«", "frqq": "»", "flq": "‹", "frq": "›", "guilsinglleft": "‹", "guilsinglright": "›",
    "quotedblbase": "„", "quotesinglbase": "‚", "lq": "‘", "rq": "’", "dots": "…", "ldots": "…", "dotfill": "…",
    "textellipsis": "…", "textquotedbl": '"', "string": "", "ignorespaces": "", "hskip": "", "protect": "",
    "no": "n°", "numero": "n°", "nos": "nos", "ier": "er", "iere": "re", "ieme": "e", "bibrangedash": "–",
    "addcomma": ",", "addspace": " ", "addcolon": ":", "adddot": ".", "isodash": "-", "euro": "€", "cdots": "⋯",
    "CJKmove": "", "hyp": "-", "cyrdash": "—", "selectfont": "", "noindent": "", "centering": "", "sloppy": "",
    "nobreakdash": "", "nopagebreak": "", "mkbibdatelong": "", "textnumero": "№", "quotechar": '"',
}  # fmt: skip

# Characters that TeX sets as others (T1 encoding; babel's German shorthands).
LIGATURES: dict[str, str] = {
    "---": "—", "--": "–", "``": "“", "''": "”", "`": "‘", "'": "’", ",,": "„", "<<": "«", ">>": "»", "?`": "¿",
    "!`": "¡", "~": " ",
}  # fmt: skip
GERMAN: dict[str, str] = {
    '"`': "„", "\"'": "“", '"<': "«", '">': "»", '"-': "", '"=': "-", '"~': "-", '"|': "", '""': "", '"/': "/",
    '"a': "ä", '"o': "ö", '"u': "ü", '"A': "Ä", '"O': "Ö", '"U': "Ü", '"s': "ß", '"z': "ß", '"e': "ë",
}  # fmt: skip

# csquotes: outer and inner marks by babel's name of the language; all others as English.
QUOTES: dict[str, tuple[str, str, str, str]] = {
    **dict.fromkeys(("german", "ngerman", "austrian", "naustrian", "swissgerman"), ("„", "“", "‚", "‘")),
    **dict.fromkeys(("french", "francais", "frenchb", "acadian"), ("« ", " »", "“", "”")),
    **dict.fromkeys(("russian", "ukrainian"), ("«", "»", "„", "“")),
    **dict.fromkeys(("italian", "spanish", "portuguese", "portuges", "greek"), ("«", "»", "“", "”")),
    "polish": ("„", "”", "«", "»"),
    "czech": ("„", "“", "‚", "‘"),
}
ENGLISH_QUOTES = ("“", "”", "‘", "’")
GERMAN_LANGUAGES = frozenset(("german", "ngerman", "austrian", "naustrian", "swissgerman", "nswissgerman"))

# Conditionals of etoolbox and ifthen, which no \fi ends.
NO_CONDITIONALS = frozenset((
    "ifthenelse", "ifbool", "iftoggle", "ifdef", "ifundef", "ifcsdef", "ifcsundef", "ifstrequal", "ifstrempty",
    "ifblank", "ifnumcomp", "ifboolexpr", "ifpatchable", "ifentrytype", "iffieldundef", "iffieldequalstr",
    "ifciteseen", "ifcitetitle", "ifhyperref", "iflanguage",
))  # fmt: skip
FNSYMBOL = ("*", "†", "‡", "§", "¶", "‖", "**", "††", "‡‡")

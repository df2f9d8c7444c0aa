"""German: footnotes, DIN 1505, and the back-references of German articles."""

from citekit.languages.language import Language

GERMAN = Language(
    code="de",
    name="german",
    letters="[A-Za-z]",
    signals=("Siehe auch", "Siehe z. B.", "Siehe", "siehe auch", "siehe", "Vgl. auch", "Vgl.", "vgl. auch", "vgl.", "S. auch", "Hierzu", "So etwa", "so etwa", "So", "anders", "Anders", "sowie", "ähnlich", "Ähnlich", "Dagegen", "dagegen", "Dazu", "Zuletzt"),
    adverbs=("hierzu", "dazu", "hierzu auch", "dazu auch", "hierzu ausführlich", "dazu ausführlich", "ausführlich", "etwa", "auch", "insbesondere", "insb.", "bes.", "vor allem", "v. a.", "zum Beispiel", "z. B.", "z.B.", "nur", "jetzt", "zuletzt"),
    quoted_in=("zit. n.", "zit. nach", "zitiert nach", "zit. in"),
    ibid=("Ebd.", "ebd.", "Ebenda", "ebenda", "A. a. O.", "A.a.O."),
    leftovers=("Aufl", "Auflage", "abgerufen am", "Zugriff", "Zugriff am", "letzter Zugriff", "Stand"),
    shortforms=("a. a. O.", "a.a.O.", "aaO"),
    idem=("ders.", "Ders.", "dies.", "Dies.", "ders", "Derselbe"),
    roles=(
        ("Hrsg.", "editor"), ("Hg.", "editor"), ("hrsg. von", "editor"), ("hg. von", "editor"), ("hrsg. v.", "editor"), ("hg. v.", "editor"), ("herausgegeben von", "editor"), ("Hgg.", "editor"),
        ("übers. von", "translator"), ("übers. v.", "translator"), ("übersetzt von", "translator"), ("Übers.", "translator"),
    ),
    containers=("in:", "In:", "in", "In"),
    et_al=("u. a.", "u.a.", "et al."),
    units=(
        r"(?:abgerufen|aufgerufen|eingesehen|besucht|geprüft|[Zz]ugriff|[Aa]bruf)(?:\s(?:am|vom)|:)?\s"
        r"(?P<accessed>\d{1,2}\.\s?(?:\d{1,2}\.\s?|[A-Z][a-zä]{2,8}\.?\s)[12]\d{3})",
        r"(?<![^\W\d_])(?:Bd|Band|Jg)\.?\s?(?P<volume>\d{1,6}|[IVXLC]{1,9})",
        r"(?<![^\W\d_])(?:H|Heft|Nr)\.?\s?(?P<issue>\d{1,6}(?:[-–/]\d{1,6})?)",
        r"(?<!\w)S\.\s?(?P<page>\d{1,6}(?:\s?[-‐-―]\s?\d{1,6}|\s?ff?\.)?)",
    ),
    months=tuple(
        (name, i)
        for i, names in enumerate(
            ("Januar Jan Jänner", "Februar Feb", "März Mär", "April Apr", "Mai", "Juni Jun", "Juli Jul", "August Aug", "September Sept Sep",
             "Oktober Okt", "November Nov", "Dezember Dez"), 1)
        for name in names.split()
    ),
    seasons=(("Frühjahr", 1), ("Sommer", 2), ("Herbst", 3), ("Winter", 4)),
    institutions=("Universität", "Ministerium", "Institut", "Amt", "Gesellschaft", "OLG", "LG", "OVG", "VGH", "VG", "LAG", "BGH", "Gericht", "Gerichtshof", "Stiftung", "Verband", "Bank"),
    publishers=("Verlag", "Verl."),
    places=("Berlin", "München", "Leipzig", "Frankfurt", "Hamburg", "Köln", "Stuttgart", "Göttingen", "Tübingen",
        "Heidelberg", "Wiesbaden", "Bonn", "Wien", "Zürich", "Basel", "Bern", "Freiburg", "Darmstadt", "Paderborn",
        "Bielefeld", "Münster", "Hannover", "Mainz", "Marburg", "Jena", "Weimar", "Halle", "Graz", "Innsbruck"),
    media=("Zeitung", "Nachrichten", "Rundschau"),
    periodicals=("Zeitschrift",),
    forthcoming=("im Erscheinen",),
    theses=("Diss.", "Dissertation", "Habilitationsschrift", "Masterarbeit"),
    reports=("Bericht", "Gutachten"),
    laws=("gesetz", "Gesetz", "Verordnung", "Vertrag"),
    prose=("ist", "sind", "war", "wurde", "wurden", "werden", "wird", "nicht", "dass", "daß", "diese", "dieser", "sich", "noch", "hat", "haben", "es"),
    accents="äöüß",
    small=("der", "die", "das", "und", "des", "von", "zur", "zum", "im", "ein", "eine", "für", "über", "den", "dem", "einer", "eines", "einem", "zu", "zwischen", "nach", "bis", "vom", "als", "aus", "ihre", "ihrer"),
    funding=("gefördert", "danken", "Dank an"),
)

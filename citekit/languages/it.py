"""Italian: footnotes of the humanities, with guillemets and (a cura di)."""

from citekit.languages.language import Language

ROMAN = "[IVXLC]{1,9}"

ITALIAN = Language(
    code="it",
    name="italian",
    letters="[A-Za-z]",
    signals=("Si veda anche", "Si veda", "Si vedano", "si veda anche", "si veda", "si vedano", "Cfr. anche", "Cfr.", "cfr.", "V.", "Vedi", "vedi",
        "Per tutti"),
    adverbs=("anche", "ad esempio", "in particolare", "per tutti", "da ultimo", "altresì", "almeno", "inoltre"),
    quoted_in=("citato in", "cit. in", "cit. da", "citato da", "Citato in", "Cit. in"),
    ibid=("Ibid.", "Ibidem", "ibid.", "ibidem", "Ivi", "ivi"),
    shortforms=("op. cit.", "art. cit.", "loc. cit.", "Op. cit.", "opera citata", "supra nota", "cit."),
    idem=("Id.", "Ead.", "Idem", "Eadem"),
    roles=(
        ("a cura di", "editor"), ("cur.", "editor"), ("curr.", "editor"), ("a c. di", "editor"), ("trad. it. di", "translator"),
        ("trad. di", "translator"), ("traduzione di", "translator"), ("tr. it. di", "translator"),
    ),
    containers=("in", "In", "in:"),
    et_al=("et al.", "e altri", "et alii"),
    units=(
        r"(?:consultato|ultimo accesso|ultima consultazione|visitato)(?:\sil|:)?\s(?P<accessed>\d{1,2}\s[a-z]{4,10}\s[12]\d{3})",
        r"(?P<genre>[Tt]esi\s(?:di\s(?:dottorato|laurea)))",
        rf"(?<![^\W\d_])(?:[Tt]|[Tt]omo|[Vv]ol)(?:\.\s?|\s)(?P<volume>\d{{1,6}}|{ROMAN})(?!\w)",
        r"(?<![^\W\d_])(?:n|nr|fasc)\.\s?(?P<issue>\d{1,6}(?:[-–/]\d{1,6})?)(?!\w)",
        r"(?<!\w)(?:pp?|pagg?)\.\s?(?P<page>\d{1,6}(?:\s?[-‐-―]\s?\d{1,6})?(?:\s?(?:e\s)?ss?\.|\s?sgg?\.)?)",
    ),
    months=tuple(
        (name, i)
        for i, name in enumerate(
            ("gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre",
             "dicembre"), 1)
    ),
    seasons=(("primavera", 1), ("estate", 2), ("autunno", 3), ("inverno", 4)),
    institutions=("Università", "Ministero", "Istituto", "Consiglio", "Commissione", "Associazione", "Banca", "Società", "Archivio",
        "Biblioteca", "Accademia", "Fondazione", "Coordinamento"),
    publishers=("Edizioni", "Editore", "Editrice", "Tipografia", "Libreria"),
    places=("Roma", "Milano", "Torino", "Firenze", "Bologna", "Napoli", "Venezia", "Padova", "Palermo", "Bari", "Genova", "Pisa", "Brescia",
        "Soveria Mannelli"),
    media=("Corriere", "Stampa", "Repubblica", "Gazzetta", "Giornale", "Messaggero"),
    periodicals=("Rivista", "Quaderni", "Annali", "Bollettino", "Archivio storico"),
    forthcoming=("in corso di stampa", "in stampa"),
    theses=("tesi", "Tesi"),
    reports=("Rapporto", "Relazione"),
    laws=("Legge", "Decreto", "Trattato", "Convenzione", "Costituzione", "Codice"),
    prose=("è", "sono", "era", "erano", "hanno", "aveva", "questo", "questa", "perché", "anche", "essere", "stato", "cui", "nostra"),
    accents="àèéìòù",
    small=("il", "lo", "gli", "della", "delle", "dei", "del", "di", "e", "per", "nella", "dal", "una", "con", "tra", "su"),
    funding=("finanziato da", "ringrazio", "si ringrazia", "si ringraziano"),
)

"""French: the notes of the humanities, with guillemets."""

from citekit.languages.language import Language

FRENCH = Language(
    code="fr",
    name="french",
    letters="[A-Za-z]",
    signals=("Voir aussi", "Voir par exemple", "Voir", "voir aussi", "voir", "Cf.", "cf.", "V."),
    adverbs=("notamment", "par exemple", "aussi", "surtout", "en particulier", "également", "entre autres", "à ce sujet", "sur ce point"),
    quoted_in=("cité par", "Cité par", "Cité dans", "Cité d’après", "cité dans", "cité in", "cité d’après"),
    ibid=("Ibid.", "ibid.", "Ibidem", "Id."),
    shortforms=("op. cit.", "ouv. cité", "art. cité", "art. cit.", "loc. cit.", "Art. cit.", "Op. cit.", "Loc. cit.", "thèse citée", "supra note"),
    idem=("Idem", "idem", "Id.", "Eadem"),
    roles=(
        ("dir.", "editor"), ("éd.", "editor"), ("éds.", "editor"), ("sous la direction de", "editor"), ("sous la dir. de", "editor"), ("éd. par", "editor"), ("édité par", "editor"), ("publié par", "editor"), ("trad. par", "translator"),
        ("trad.", "translator"), ("traduit par", "translator"),
    ),
    containers=("dans", "in", "Dans", "In"),
    et_al=("et al.", "et alii"),
    units=(
        r"[Cc]onsultée?s?(?:\sle|\s?:)?\s(?P<accessed>\d{1,2}(?:er)?\s[a-zéû]{3,9}\.?\s[12]\d{3}|\d{1,2}/\d{1,2}/[12]\d{3})",
        r"(?<![^\W\d_])(?:t|tome|vol)(?:\.\s?|\s)(?P<volume>\d{1,6}|[IVXLC]{1,9})(?!\w)",
        r"(?<![^\W\d_])n[°ºo]s?\s?(?P<issue>\d{1,6}(?:[-–/]\d{1,6})?)",
        r"(?<!\w)pp?\.\s?(?P<page>\d{1,6}(?:\s?[-‐-―]\s?\d{1,6})?)",
    ),
    months=tuple(
        (name, i)
        for i, names in enumerate(
            ("janvier janv", "février févr fév", "mars", "avril avr", "mai", "juin", "juillet juil", "août", "septembre sept",
             "octobre oct", "novembre nov", "décembre déc"), 1)
        for name in names.split()
    ),
    seasons=(("printemps", 1), ("été", 2), ("automne", 3), ("hiver", 4)),
    institutions=("Université", "Ministère", "Institut", "Conseil", "Commission", "Association", "Banque", "Société"),
    publishers=("Presses", "Éditions", "Librairie", "Imprimerie"),
    places=("Paris", "Lyon", "Genève", "Bruxelles", "Montréal", "Québec", "Toulouse", "Rennes", "Strasbourg",
        "Marseille", "Lausanne", "Grenoble", "Bordeaux", "Lille", "Beyrouth"),
    media=("Figaro", "Journal", "Gazette"),
    periodicals=("Revue",),
    forthcoming=("à paraître", "en préparation"),
    theses=("thèse", "mémoire"),
    reports=("rapport", "Rapport"),
    laws=("loi", "décret", "Convention", "Traité"),
    prose=("est", "sont", "était", "été", "cette", "ces", "qui", "que", "dont", "ne", "pas", "nous", "leur", "ont", "avait", "fut", "suite"),
    accents="éèêëàâçîïôûùœ",
    small=("le", "la", "les", "des", "du", "et", "une", "un", "dans", "pour", "sur", "aux", "au", "de", "l", "d"),
    funding=("financé par", "remercie", "remercions"),
)

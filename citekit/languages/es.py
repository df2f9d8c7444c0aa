"""Spanish: footnotes of the humanities and of law, UNE-ISO 690, and their back-references."""

from citekit.languages.language import Language

ROMAN = "[IVXLC]{1,9}"

SPANISH = Language(
    code="es",
    name="spanish",
    letters="[A-Za-z]",
    signals=(
        "Véase también", "Véase", "Véanse", "véase también", "véase", "véanse", "Vid.", "vid.", "Cfr.", "cfr.", "Ver también", "Ver",
        "Cf.", "Sobre esto, véase",
    ),
    adverbs=("también", "por ejemplo", "entre otros", "en particular", "asimismo", "además", "sobre todo"),
    quoted_in=("citado por", "citado en", "cit. por", "cit. en", "apud", "Citado por", "Citado en"),
    ibid=("Ibíd.", "Ibid.", "Ibídem", "Ibidem", "ibíd.", "ibídem", "Ib."),
    shortforms=("op. cit.", "ob. cit.", "art. cit.", "loc. cit.", "Op. cit.", "Ob. cit.", "obra citada", "cit. supra", "supra nota"),
    idem=("Ídem", "ídem", "Id.", "El mismo", "La misma"),
    roles=(
        ("coord.", "editor"), ("coords.", "editor"), ("comp.", "editor"), ("comps.", "editor"), ("eds.", "editor"), ("ed. de", "editor"),
        ("edición de", "editor"), ("Edición de", "editor"), ("dir.", "editor"), ("dirs.", "editor"), ("coordinado por", "editor"),
        ("trad. de", "translator"), ("traducción de", "translator"), ("Traducción de", "translator"), ("traducido por", "translator"),
    ),
    containers=("en", "En", "en:", "En:"),
    et_al=("et al.", "y otros", "y otras"),
    units=(
        r"(?:consultado|[Cc]onsulta|recuperado|visitado|acceso)(?:\sel|:)?\s(?P<accessed>\d{1,2}\sde\s[a-z]{4,10}\sde\s[12]\d{3})",
        r"(?P<genre>[Tt]esis\s(?:doctoral|de\s(?:maestría|licenciatura|doctorado|grado)))",
        r"(?<!\w)(?P<issued>\d{1,2}\sde\s(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre"
        r"|diciembre)(?:\sde|\sdel)?\s[12]\d{3})",
        rf"(?<![^\W\d_])(?:[Tt]|[Tt]omo|[Vv]ol)(?:\.\s?|\s)(?P<volume>\d{{1,6}}|{ROMAN})(?!\w)",
        r"(?<![^\W\d_])[Nn](?:úm|um|º|°|ro)\.?s?\s?(?P<issue>\d{1,6}(?:[-–/]\d{1,6})?)",
        r"(?<!\w)(?:pp?|págs?)\.\s?(?P<page>\d{1,6}(?:\s?[-‐-―]\s?\d{1,6})?(?:\s?(?:y\s)?ss?\.)?)",
    ),
    months=tuple(
        (name, i)
        for i, names in enumerate(
            ("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre setiembre", "octubre", "noviembre",
             "diciembre"), 1)
        for name in names.split()
    ),
    seasons=(("primavera", 1), ("verano", 2), ("otoño", 3), ("invierno", 4)),
    institutions=(
        "Universidad", "Ministerio", "Instituto", "Consejo", "Comisión", "Asociación", "Banco", "Sociedad", "Tribunal", "Archivo",
        "Biblioteca", "Academia", "Ayuntamiento", "Gobierno", "Fundación", "Organización",
    ),
    publishers=("Ediciones", "Editorial", "Editora", "Imprenta", "Librería", "Siglo"),
    places=("Madrid", "Barcelona", "Buenos Aires", "México", "Bogotá", "Lima", "Santiago de Chile", "Montevideo", "Caracas", "La Habana",
        "Sevilla", "Valencia", "Salamanca", "Granada", "Zaragoza", "Bilbao", "Quito", "Valladolid", "Pamplona"),
    media=("Mundo", "País", "Nación", "Universal", "Comercio", "Mercurio", "Vanguardia", "Gaceta", "Diario"),
    periodicals=("Revista", "Anuario", "Boletín", "Cuadernos", "Anales"),
    forthcoming=("en prensa", "en preparación"),
    theses=("tesis", "Tesis"),
    reports=("Informe", "informe", "Documento de trabajo"),
    laws=("Ley", "Decreto", "Convenio", "Tratado", "Constitución", "Código"),
    prose=("está", "están", "fue", "fueron", "había", "han", "porque", "aunque", "esta", "estos", "nuestro", "también", "pero", "cuando"),
    accents="ñáéíóú¿¡",
    small=("el", "los", "las", "del", "y", "una", "por", "para", "con", "su", "como", "al"),
    funding=("financiado por", "agradezco", "agradecemos", "proyecto de investigación"),
)

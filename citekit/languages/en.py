"""English: journals' notes, Chicago, author-date, and the forms that English takes inside CJK notes."""

from citekit.languages.language import Language

ROMAN = r"[ivxlcdm]{1,9}|[IVXLCDM]{1,9}"
PAGE = rf"(?:[A-Z]?\d{{1,6}}[a-z]?|{ROMAN})"
SPREAD = rf"{PAGE}(?:\s?[-‐-―−]{{1,2}}\s?{PAGE})?(?:\s?[,、]\s?\d{{1,6}}(?:\s?[-‐-―−]{{1,2}}\s?\d{{1,6}})?){{0,9}}"

ENGLISH = Language(
    code="en",
    name="english",
    letters="[A-Za-z]",
    signals=(
        "See also, for example", "See, for example", "See for example", "See e.g.", "See, e.g.", "See also", "See", "But see", "Cf.", "Cf",
        "cf.", "Compare", "For example", "E.g.", "e.g.", "For details, see", "For a review, see", "see, also", "see also", "see", "Also see",
        "available at", "see generally", "See generally", "See further", "Accord", "Contra", "But cf.", "but see", "Quoted in", "Cited in", "contrast", "Contrast", "compare",
    ),
    adverbs=("also", "generally", "especially", "in particular", "particularly", "for example", "for instance", "e.g.", "inter alia", "further", "notably", "here"),
    quoted_in=("quoted in", "cited in", "quoted from", "cited from", "as quoted in", "as cited in"),
    ibid=("Ibid.", "Ibid", "ibid.", "ibid", "Id.", "id.", "Ibidem"),
    shortforms=("op. cit.", "op.cit.", "Op. cit.", "Loc. cit.", "loc. cit.", "supra note", "supra n.", "Above n.", "above n.", "supra"),
    idem=("Idem", "idem", "Id.", "id.", "———", "———."),
    roles=(
        ("eds.", "editor"), ("eds", "editor"), ("ed.", "editor"), ("ed", "editor"), ("edited by", "editor"), ("ed. by", "editor"), ("trans. by", "translator"), ("trans.", "translator"),
        ("translated by", "translator"), ("trans", "translator"), ("Eds.", "editor"), ("Ed.", "editor"), ("Trans.", "translator"),
    ),
    containers=("in", "In", "in:", "In:"),
    anonymous=("Anon.", "Anonymous", "Unknown author"),
    et_al=("et al.", "et al", "and others"),
    units=(
        r"(?:[Aa]ccessed|[Rr]etrieved|[Vv]isited|[Vv]iewed|[Cc]onsulted)(?:\s?:|\son:?)?\s"
        r"(?P<accessed>\d{1,2}[\s-][A-Z][a-z]{2,8}\.?,?[\s-][12]\d{3}|[A-Z][a-z]{2,8}\.?\s\d{1,2},?\s[12]\d{3}|[12]\d{3}[-/]\d{2}[-/]\d{2})",
        r"(?P<genre>(?:Ph\.?\s?D\.?|M\.?A\.?|[Dd]octoral|[Mm]aster’?s)\s(?:[Dd]iss(?:ertation|\.)|[Tt]hesis))",
        rf"(?<![^\W\d_])[Vv]ols?(?:\.\s?|\s|(?=\d))(?P<volume>\d{{1,6}}|{ROMAN})(?![^\W\d_])(?:\s?[-–/]\s?\d+)?",
        r"(?<![^\W\d_])(?:[Nn]os?|[Nn]r|[Ii]ssue)\.?\s?(?P<issue>[\dA-Z][\dA-Z–/-]{0,12}(?:\s?[-–/]\s?\d+)?)(?!\w)",
        rf"(?:(?<=\.\s)|(?<=,\s))P\.\s?(?P<page>{SPREAD})",  # the Russian style of Latin works: Ibid. P. 16
        rf"(?<![A-Za-z])pp?(?:\.\s?|(?=\d))(?P<page>{SPREAD}(?:\s?ff?\.)?)",
    ),
    months=tuple(
        (name, i)
        for i, names in enumerate(
            ("January Jan", "February Feb", "March Mar", "April Apr", "May", "June Jun", "July Jul", "August Aug",
             "September Sept Sep", "October Oct", "November Nov", "December Dec"), 1)
        for name in names.split()
    ),
    seasons=(("Spring", 1), ("Summer", 2), ("Autumn", 3), ("Fall", 3), ("Winter", 4)),
    institutions=(
        "University", "Institute", "Ministry", "Department", "Office", "Agency", "Council", "Commission", "Committee", "Association",
        "Organization", "Organisation", "Bank", "Center", "Centre", "House", "Government", "Nations", "Union", "Society", "Foundation",
        "Group", "Board", "Service", "Authority", "Bureau", "Court", "Company", "Corporation", "Library", "Army", "Navy",
        "Press", "College", "Academy", "Network", "Team", "Alliance", "Secretariat", "Assembly", "Parliament", "Congress", "Fund",
    ),
    publishers=("Press", "Publishers", "Publishing", "Books", "Verlag", "Sons", "House", "Publications"),
    places=("London", "New York", "New Haven", "Los Angeles", "San Francisco", "New Delhi", "Hong Kong", "Oxford", "Cambridge", "Princeton", "Chicago", "Boston", "Washington", "Baltimore",
        "Philadelphia", "Berkeley", "Stanford", "Ithaca", "Durham", "Edinburgh", "Toronto", "Sydney", "Melbourne",
        "Canberra", "Singapore", "Dublin", "Manchester", "Basingstoke", "Houndmills", "Abingdon", "Aldershot",
        "Farnham", "Cheltenham", "Northampton", "Bloomington", "Honolulu", "Seattle", "Westport", "Lanham",
        "Boulder", "Armonk", "Leiden", "Dordrecht", "Amsterdam"),
    media=("News", "Times", "Post", "Herald", "Guardian", "Tribune", "Online", "Daily", "Gazette"),
    periodicals=("Review", "Journal", "Newsletter", "Annals", "Bulletin", "Proceedings", "Studies", "Magazine", "News", "Times", "Quarterly"),
    forthcoming=("forthcoming", "in press"),
    theses=("dissertation", "thesis", "Dissertation", "Thesis"),
    reports=("Report", "Working Paper", "White Paper", "Discussion Paper"),
    laws=("Act", "Convention", "Treaty", "Agreement", "Charter"),
    prose=(
        "is", "are", "was", "were", "has", "have", "had", "that", "this", "these", "those", "which", "can", "may", "not", "we", "our", "they",
        "their", "does", "did", "been", "because", "while", "although", "here", "there", "it", "would", "should", "could", "must", "however",
    ),
    small=("the", "of", "and", "in", "to", "for", "on", "a", "an", "at", "by", "from", "with"),
    leftovers=("pp", "p", "at", "see"),
    funding=("This research was supported", "This work was supported", "funded by", "grateful to", "thanks to", "acknowledge"),
)

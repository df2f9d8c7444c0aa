"""Which encoding a text is in: marks first, then the candidate whose characters a reader would expect."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from citekit.model import CitekitError, Message, Result

# The commonest characters of each language, most frequent first as far as anybody agrees on it.
SIMPLIFIED = (
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事"
    "成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此"
    "已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代"
    "内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安"
    "少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光"
    "放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运研究参"
    "页版编译注历史际出版论期卷号引自载年京"
)
TRADITIONAL = (
    "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事"
    "成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此"
    "已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代"
    "內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安"
    "少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光"
    "放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運研究參"
    "頁版編譯註歷史際臺灣卷號引載"
)
KANJI = (
    "日一国人年大十二本中長出三時行見月後前生五間上東四今金九入学高円子外八六下来気小七山話女北午百書先名川千水半男西電校"
    "語土木聞食車何南万毎白天母火右読友左休父雨会同事自社発者地業方新場員立開手力問代明動京目通言理体田主題意不作用度強公"
    "持野以思家世多正安院心界教文元重近考画海売知道集別物使品計死特私始朝運終台広住無真有口少町料工建空急止送切転研足究楽"
    "起着店病質待試族銀早映親験英医仕去味写字答夜音注帰古歌買悪図週室歩風紙黒花春赤青館屋色走秋夏習駅洋旅服夕借曜飲肉貸堂"
    "鳥飯勉冬昼茶弟牛魚兄犬妹姉漢政議民連対部合市内相定回選米実関決全表戦経最現調化当約首法性的要制治務成期取都和機平加受"
    "続進数記初指権支産点報済活原共得解交資予向際勝面告反判認参利組信在件側任引求所次昨論官増係感情投示変打直両式確果容必演"
    "歳争談能位置流格疑過局放常状球職与供役構割身費付由説難優夫収断石違消神番規術備宅害警設税条義史編訳著巻号頁版刊載"
)
SYLLABLES = (
    "이다의는을가에한고하지로은기사인대도서를자어정리시아보수나부제전주상일과해그있라만장여스구신성조중무비유경공면원적동안교"
    "위국세학방당관선명연결민마문용개소거생모화력계때들게것니되년월호쪽권책편역저논집각같며으와였었했할함합행현형회후더또두등"
    "및반발배법본분불산석설술실심양없영예오왔외요우운음의임입재점조종진차체출치타태터통파판평표품필했"
)
HIRAGANA = re.compile("[ぁ-ん]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A text and the encoding it was in (IANA's name)."""

    text: str
    encoding: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An encoding, the codec that reads it with its usual extensions, and what a character in it is worth."""

    name: str
    codec: str
    worth: Callable[[str, str], float]


def _cjk(common: str, script: Callable[[str], float]) -> Callable[[str, str], float]:
    """The worth of a character in an East Asian encoding whose commonest characters are these."""
    known = frozenset(common)

    def worth(char: str, before: str) -> float:
        if char in known:
            return 2.0
        if char in "，。、；：？！（）《》「」『』“”‘’—…·　〔〕【】":
            return 1.0
        return script(char)

    return worth


def _han(char: str) -> float:
    if "\u4e00" <= char <= "\u9fff":
        return 0.0
    return 0.3 if "\uff01" <= char <= "\uff5e" or "①" <= char <= "⑳" else -1.5


def _japanese(char: str) -> float:
    if HIRAGANA.match(char):
        return 2.0
    if "ァ" <= char <= "ー":
        return 1.2
    return -1.0 if "｡" <= char <= "ﾟ" else _han(char)


def _korean(char: str) -> float:
    return 0.3 if "가" <= char <= "힣" else _han(char) - 0.3


def _western(char: str, before: str) -> float:
    if char in "àâäáåãæçéèêëíìîïñóòôöõøœúùûüýßšžÀÂÄÁÅÆÇÉÈÊËÍÎÏÑÓÔÖØŒÚÜŠŽ":
        return 1.5 if before.isalpha() and before.isascii() and char.islower() else 0.8
    return 0.4 if char in "«»“”‘’–—…§°·\u00a0©„‹›€£¿¡" else -1.5


def _cyrillic(char: str, before: str) -> float:
    if char.isalpha() and before.isascii() and before.isalpha():
        return -1.5  # no word mixes both alphabets
    if "а" <= char <= "я" or char == "ё":
        return 1.2 + (char in "оеаинтсрвлк") * 0.5
    if "А" <= char <= "Я":
        return -1.0 if before.isalpha() and before.islower() else 0.5
    return 0.3 if char in "«»“”„–—…№§\u00a0" else -1.5


def _any(char: str, before: str) -> float:
    """For Unicode, whose wrong readings give controls, unassigned characters and a mixture of scripts."""
    return max(candidate.worth(char, before) for candidate in CANDIDATES[:-2]) if char > "\x7f" else 1.0


CANDIDATES: tuple[Candidate, ...] = (
    Candidate(name="GB18030", codec="gb18030", worth=_cjk(SIMPLIFIED, _han)),
    Candidate(name="Big5", codec="big5hkscs", worth=_cjk(TRADITIONAL, _han)),
    Candidate(name="Shift_JIS", codec="cp932", worth=_cjk(KANJI, _japanese)),
    Candidate(name="EUC-JP", codec="euc_jp", worth=_cjk(KANJI, _japanese)),
    Candidate(name="EUC-KR", codec="cp949", worth=_cjk(SYLLABLES, _korean)),
    Candidate(name="Windows-1252", codec="cp1252", worth=_western),
    Candidate(name="Windows-1251", codec="cp1251", worth=_cyrillic),
    Candidate(name="KOI8-R", codec="koi8-r", worth=_cyrillic),
    Candidate(name="UTF-16LE", codec="utf-16-le", worth=_any),
    Candidate(name="UTF-16BE", codec="utf-16-be", worth=_any),
)
MARKS = (
    (b"\xef\xbb\xbf", "UTF-8", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "UTF-32LE", "utf-32"),
    (b"\x00\x00\xfe\xff", "UTF-32BE", "utf-32"),
    (b"\xff\xfe", "UTF-16LE", "utf-16"),
    (b"\xfe\xff", "UTF-16BE", "utf-16"),
)
SAMPLE = 4000  # characters beyond ASCII are enough to judge by


def decode(data: bytes, name: str = "the text") -> Result[Decoded]:
    """The text of these bytes and the encoding taken, with a message if it is not UTF-8 or has broken places.

    >>> decode("日本の外交".encode("euc-jp")).value
    Decoded(text='日本の外交', encoding='EUC-JP')
    """
    found = _marked(data) or _utf8(data) or _best(data, name)
    text = found.text.replace("\x00", "")
    messages = []
    if found.encoding != "UTF-8":
        hint = f"{name}: read as {found.encoding}, not UTF-8; if the text is garbled, save the file as UTF-8"
        messages.append(Message(text=hint, level="info"))
    if broken := text.count("\ufffd"):
        messages.append(Message(text=f"{name}: {broken} characters cannot be read as {found.encoding}"))
    return Result(value=Decoded(text=text, encoding=found.encoding), messages=tuple(messages))


def _marked(data: bytes) -> Decoded | None:
    """By a byte order mark or the escapes of ISO-2022-JP."""
    for mark, name, codec in MARKS:
        if data.startswith(mark):
            return Decoded(text=data.decode(codec, "replace"), encoding=name)
    if b"\x1b$" in data and data.isascii():
        return Decoded(text=data.decode("iso2022_jp_2", "replace"), encoding="ISO-2022-JP")
    return None


def _utf8(data: bytes) -> Decoded | None:
    """As UTF-8, if it is that but for a few broken places."""
    if b"\x00" in data:
        return None
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    beyond = len(text) - len(text.encode("ascii", "ignore"))
    return Decoded(text=text, encoding="UTF-8") if broken <= beyond / 20 else None


def _best(data: bytes, name: str) -> Decoded:
    """The candidate whose characters are worth most."""
    wide = b"\x00" in data
    scored = []
    for place, candidate in enumerate(CANDIDATES):
        unicode = candidate.name.startswith("UTF-16")
        if (wide and not unicode) or (unicode and len(data) % 2):
            continue
        text = data.decode(candidate.codec, "replace")
        scored.append((score(text, candidate), -place, text, candidate.name))
    best = max(scored, default=None)
    if best is None or (wide and best[0] < 0.3) or _is_binary(best[2]):
        raise CitekitError(f"{name}: this is no text but some binary format; give the article as a text file")
    return Decoded(text=best[2], encoding=best[3])


def score(text: str, candidate: Candidate) -> float:
    """What the characters beyond ASCII are worth on average, all characters for UTF-16."""
    total, count, before = 0.0, 0, " "
    for char in text:
        if char > "\x7f" or candidate.worth is _any:
            count += 1
            if char == "\ufffd" or "\ue000" <= char <= "\uf8ff" or "\x80" <= char <= "\x9f" or char < "\t":
                total -= 4
            else:
                total += candidate.worth(char, before)
            if count > SAMPLE:
                break
        before = char
    return total / count if count else 0.0


def _is_binary(text: str) -> bool:
    """Whether control characters say that this never was a text."""
    head = text[:20000]
    controls = sum(c < " " and c not in "\t\n\r\f\x0b\x1b\x02\x1a" for c in head)
    return controls > len(head) / 50

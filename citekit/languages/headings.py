"""The headings over lists of notes and lists of references, and what follows behind an article."""

from __future__ import annotations

import re
from functools import cache

NOTES = (
    r"(?:注\s?[释釋釈]?|註\s?[釋釈]?|尾\s?注|脚\s?注|章末注|附\s?注|각\s?주|미\s?주|후\s?주|주\s?석?"
    r"|(?:end|foot)?notes?(?: and references)?|anmerkungen|endnoten|fu(?:ß|ss)noten|note|notes de (?:fin|bas de page)"
    r"|notas|примечания)"
)
REFERENCES = (
    r"(?:(?:主要|引用)?\s?参\s?考\s?[文书]\s?[献目]|引用文献|(?:主要|引用)?參考[文書][獻目]|引用文獻|征引文献|徵引文獻|参照文献"
    r"|文献(?:一覧|目録)?|参考資料|引用資料|참고\s?문헌|인용\s?문헌"
    r"|references(?: cited)?|reference list|works cited|works consulted|(?:selected |select )?bibliography"
    r"|literature cited|literatur(?:verzeichnis)?|quellen(?:- und literaturverzeichnis|verzeichnis)?"
    r"|(?:références )?bibliographi(?:e|ques)|références|bibliografía|referencias(?: bibliográficas)?"
    r"|bibliografia|riferimenti bibliografici"
    r"|(?:список )?(?:использованн(?:ой|ая) )?литератур[аы]|список (?:источников|литературы)(?: и литературы)?"
    r"|библиографи(?:я|ческий список)|источники(?: и литература)?)"
)
AFTERWARDS = (
    r"(?:责任编辑|責任編輯|责编|本文责编|执行编辑|校对"
    r"|收稿日期|作者简介|作者单位|作者介绍|作者簡介|基金项目"
    r"|英文摘要"
    r"|(?:abstract|summary|zusammenfassung|résumé|keywords|key words|투고일|논문접수일|국문초록)\b)"
)
BACKMATTER = (
    r"(?:附\s?[录錄]|致\s?[谢謝]|后\s?记|後\s?記|作者(?:简介|簡介|介绍|单位)|付録|謝\s?辞|執筆者紹介|著者紹介|英文要旨|要\s?旨|摘\s?要"
    r"|부\s?록|감사의\s?글|저자\s?소개|초\s?록"
    r"|append(?:ix|ices)(?:\s[A-Z0-9]{1,3})?|acknowledge?ments?|about the authors?|(?:the )?authors?|(?:author )?biograph(?:y|ies)"
    r"|biographical notes?|(?:notes on )?contributors?|author contributions|funding|competing interests|conflicts? of interests?"
    r"|data availability(?: statement)?|supplement(?:ary)?(?: materials?| information)?|abbreviations|index|tables?|figures?"
    r"|anhang|anhänge|danksagung|abkürzungen|abkürzungsverzeichnis|autorenverzeichnis|zum autor|zur autorin|register"
    r"|annexes?|remerciements|index des noms|abréviations|l’auteure?|anexos?|agradecimientos"
    r"|приложени[ея]|сведения об авторах|об авторах?|информация об авторах?|благодарности)"
)
"""Headings of what may stand behind a list of references and is none."""
_LIST_OF = (
    r"(?:[中英日俄法德韩韓西外汉漢国國]{1,2}文|汉语|漢語|外语|日语|英语|邦文|和文|欧文|日本語|外国語|英語|中国語|韓国語|文献|[史資资]料"
    r"|著作|[论論]文|[专專]著|期刊|[报報][纸紙]|新聞|[档檔]案|文件|[报報]告|法律|法[规規]|案例|判例|古籍|[译譯]著|学位|學位|工具|[书書]籍|[书書]目"
    r"|文章|[论論]著|雑誌|雜誌|単行本|著書|図書|ウェブサイト|ホームページ|インターネット|ネット|[网網][站络絡页頁]|[电電]子|[资資]源|部分"
    r"|今人|近人|前人|[当當]代|[现現]代|近代|一手|二手|一次|二次|原始|基本|主要|其他|其它|研究|公刊|未公刊|刊行|未刊行|[类類]|[与與及和、・·（）()/]|の|など"
    r"|국내|국외|외국|해외|국문|영문|중문|일문|한국어|영어|중국어|일본어|동양|서양|문헌|자료|논문|단행본|저서|학술지|학위|신문|인터넷|사이트|사료"
    r"|[12]차|원전|기타|및|잡지)"
)
_LIST_NOUNS = (
    "sources literature works books monographs articles newspapers periodicals archives theses dissertations reports"
    " documents websites interviews cases legislation statutes treaties materials collections manuscripts papers"
    " proceedings chapters journals"
    " quellen archivalien sekundärliteratur primärliteratur primärquellen monographien monografien aufsätze zeitschriften"
    " zeitungen internetquellen onlinequellen online-quellen forschungsliteratur darstellungen sammelbände archive"
    " ouvrages études thèses revues presse périodiques webographie sitographie littérature"
    " источники литература архивы монографии статьи исследования ресурсы документы публикации диссертации"
    " fuentes libros artículos fonti monografie"
)
_LIST_WORDS = (
    "primary secondary archival unpublished published printed manuscript edited journal newspaper government official"
    " online internet electronic web other further legal historical modern english chinese japanese korean french german"
    " russian western language foreign domestic book conference working in and of the for on to & a selected cited"
    " gedruckte ungedruckte unveröffentlichte veröffentlichte unpublizierte publizierte deutschsprachige"
    " fremdsprachige und sonstige weitere nachschlagewerke"
    " primaires secondaires imprimées imprimés manuscrites manuscrits officiels internet sites et de en langue française"
    " архивные опубликованные неопубликованные материалы на русском английском немецком французском иностранных языке"
    " языках электронные нормативные правовые акты и научные периодические издания справочная"
    " primarias secundarias y e"
)
_ORDINAL = (
    r"(?:[(（]?(?:[一二三四五六七八九十]{1,3}|\d{1,2}|[IVX]{1,4}|[A-Da-dА-Д가나다라])[)）.．、:：]\s?|[ⅠⅡⅢⅣⅤ①②③④⑤][.．、]?\s?"
    r"|第[一二三四五六]部分\s?)?"
)
_BEFORE = r"(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[IVX]{1,5})[.、．]?\s)?[\[【〔（(<＜〈■◆●\s]*"
_BEHIND = r"[\]】〕）)>＞〉:：\s]*"
_LONGEST = 60


@cache
def _whole(words: str) -> re.Pattern[str]:
    return re.compile(_BEFORE + words + _BEHIND, re.IGNORECASE)


def heads_notes(line: str) -> bool:
    """Whether a line is the heading of a list of notes.

    >>> heads_notes("【注释】"), heads_notes("Notes"), heads_notes("Notes on contributors")
    (True, True, False)
    """
    return len(line) <= _LONGEST and bool(_whole(NOTES).fullmatch(line.strip()))


def heads_references(line: str) -> bool:
    """Whether a line is the heading of a list of references.

    >>> heads_references("参考文献："), heads_references("6. References"), heads_references("References to the war")
    (True, True, False)
    """
    return len(line) <= _LONGEST and bool(_whole(REFERENCES).fullmatch(line.strip()))


@cache
def _afterwards() -> re.Pattern[str]:
    return re.compile(r"[\[【〔（(]?\s*" + AFTERWARDS, re.IGNORECASE)


def ends_article(line: str) -> bool:
    """Whether a line begins what stands behind an article: the editor in charge, the author's biography, an abstract.

    >>> ends_article("（责任编辑：林越）"), ends_article("Abstract: This article"), ends_article("Abstraction")
    (True, True, False)
    """
    return bool(_afterwards().match(line.strip()))


def heads_backmatter(line: str) -> bool:
    """Whether a line is the heading of what stands behind a list of references: an appendix, thanks, the authors.

    >>> heads_backmatter("Appendix B"), heads_backmatter("附录"), heads_backmatter("Appendix to the Convention of 1884")
    (True, True, False)
    """
    return len(line) <= _LONGEST and bool(_whole(BACKMATTER).fullmatch(line.strip()))


@cache
def _parts() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str], frozenset[str]]:
    nouns = frozenset(_LIST_NOUNS.split())
    return (
        re.compile(_ORDINAL),
        re.compile(rf"{_LIST_OF}{{1,8}}"),
        nouns,
        nouns | frozenset(_LIST_WORDS.split()),
    )


def heads_part(line: str) -> bool:
    """Whether a line is the heading of a part of a list of references: by language, by kind, primary and secondary.

    >>> heads_part("一、中文文献"), heads_part("Archival sources"), heads_part("Ungedruckte Quellen:")
    (True, True, True)
    >>> heads_part("Archives of the Port, 1912."), heads_part("中文系")
    (False, False)
    """
    line = line.strip()
    if not line or len(line) > _LONGEST or line[-1] in ".。,，;；":
        return False
    ordinal, cjk, nouns, words = _parts()
    bare = line[ordinal.match(line).end() :].strip("[]【】〔〕（）()<>＜＞〈〉■◆●:：—–- \u3000")  # type: ignore[union-attr]  # matches always
    if cjk.fullmatch(bare.replace(" ", "")):
        return len(bare) > 1
    found = bare.lower().replace(",", " ").split()
    return bare[:1].isupper() and set(found) <= words and bool(nouns & set(found))

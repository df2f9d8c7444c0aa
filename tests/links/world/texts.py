"""Titles and paragraphs in nine languages, drawn by a seeded chance: enough for pages that differ as real ones do."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True)
class Words:
    """What a language's texts are made of: nouns, qualities, and the forms of titles and of sentences."""

    nouns: tuple[str, ...]
    qualities: tuple[str, ...]
    titles: tuple[str, ...]
    sentences: tuple[str, ...]
    space: str = " "


def _split(text: str) -> tuple[str, ...]:
    return tuple(text.split())


LANGUAGES = {
    "en": Words(
        _split("harbour treaty census fishery archive railway parliament drought museum tariff glacier dialect"
               " vaccine canal monastery refugee budget earthquake orchard telegraph constitution wetland mortgage theatre"),
        _split("regional maritime medieval colonial urban statistical comparative provisional northern rural"),
        ("The {q} {n} and its {m}", "{Q} {n} policy: a report on the {m}", "Notes on the {n} of {q} {m}s",
         "{Q} {m} review, with a survey of every {n}"),
        ("The {n} was {q} before the {m} changed.", "Most of the {q} {m} depends on a single {n}.",
         "In this chapter the {m} is compared with the {q} {n}.", "Nobody expected the {n} to outlast the {m}."),
    ),
    "de": Words(
        _split("Hafen Vertrag Volkszählung Fischerei Archiv Eisenbahn Landtag Dürre Museum Zolltarif Gletscher Mundart"
               " Impfstoff Kanal Kloster Flüchtling Haushalt Erdbeben Obstgarten Verfassung Moor Theater"),
        _split("regionale maritime mittelalterliche koloniale städtische statistische vorläufige nördliche ländliche"),
        ("Der {n} und die {q} Frage: {m}", "{Q} Beiträge über {n} und {m}", "Zur Geschichte: {m}, {n} und {q} Ordnung"),
        ("Die {q} Lage betraf {n} und {m} gleichermaßen.", "Ohne {m} wäre der {n} undenkbar gewesen.",
         "Erst später wurde {n} durch {q} {m} ersetzt."),
    ),
    "fr": Words(
        _split("port traité recensement pêche archive chemin parlement sécheresse musée tarif glacier dialecte vaccin"
               " canal monastère réfugié budget séisme verger télégraphe constitution marais hypothèque théâtre"),
        _split("régional maritime médiéval colonial urbain statistique comparé provisoire rural"),
        ("Le {n} {q} et son {m}", "Étude sur le {m} : {n} et droit {q}", "Histoire du {n}, du {m} et du monde {q}"),
        ("Le {n} restait {q} malgré le {m}.", "On compare ici le {m} avec le {n} {q}.", "Aucun {m} ne remplaça le {n}."),
    ),
    "es": Words(
        _split("puerto tratado censo pesca archivo ferrocarril parlamento sequía museo arancel glaciar dialecto vacuna"
               " canal monasterio refugiado presupuesto terremoto huerto telégrafo constitución humedal hipoteca teatro"),
        _split("regional marítimo medieval colonial urbano estadístico comparado provisional rural"),
        ("El {n} {q} y su {m}", "Informe sobre {n} y {m} en el ámbito {q}", "Historia del {m}: {n} y derecho {q}"),
        ("El {n} siguió siendo {q} tras el {m}.", "Se compara el {m} con el {n} {q}.", "Sin {m} no hubo {n}."),
    ),
    "it": Words(
        _split("porto trattato censimento pesca archivio ferrovia parlamento siccità museo dazio ghiacciaio dialetto"
               " vaccino canale monastero profugo bilancio terremoto frutteto telegrafo costituzione palude mutuo teatro"),
        _split("regionale marittimo medievale coloniale urbano statistico comparato provvisorio rurale"),
        ("Il {n} {q} e il suo {m}", "Studio su {n} e {m} in ambito {q}", "Storia del {m}: {n} e diritto {q}"),
        ("Il {n} rimase {q} dopo il {m}.", "Qui si confronta il {m} con il {n} {q}.", "Senza {m} non vi fu {n}."),
    ),
    "ru": Words(
        _split("порт договор перепись рыболовство архив железная парламент засуха музей тариф ледник диалект вакцина"
               " канал монастырь беженец бюджет землетрясение сад телеграф конституция болото ипотека театр"),
        _split("региональный морской средневековый колониальный городской статистический сравнительный северный"),
        ("{Q} {n} и {m}", "Исследование: {n}, {m} и {q} порядок", "История: {m} и {q} {n} в документах"),
        ("Здесь {n} и {m} рассматриваются как {q} вопрос.", "Позднее {q} {m} заменил {n}.", "Без {m} невозможен {n}."),
    ),
    "zh": Words(
        _split("港口 条约 人口普查 渔业 档案 铁路 议会 旱灾 博物馆 关税 冰川 方言 疫苗 运河 寺院 难民 预算 地震 果园 电报 宪法 湿地"),
        _split("地方 海洋 中世纪 殖民地 城市 统计 比较 临时 北方 农村"),
        ("{q}{n}与{m}研究", "论{n}制度及{q}{m}问题", "关于{q}{m}和{n}的调查报告", "{n}、{m}与{q}秩序"),
        ("本章将{n}与{q}{m}加以比较。", "此后{m}逐渐取代了{q}{n}。", "学界对{n}和{m}的看法不一。", "{q}资料显示，{n}早于{m}。"),
        "",
    ),
    "ja": Words(
        _split("港湾 条約 国勢調査 漁業 公文書 鉄道 議会 干ばつ 博物館 関税 氷河 方言 ワクチン 運河 寺院 難民 予算 地震 果樹園 電信 憲法 湿地"),
        _split("地域 海洋 中世 植民地 都市 統計 比較 暫定 北方 農村"),
        ("{q}における{n}と{m}", "{n}及び{m}に関する{q}報告書", "{q}{m}政策と{n}の歴史", "{m}をめぐる{q}{n}会談の概要"),
        ("本稿は{n}を{q}の視点から{m}と比較する。", "その後、{m}は{q}の{n}に代わった。", "{n}と{m}については意見が分かれている。"),
        "",
    ),
    "ko": Words(
        _split("항구 조약 인구조사 어업 기록 철도 의회 가뭄 박물관 관세 빙하 방언 백신 운하 사찰 난민 예산 지진 과수원 전신 헌법 습지"),
        _split("지역 해양 중세 식민지 도시 통계 비교 임시 북방 농촌"),
        ("{q} {n}과 {m}의 연구", "{n} 및 {m}에 관한 {q} 보고서", "{q} {m} 정책과 {n}의 역사"),
        ("이 글은 {n}을 {q} {m}과 비교한다.", "그 뒤 {m}이 {q} {n}을 대신하였다.", "{n}과 {m}에 대해서는 견해가 엇갈린다."),
    ),
}  # fmt: skip


def _fill(form: str, words: Words, chance: Random) -> str:
    n, m = chance.sample(words.nouns, 2)
    q = chance.choice(words.qualities)
    return form.format(n=n, m=m, q=q, Q=q[:1].upper() + q[1:])


def title(language: str, chance: Random) -> str:
    words = LANGUAGES[language]
    return f"{_fill(chance.choice(words.titles), words, chance)}{words.space}{chance.randrange(1950, 2024)}"


def paragraph(language: str, chance: Random, sentences: int = 4) -> str:
    words = LANGUAGES[language]
    return words.space.join(_fill(chance.choice(words.sentences), words, chance) for _ in range(sentences))


def word(language: str, chance: Random) -> str:
    return chance.choice(LANGUAGES[language].nouns)

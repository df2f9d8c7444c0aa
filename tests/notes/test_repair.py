"""Damage undone, and what must not be touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.model import Passage
from citekit.notes.repair import REPAIRS, repair

LINES = [
    ("2023年第\n\n7期，第\n109页", "2023年第7期，第109页"),
    ("第1\n09页", "第109页"),
    ("海运与经济, 201\n3(10): 140-155.", "海运与经济, 2013(10): 140-155."),
    ("澄海出版社, 19\n97: 22\n0.", "澄海出版社, 1997: 220."),
    ("[2025−\n07−19]", "[2025−07−19]"),
    ("Vol. 34\n2010, no. 3\n12 May", "Vol. 34 2010, no. 3 12 May"),
    ("Vol. \n\n34, No.3", "Vol. 34, No.3"),
    ("1984, \n\npp.461-495", "1984, pp.461-495"),
    ("pp. 158-\n160", "pp. 158-160"),
    ("142―\n149頁", "142―149頁"),
    ("法律文化社、\n2018年", "法律文化社、2018年"),
    ("『NIDS コメンタリー』と『NIDS\nコメンタリー』", "『NIDS コメンタリー』と『NIDS コメンタリー』"),
    ("Zhexue yanjiu\n  哲學研究, no. 11", "Zhexue yanjiu 哲學研究, no. 11"),
    ("“印太战略”\n下", "“印太战略”下"),
    ("the “foo\nbar”\nof", "the “foo bar” of"),
    ("김예시, 2020\n년, 『고구려\n후기』 12\n쪽", "김예시, 2020년, 『고구려 후기』 12쪽"),
]
HYPHENS = [
    ("Secu-\nrity", "Security"),
    ("Inter-\nnational", "International"),
    ("land-\nmark, sea-\nson", "landmark, season"),
    ("Asia-\nPacific", "Asia-Pacific"),
    ("US-\nJapan", "US-Japan"),
    ("policy-\nmaking", "policy-making"),
    ("non-\nproliferation", "non-proliferation"),
    ("re-\nelection, re-\neducation", "re-election, re-education"),
    ("re-\nflection, co-\noperation, re-\nally", "reflection, cooperation, really"),
    ("Bio-Psycholo-\ngical", "Bio-Psychological"),
    ("state-of-\nthe-art", "state-of-the-art"),
    ("SECU-\nRITY", "SECURITY"),
    ("Menschenrechts-\nkonvention", "Menschenrechtskonvention"),
    ("Wirtschafts-\nund Sozialgeschichte", "Wirtschafts- und Sozialgeschichte"),
    ("peut-\nêtre, celui-\nci", "peut-être, celui-ci"),
    ("fu\u00ad\nture", "future"),
    ("Abol\x02\nished", "Abolished"),
    ("word —\nword", "word — word"),
]
URLS = [
    ("https://www.example.\n\ngo.jp/files/1005.\npdf。", "https://www.example.go.jp/files/1005.pdf。"),
    ("https://www.\n\nexample.go.jp/a/b。", "https://www.example.go.jp/a/b。"),
    ("www.\nexample.go.jp/jp/。", "www.example.go.jp/jp/。"),
    ("https://www.example.go.jp/\nfiles/1.pdf。", "https://www.example.go.jp/files/1.pdf。"),
    ("https://www.example. go.jp/files/1.pdf", "https://www.example.go.jp/files/1.pdf"),
    ("https://www.simple-\nsimple.com/a-\nb", "https://www.simple-simple.com/a-b"),
    ("https://x.org/secu-\nrity-report", "https://x.org/security-report"),
    ("https://x.org/9b49-\n  67b7-6374", "https://x.org/9b49-67b7-6374"),
    ("<https://x.org/attachment_dat\na/file.pdf> accessed", "<https://x.org/attachment_data/file.pdf> accessed"),
    ("https://x.org/a?b=c\n  :application%2Fxml", "https://x.org/a?b=c:application%2Fxml"),
    ("https://doi.org/10.\n1017/S00208183\n00027788.", "https://doi.org/10.1017/S0020818300027788."),
    ("doi:10.1017/S0020-\n8183", "doi:10.1017/S0020-8183"),
    ("http：//www.example.cn", "http://www.example.cn"),
    ("htt\nps://www.example.cn, h\nttp://x.org/a", "https://www.example.cn, http://x.org/a"),
    ("https://x.cn/html/2021-1\n2/01/content_26.htm.", "https://x.cn/html/2021-12/01/content_26.htm."),
    ("https://x.com/2071-1050/\n14/1/15. DOI", "https://x.com/2071-1050/14/1/15. DOI"),
    ("https://x.cn/a?filename=1021525514.\nnh.", "https://x.cn/a?filename=1021525514.nh."),
    ("https://x.org/next-fro\nntier-the-other and", "https://x.org/next-frontier-the-other and"),
    ("https://x.org/item?mr=134\n6201 (April 16, 2020)", "https://x.org/item?mr=1346201 (April 16, 2020)"),
    ("doi: 10.3322/caac.2010\n7.", "doi: 10.3322/caac.20107."),
    ("https://doi.org/10.1021/acs.\n3c00323.", "https://doi.org/10.1021/acs.3c00323."),
    ("D O I:10.\n48648/YHP7", "DOI:10.48648/YHP7"),
    ("https://x.org/a\n5/3/2020", "https://x.org/a 5/3/2020"),
    ("https://x.org/a/b.\nSee also Foo", "https://x.org/a/b. See also Foo"),
    ("https://www.x.org/\naccessed 3 May", "https://www.x.org/ accessed 3 May"),
    ("https://x.org/a\nhttps://y.org/b", "https://x.org/a https://y.org/b"),
    ("https://x.org/a\n12 See also D, 3/4 (2001)", "https://x.org/a 12 See also D, 3/4 (2001)"),
    ("https://x.cn/foo，2022年\n5月", "https://x.cn/foo，2022年5月"),
]
WORDS = [
    ("Regional Confict, Ofce of the diferent", "Regional Conflict, Office of the different"),
    ("signifcant Pacifc afairs", "significant Pacific affairs"),
    ("refections in fames, 2. Auf., Auf der", "reflections in flames, 2. Aufl., Auf der"),
    ("a signi cant con ict, e ective o ce", "a significant conflict, effective office"),
    ("con\ufffdict", "conflict"),
    ("oﬃce and ﬁnal", "office and final"),
    ("CONFICT https://x.org/confict", "CONFICT https://x.org/confict"),
    ("in air, a lord, e et, Fred fat", "in air, a lord, e et, Fred fat"),
    ("对话（Q u ad）、倡议（SCR I）、伙伴（A P4）", "对话（Quad）、倡议（SCRI）、伙伴（AP4）"),
    ("A P. F. Diehl, I am, Plan B, 计划（Plan B）", "A P. F. Diehl, I am, Plan B, 计划（Plan B）"),
    ("the U S A today", "the USA today"),
    ("Smith J A B, Coral", "Smith J A B, Coral"),
    ("ausfŸhrlich bei Šomov, lŠ§t, § 5", "ausführlich bei Šomov, läßt, § 5"),
    ("FranÃ§ois", "François"),
    ("Women\U000f0851s", "Women’s"),
    ("Asia-Pacific\tOrder\t&\tLaw", "Asia-Pacific Order & Law"),
    ("王 帆： 《当 代 美 国》", "王帆：《当代美国》"),
    ("于海. 税关史[M]. 北 京: 中华书 局, 译 者.", "于海. 税关史[M]. 北京: 中华书局, 译者."),
    ("赵晶主 编：《海》，叶 齐茂：《港》", "赵晶主编：《海》，叶齐茂：《港》"),
    ("青浦港航学会期 刊 编 辑 学 会", "青浦港航学会期刊编辑学会"),
    ("李 旭 荣, 2005", "李旭荣, 2005"),
    ("Lu Xingzhi 陆行 之, 汤玲 译), 2009年 版", "Lu Xingzhi 陆行之, 汤玲 译), 2009年版"),
    ("四年三月辛 丑", "四年三月辛丑"),
    ("携手追寻海港梦想 并肩实现繁荣", "携手追寻海港梦想 并肩实现繁荣"),
    ("岬 太郎、浜辺 灯子『港』", "岬 太郎、浜辺 灯子『港』"),
    ("高橋 和宏、図説 日本の財政", "高橋 和宏、図説 日本の財政"),
    ("新品種？ 住友林業", "新品種？ 住友林業"),
    ("第 225 号、３―５ｐ", "第 225 号、３―５ｐ"),
]


@pytest.mark.parametrize(("damaged", "whole"), LINES + HYPHENS + URLS + WORDS)
def test_repair(damaged: str, whole: str) -> None:
    assert repair(Passage.of(damaged)).text == whole


@pytest.mark.parametrize("whole", [whole for _, whole in LINES + HYPHENS + URLS + WORDS])
def test_whole_text_stays(whole: str) -> None:
    assert repair(Passage.of(whole)).text == whole


def test_origins_lead_back() -> None:
    text = "Con-\nfict，https://www.a.\n\ngo.jp/b。"
    passage = repair(Passage.of(text, start=100))
    at = passage.text.index("go.jp")
    assert passage.span(at, at + 5).start == 100 + text.index("go.jp")


@given(
    st.text(alphabet=st.sampled_from("abfCi 中の가1-\n\t:/.。，『』\u00ad\ufffd§ŸÃ§"), max_size=80)
    | st.text(max_size=80)
)
def test_never_raises(text: str) -> None:
    passage = repair(Passage.of(text))
    assert len(passage.text) == len(passage.origin)
    assert all(0 <= place < max(1, len(text)) for place in passage.origin)


def test_rules_are_named_and_explained() -> None:
    assert len({rule.name for rule in REPAIRS}) == len(REPAIRS)
    assert all(rule.why for rule in REPAIRS)

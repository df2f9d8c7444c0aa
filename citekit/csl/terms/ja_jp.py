"""Japanese."""

from __future__ import annotations

TERMS = """
accessed: 参照
and: と
and others: ほか
anonymous: 作者不明 | short 作者不明
at: において
available at: より入手可能
by: 著
circa: 頃 | short 頃
cited: 引用
edition: 版 | short 版
et-al: ほか
forthcoming: 近刊
from: から
ibid: 同上
in: 収録
in press: 印刷中
internet: インターネット
interview: インタビュー
letter: 書簡
loc-cit: 前掲
no date: 日付なし | short 日付なし
online: オンライン
op-cit: 前掲
presented at: 発表
reference: 参考文献
retrieved: 取得
article-journal: 雑誌論文
book: 図書
chapter: 章 | short 章
dataset: データセット
figure: 図
map: 地図
patent: 特許
report: 報告書
standard: 規格
thesis: 学位論文
webpage: ウェブページ
appendix: 付録
column: 段
folio: 葉
issue: 号
line: 行
note: 注
number: 号
number-of-pages: ページ | short ページ
number-of-volumes: 巻 | short 巻
page: ページ | short p. / pp.
page-first: ページ | short p. / pp.
paragraph: 段落 | symbol ¶
part: 部
section: 節 | symbol §
sub-verbo: の下で
table: 表
verse: 節
volume: 巻 | short 巻
collection-editor: 編 | verb 編集者
editor: 編 | short 編 | verb 編集者
editorial-director: 監修 | short 監修 | verb 監修
editortranslator: 編訳 | short 編訳 | verb 編訳
editor-translator: 編訳 | short 編訳 | verb 編訳
interviewer: 聞き手 | verb 聞き手
recipient: 宛
translator: 訳 | short 訳 | verb 訳者
ad: 西暦
bc: 紀元前
season-01: 春
season-02: 夏
season-03: 秋
season-04: 冬
month-01: 1月 | short 1月
month-02: 2月 | short 2月
month-03: 3月 | short 3月
month-04: 4月 | short 4月
month-05: 5月 | short 5月
month-06: 6月 | short 6月
month-07: 7月 | short 7月
month-08: 8月 | short 8月
month-09: 9月 | short 9月
month-10: 10月 | short 10月
month-11: 11月 | short 11月
month-12: 12月 | short 12月
open-quote: 「
close-quote: 」
open-inner-quote: 『
close-inner-quote: 』
page-range-delimiter: –
ordinal:\x20
"""
DATES: dict[str, tuple[tuple[str, dict[str, str]], ...]] = {
    "text": (
        ("year", {"suffix": "年"}),
        ("month", {"form": "numeric", "suffix": "月"}),
        ("day", {"suffix": "日"}),
    ),
    "numeric": (
        ("year", {}),
        ("month", {"form": "numeric-leading-zeros", "prefix": "/"}),
        ("day", {"form": "numeric-leading-zeros", "prefix": "/"}),
    ),
}
PUNCTUATION_IN_QUOTE = False

"""Chinese in traditional characters."""

from __future__ import annotations

TERMS = """
accessed: 見於
and: 及
and others: 等人
anonymous: 作者不詳 | short 無名氏
at: 於
available at: 載於
by: 著
circa: 約 | short 約
cited: 引見於
edition: 版本 | short 本
et-al: 等
forthcoming: 將來的
from: 從
ibid: 同上註
in: 在
in press: 印行中
internet: 網際網路
interview: 訪談
letter: 信函
loc-cit: 同前註
no date: 無日期 | short 無日期
online: 線上
op-cit: 同前揭
presented at: 發表於
reference: 參考文獻 | short 參考
retrieved: 擷取於
article-journal: 期刊論文
book: 圖書
chapter: 章 | short 章
dataset: 資料集
figure: 圖
map: 地圖
patent: 專利
report: 報告
standard: 標準
thesis: 學位論文
webpage: 網頁
appendix: 附錄
column: 欄
folio: 張
issue: 期
line: 行
note: 註
number: 號
number-of-pages: 頁 | short 頁
number-of-volumes: 冊 | short 冊
page: 頁 | short 頁
page-first: 頁 | short 頁
paragraph: 段落 | short 段 | symbol ¶
part: 部
section: 節 | symbol §
sub-verbo: 在該詞下
sub verbo: 在該詞下
table: 表
verse: 詩句
volume: 冊 | short 冊
collection-editor: 叢書主編 | short 主編 | verb 編
editor: 編輯 | short 編 | verb 編輯 | verb-short 編
editorial-director: 編輯總監 | short 總編 | verb 編輯
editortranslator: 編輯及翻譯 | short 編譯 | verb 編輯及翻譯 | verb-short 編譯
editor-translator: 編輯及翻譯 | short 編譯 | verb 編輯及翻譯 | verb-short 編譯
interviewer: 訪談 | verb 訪談
recipient: 收件者 | verb 致
translator: 翻譯 | short 譯 | verb 翻譯 | verb-short 譯
ad: 公元
bc: 公元前
season-01: 春
season-02: 夏
season-03: 秋
season-04: 冬
month-01: 一月 | short 1月
month-02: 二月 | short 2月
month-03: 三月 | short 3月
month-04: 四月 | short 4月
month-05: 五月 | short 5月
month-06: 六月 | short 6月
month-07: 七月 | short 7月
month-08: 八月 | short 8月
month-09: 九月 | short 9月
month-10: 十月 | short 10月
month-11: 十一月 | short 11月
month-12: 十二月 | short 12月
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
        ("year", {"suffix": "/"}),
        ("month", {"form": "numeric", "suffix": "/"}),
        ("day", {}),
    ),
}
PUNCTUATION_IN_QUOTE = False

"""Chinese in simplified characters."""

from __future__ import annotations

TERMS = """
accessed: 见于
advance-online-publication: 预先在线出版
album: 专辑
and: 和 | symbol &
and others: 等
anonymous: 匿名 | short 无名氏
at: 在
audio-recording: 录音
available at: 载于
by: 著
circa: 约 | short 约
cited: 见引于
edition: 版 / 版 | short 版 / 版
et-al: 等
film: 电影
forthcoming: 即将出版
from: 从
henceforth: 下文
ibid: 同上
in: 见
in press: 送印中
internet: 互联网
interview: 采访
letter: 信函
loc-cit: 同上
no date: 日期不详 | short 不详
no-place: 出版地不详 | short 出版地不详
no-publisher: 出版者不详 | short 出版者不详
on: 于
online: 在线
op-cit: 同前
original-work-published: 原著出版于
personal-communication: 私人通信
podcast: 播客
preprint: 预印本
presented at: 发表于
reference: 参考文献 | short 参考
retrieved: 取读于
review-of: 评论 | short 评
scale: 比例
special-issue: 特刊
special-section: 专栏
video: 视频
working-paper: 工作论文

article: 预印本
article-journal: 期刊文章
article-magazine: 杂志文章
article-newspaper: 报纸文章
bill: 法案
book: 图书
broadcast: 广播
chapter: 章 | short 章
dataset: 数据集
figure: 图 | short 图
graphic: 图像
hearing: 听证会
legal_case: 法律案例
legislation: 法律法规
map: 地图
motion_picture: 录像
musical_score: 乐谱
pamphlet: 小册子
paper-conference: 会议论文
patent: 专利
personal_communication: 私人通信
post: 帖子
post-weblog: 博客
report: 报告
review: 评论
review-book: 书评
software: 软件
speech: 演讲
standard: 标准
thesis: 学位论文
webpage: 网页

act: 幕
appendix: 附录
article-locator: 条
book-locator: 册
chapter-locator: 章
column: 栏
elocation: 位置
equation: 公式
folio: 张
issue: 期
line: 行
note: 注释
number: 号 | short No.
number-of-pages: 页 | short 页
number-of-volumes: 卷 | short 卷
opus: 作品
page: 页 | short 页
page-first: 页 | short 页
paragraph: 段 | symbol ¶
part: 部
scene: 场
section: 节 | symbol §
sub-verbo: 另见
sub verbo: 另见
supplement: 增刊
table: 表
verse: 篇
version: 版
volume: 卷 | short 卷
collection-number: 册

chair: 主席
collection-editor: 丛书主编 | short 编 | verb 编 | verb-short 编
compiler: 编纂 | verb 编纂
composer: 作曲 | verb 作曲
contributor: 参与者
curator: 策展人
director: 导演 | verb 导演
editor: 编 | short 编 | verb 编
editorial-director: 主编 | short 主编 | verb 主编
editor-translator: 编译 | short 编译 | verb 编译
editortranslator: 编译 | short 编译 | verb 编译
executive-producer: 执行制片
host: 主持 | verb 主持
illustrator: 绘图 | verb 绘图
interviewer: 采访者 | verb 采访
narrator: 叙述

performer: 表演 | verb 表演
producer: 制片
recipient: 收件人 | verb 致

script-writer: 编剧
translator: 译 | short 译 | verb 译

ad: 公元
bc: 公元前
bce: 公元前
ce: 公元
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

open-quote: “
close-quote: ”
open-inner-quote: ‘
close-inner-quote: ’
page-range-delimiter: –

ordinal:\x20
long-ordinal-01: 一
long-ordinal-02: 二
long-ordinal-03: 三
long-ordinal-04: 四
long-ordinal-05: 五
long-ordinal-06: 六
long-ordinal-07: 七
long-ordinal-08: 八
long-ordinal-09: 九
long-ordinal-10: 十
"""
DATES: dict[str, tuple[tuple[str, dict[str, str]], ...]] = {
    "text": (
        ("year", {"suffix": "年"}),
        ("month", {"form": "numeric", "suffix": "月"}),
        ("day", {"suffix": "日"}),
    ),
    "numeric": (
        ("year", {"range-delimiter": "/"}),
        ("month", {"form": "numeric-leading-zeros", "prefix": "-", "range-delimiter": "/"}),
        ("day", {"form": "numeric-leading-zeros", "prefix": "-", "range-delimiter": "/"}),
    ),
}
PUNCTUATION_IN_QUOTE = False

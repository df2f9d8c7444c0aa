"""Readings of Chinese surnames that differ from the character's commonest reading, and surnames of two characters.

General knowledge of names; simplified and traditional forms stand side by side.
"""

from __future__ import annotations

READINGS = {
    "万": "wan",  # not mo
    "仇": "qiu",  # not chou
    "任": "ren",
    "华": "hua",
    "華": "hua",
    "单": "shan",  # not dan
    "單": "shan",
    "卜": "bu",  # not bo
    "区": "ou",  # not qu
    "區": "ou",
    "召": "shao",  # not zhao
    "句": "gou",
    "吕": "lyu",  # ü as passports write it
    "呂": "lyu",
    "员": "yun",  # not yuan
    "員": "yun",
    "哈": "ha",
    "宓": "mi",
    "宁": "ning",
    "寧": "ning",
    "尉": "wei",
    "尹": "yin",
    "尤": "you",
    "应": "ying",
    "應": "ying",
    "折": "she",  # not zhe
    "曲": "qu",
    "曾": "zeng",  # not ceng
    "朴": "piao",  # not pu
    "查": "zha",  # not cha
    "柏": "bai",  # not bo
    "沈": "shen",  # not chen
    "冼": "xian",
    "燕": "yan",
    "牟": "mu",  # not mou
    "盖": "ge",  # not gai
    "蓋": "ge",
    "石": "shi",
    "秘": "bi",  # not mi
    "种": "chong",  # not zhong
    "缪": "miao",  # not mou
    "繆": "miao",
    "翟": "zhai",  # not di
    "臧": "zang",
    "葛": "ge",
    "覃": "qin",  # not tan
    "解": "xie",  # not jie
    "訾": "zi",
    "車": "che",
    "车": "che",
    "過": "guo",
    "过": "guo",
    "逄": "pang",
    "那": "na",
    "都": "du",  # not dou
    "郗": "xi",
    "郝": "hao",
    "重": "chong",
    "钭": "tou",
    "长": "chang",
    "長": "chang",
    "隗": "wei",
    "難": "nan",
    "靳": "jin",
    "黑": "he",
    "乐": "yue",  # not le
    "樂": "yue",
    "乜": "nie",
    "幺": "yao",
    "撒": "sa",
    "繁": "po",  # not fan
    "贾": "jia",  # not gu
    "賈": "jia",
    "阚": "kan",
    "闞": "kan",
    "娄": "lou",
    "佘": "she",
    "莘": "shen",  # not xin
    "盛": "sheng",  # not cheng
    "晁": "chao",
    "相": "xiang",
    "褚": "chu",  # not zhu
    "俞": "yu",  # not shu
    "於": "yu",
    "于": "yu",
    "余": "yu",
    "蔚": "yu",
    "訚": "yin",
    "尧": "yao",
    "行": "xing",
    "降": "jiang",
    "洪": "hong",
    "瞿": "qu",
    "藏": "zang",
    "祭": "zhai",  # not ji
    "强": "qiang",
    "強": "qiang",
    "谌": "chen",
    "諶": "chen",
    "叶": "ye",
    "葉": "ye",
    "席": "xi",
    "宿": "su",
    "鲜": "xian",
    "鮮": "xian",
    "粘": "nian",
    "适": "kuo",
    "郇": "xun",
    "芮": "rui",
    "逯": "lu",
    "竺": "zhu",
    "阙": "que",
    "闕": "que",
    "璩": "qu",
    "邸": "di",
    "仝": "tong",
    "亓": "qi",
    "妫": "gui",
    "缐": "xian",
}

COMPOUND = {
    "万俟": "moqi",
    "萬俟": "moqi",
    "上官": "shangguan",
    "东方": "dongfang",
    "東方": "dongfang",
    "东郭": "dongguo",
    "東郭": "dongguo",
    "令狐": "linghu",
    "公冶": "gongye",
    "公孙": "gongsun",
    "公孫": "gongsun",
    "公羊": "gongyang",
    "南宫": "nangong",
    "南宮": "nangong",
    "南郭": "nanguo",
    "单于": "chanyu",
    "單于": "chanyu",
    "司徒": "situ",
    "司空": "sikong",
    "司马": "sima",
    "司馬": "sima",
    "呼延": "huyan",
    "夏侯": "xiahou",
    "太史": "taishi",
    "太叔": "taishu",
    "宇文": "yuwen",
    "宗政": "zongzheng",
    "完颜": "wanyan",
    "完顏": "wanyan",
    "尉迟": "yuchi",
    "尉遲": "yuchi",
    "慕容": "murong",
    "拓跋": "tuoba",
    "赫连": "helian",
    "赫連": "helian",
    "皇甫": "huangfu",
    "独孤": "dugu",
    "獨孤": "dugu",
    "申屠": "shentu",
    "百里": "baili",
    "端木": "duanmu",
    "第五": "diwu",
    "纳兰": "nalan",
    "納蘭": "nalan",
    "耶律": "yelyu",
    "欧阳": "ouyang",
    "歐陽": "ouyang",
    "澹台": "tantai",
    "澹臺": "tantai",
    "濮阳": "puyang",
    "濮陽": "puyang",
    "爱新觉罗": "aixinjueluo",
    "愛新覺羅": "aixinjueluo",
    "西门": "ximen",
    "西門": "ximen",
    "诸葛": "zhuge",
    "諸葛": "zhuge",
    "贺兰": "helan",
    "賀蘭": "helan",
    "轩辕": "xuanyuan",
    "軒轅": "xuanyuan",
    "钟离": "zhongli",
    "鍾離": "zhongli",
    "长孙": "zhangsun",
    "長孫": "zhangsun",
    "闻人": "wenren",
    "聞人": "wenren",
    "闾丘": "lyuqiu",
    "閭丘": "lyuqiu",
    "鲜于": "xianyu",
    "鮮于": "xianyu",
    "仉督": "zhangdu",
    "左丘": "zuoqiu",
    "梁丘": "liangqiu",
    "公输": "gongshu",
    "公輸": "gongshu",
}

"""Which romanised names begin with the family name: Yan Xuetong, Chiang Kai-shek, Kim Dae-jung.

Chinese and Korean names are printed in their own order in some texts and turned round in others. The order shows where
one word is a surname and the other can be none: a given name of two syllables, written together or with a hyphen.
Where both could be either (Wang Yan, Chen Lei), nothing is decided.
"""

from __future__ import annotations

import re

# the commonest surnames in Hanyu Pinyin, Wade-Giles, and as Koreans write theirs
SURNAMES = frozenset(
    re.split(
        " ",
        "Ai An Bai Ban Bao Bi Bian Bo Cai Cao Cen Chai Chang Chen Cheng Chi Chu Cui Dai Deng Di Ding Dong Dou Du "
        "Duan Fan Fang Fei Feng Fu Gan Gao Ge Geng Gong Gou Gu Guan Gui Guo Han Hao He Hong Hou Hu Hua Huang Huo "
        "Ji Jia Jian Jiang Jiao Jin Jing Kang Ke Kong Lai Lan Lang Lao Lei Leng Li Lian Liang Liao Lin Ling Liu "
        "Long Lou Lu Lü Luo Ma Mao Mei Meng Miao Min Mo Mou Mu Ni Nie Ning Niu Ouyang Pan Pang Pei Peng Pi Pu Qi "
        "Qian Qiang Qiao Qin Qiu Qu Quan Ran Rao Ren Rong Ruan Sha Shan Shang Shao Shen Sheng Shi Shu Si Sima "
        "Situ Song Su Sui Sun Tan Tang Tao Teng Tian Tong Tu Wan Wang Wei Wen Weng Wu Xi Xia Xiang Xiao Xie Xin "
        "Xing Xiong Xu Xuan Xue Yan Yang Yao Ye Yi Yin Ying You Yu Yuan Yue Yun Zang Zeng Zha Zhai Zhan Zhang "
        "Zhao Zhen Zheng Zhong Zhou Zhu Zhuang Zhuge Zou Zu Zuo Chiang Ch'en Chou Hsia Hsiao Hsieh Hsu Hsü Hwang "
        "Kuo Soong Tsai Ts'ai Tseng Tsui Tuan Ahn Bae Baek Bang Byun Cha Chae Cho Choe Choi Chun Chung Eom Gil "
        "Gim Goh Gwak Ha Heo Huh Im Jang Jeon Jeong Jo Joo Jun Jung Kim Ko Koo Kwak Kwon Lee Lim Moon Na Nam Noh "
        "Oh Paik Park Rhee Roh Ryoo Ryu Seo Seok Seong Shin Sim Sohn Suh Sung Woo Yeo Yim Yoo Yoon Youn",
    )
)
_SYLLABLE = (
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|üe|er|[aoeiuü]))"
)
GIVEN = re.compile(rf"(?i:{_SYLLABLE}['’]?{_SYLLABLE})|[A-Z][a-z’']{{1,5}}-[A-Z]?[a-z’']{{1,6}}")
"""Two syllables of Pinyin in one word, or any two with a hyphen between them: Xuetong, Kai-shek, Dae-Jung."""


def family_first(words: list[str]) -> bool:
    """Whether the two words of a name are a family name and a given name in this order.

    >>> [family_first(name.split()) for name in ("Yan Xuetong", "Kim Dae-jung", "Zhengbing Yan", "Wang Yan")]
    [True, True, False, False]
    """
    return len(words) == 2 and words[0] in SURNAMES and words[1] not in SURNAMES and bool(GIVEN.fullmatch(words[1]))

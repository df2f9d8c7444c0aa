"""Readings of common Japanese surnames and of words that titles begin with, for citation keys.

Kanji do not say how they are read. These tables (general knowledge; long vowels unmarked, as names are printed in
English) cover the commonest cases; what they miss gets the Chinese reading of its characters, which is stable and
can be typed. One name has often several readings: the commonest is taken.
"""

from __future__ import annotations

_SURNAMES = """
佐藤 sato 鈴木 suzuki 高橋 takahashi 田中 tanaka 伊藤 ito 渡辺 watanabe 渡邊 watanabe 渡邉 watanabe
山本 yamamoto 中村 nakamura 小林 kobayashi 加藤 kato 吉田 yoshida 山田 yamada 佐々木 sasaki
山口 yamaguchi 松本 matsumoto 井上 inoue 木村 kimura 林 hayashi 斎藤 saito 斉藤 saito 齋藤 saito
齊藤 saito 清水 shimizu 山崎 yamazaki 山﨑 yamazaki 阿部 abe 安倍 abe 安部 abe 森 mori 池田 ikeda
橋本 hashimoto 山下 yamashita 石川 ishikawa 中島 nakajima 中嶋 nakajima 前田 maeda 藤田 fujita 後藤 goto
小川 ogawa 岡田 okada 長谷川 hasegawa 村上 murakami 近藤 kondo 石井 ishii 遠藤 endo 青木 aoki 坂本 sakamoto
福田 fukuda 太田 ota 西村 nishimura 藤井 fujii 金子 kaneko 藤原 fujiwara 岡本 okamoto 三浦 miura
中野 nakano 中川 nakagawa 原田 harada 松田 matsuda 竹内 takeuchi 小野 ono 田村 tamura 中山 nakayama
和田 wada 石田 ishida 森田 morita 上田 ueda 原 hara 内田 uchida 柴田 shibata 酒井 sakai 宮崎 miyazaki
横山 yokoyama 高木 takagi 安藤 ando 谷口 taniguchi 大野 ono 丸山 maruyama 今井 imai 高田 takada 河野 kono
藤本 fujimoto 村田 murata 武田 takeda 上野 ueno 杉山 sugiyama 増田 masuda 平野 hirano 大塚 otsuka
千葉 chiba 久保 kubo 松井 matsui 岩崎 iwasaki 桜井 sakurai 櫻井 sakurai 野口 noguchi 松尾 matsuo
野村 nomura 木下 kinoshita 菊地 kikuchi 菊池 kikuchi 佐野 sano 大西 onishi 杉本 sugimoto 新井 arai
荒井 arai 浜田 hamada 濱田 hamada 古川 furukawa 市川 ichikawa 水野 mizuno 小松 komatsu 島田 shimada
嶋田 shimada 小島 kojima 児島 kojima 山内 yamauchi 西田 nishida 渡部 watanabe 菅原 sugawara
五十嵐 igarashi 吉川 yoshikawa 飯田 iida 西川 nishikawa 安田 yasuda 北村 kitamura 中田 nakata
川口 kawaguchi 平田 hirata 東 higashi 川崎 kawasaki 飯塚 iizuka 岩田 iwata 関 seki 田口 taguchi
辻 tsuji 吉村 yoshimura 松岡 matsuoka 樋口 higuchi 服部 hattori 星野 hoshino 秋山 akiyama 大橋 ohashi
山中 yamanaka 川上 kawakami 河上 kawakami 田辺 tanabe 田邊 tanabe 大島 oshima 大嶋 oshima 石原 ishihara
熊谷 kumagai 小池 koike 内藤 naito 岩本 iwamoto 尾崎 ozaki 浅野 asano 矢野 yano 早川 hayakawa 本田 honda
本多 honda 田島 tajima 松下 matsushita 馬場 baba 大久保 okubo 篠原 shinohara 広瀬 hirose 廣瀬 hirose
坂井 sakai 菅野 kanno 片山 katayama 内山 uchiyama 岡崎 okazaki 荒木 araki 野田 noda 吉岡 yoshioka
大谷 otani 須藤 sudo 萩原 hagiwara 成田 narita 堀 hori 中西 nakanishi 伊東 ito 東海林 shoji 庄司 shoji
宮本 miyamoto 永井 nagai 黒田 kuroda 川村 kawamura 河村 kawamura 久保田 kubota 土屋 tsuchiya
森本 morimoto 白石 shiraishi 栗原 kurihara 上原 uehara 宮田 miyata 富田 tomita 福島 fukushima 福井 fukui
西尾 nishio 松原 matsubara 松村 matsumura 横田 yokota 大川 okawa 吉野 yoshino 米田 yoneda 小山 koyama
児玉 kodama 永田 nagata 奥村 okumura 奥田 okuda 桑原 kuwahara 平井 hirai 川島 kawashima 川嶋 kawashima
望月 mochizuki 高野 takano 関口 sekiguchi 高山 takayama 青山 aoyama 石橋 ishibashi 八木 yagi
平山 hirayama 小田 oda 織田 oda 今村 imamura 河合 kawai 川合 kawai 大石 oishi 浅井 asai 堀内 horiuchi
島 shima 西山 nishiyama 沢田 sawada 澤田 sawada 根本 nemoto 松浦 matsuura 豊田 toyoda 入江 irie
緒方 ogata 猪口 inoguchi 細谷 hosoya 添谷 soeya 国分 kokubun 國分 kokubun 五百旗頭 iokibe 北岡 kitaoka
白井 shirai 神谷 kamiya 神田 kanda 土井 doi 土山 tsuchiyama 田所 tadokoro 加茂 kamo 毛里 mori 天児 amako
高原 takahara 園田 sonoda 船橋 funabashi 秋田 akita 久江 hisae 森井 morii 兼原 kanehara 谷内 yachi
石破 ishiba 岸田 kishida 菅 suga 岸 kishi 麻生 aso 鳩山 hatoyama 小泉 koizumi 中曽根 nakasone
中曾根 nakasone 大平 ohira 三木 miki 宮沢 miyazawa 宮澤 miyazawa 村山 murayama 河原 kawahara
若宮 wakamiya 若月 wakatsuki 井出 ide 井手 ide 戸田 toda 柳田 yanagida 柳 yanagi 丸谷 maruya 夏目 natsume
谷崎 tanizaki 三島 mishima 大江 oe 川端 kawabata 芥川 akutagawa 太宰 dazai 福沢 fukuzawa 福澤 fukuzawa
丸川 marukawa 溝口 mizoguchi 津田 tsuda 内村 uchimura 網野 amino 家永 ienaga 岩下 iwashita 木畑 kibata
坂元 sakamoto 植木 ueki 植田 ueda 梅田 umeda 梅原 umehara 榎本 enomoto 江口 eguchi 大沢 osawa 大澤 osawa
大山 oyama 大村 omura 大森 omori 岡 oka 岡部 okabe 荻原 ogihara 落合 ochiai 門田 kadota 金井 kanai
金田 kaneda 鎌田 kamata 北川 kitagawa 工藤 kudo 倉田 kurata 黒川 kurokawa 小西 konishi 小沢 ozawa
小澤 ozawa 小野寺 onodera 小笠原 ogasawara 榊原 sakakibara 笹川 sasagawa 佐久間 sakuma 塩田 shiota
下村 shimomura 杉田 sugita 杉浦 sugiura 関根 sekine 高島 takashima 高井 takai 高瀬 takase 滝沢 takizawa
竹田 takeda 竹中 takenaka 谷 tani 塚本 tsukamoto 土田 tsuchida 堤 tsutsumi 手塚 tezuka 寺田 terada
徳田 tokuda 中井 nakai 永野 nagano 長野 nagano 西 nishi 西岡 nishioka 西本 nishimoto 西野 nishino
野中 nonaka 橋口 hashiguchi 長田 osada 畑 hata 林田 hayashida 日高 hidaka 平川 hirakawa 平岡 hiraoka
深沢 fukazawa 福本 fukumoto 藤岡 fujioka 藤川 fujikawa 藤村 fujimura 古田 furuta 星 hoshi 細川 hosokawa
堀江 horie 本間 honma 牧野 makino 町田 machida 松永 matsunaga 松山 matsuyama 三宅 miyake 三上 mikami
水谷 mizutani 溝田 mizota 南 minami 宮内 miyauchi 宮下 miyashita 宮城 miyagi 村井 murai 村松 muramatsu
茂木 motegi 森下 morishita 森山 moriyama 柳沢 yanagisawa 矢島 yajima 山岡 yamaoka 山川 yamakawa
山根 yamane 山村 yamamura 吉井 yoshii 吉原 yoshihara 吉沢 yoshizawa 若林 wakabayashi 鷲尾 washio
高坂 kosaka 坂田 sakata 猪木 inoki 永積 nagazumi 山影 yamakage 佐竹 satake 小原 ohara 曽我部 sogabe
曾我部 sogabe 宫崎 miyazaki 宮﨑 miyazaki 茂呂 moro 佐伯 saeki 相沢 aizawa 相澤 aizawa 会田 aida 赤木 akagi
秋元 akimoto 朝倉 asakura 東郷 togo 有馬 arima 安東 ando 生田 ikuta 石黒 ishiguro 石坂 ishizaka
石塚 ishizuka 泉 izumi 磯部 isobe 市原 ichihara 稲垣 inagaki 稲葉 inaba 稲田 inada 井口 iguchi 井川 igawa
今西 imanishi 岩井 iwai 岩瀬 iwase 岩村 iwamura 宇野 uno 浦野 urano 大内 ouchi 大木 oki 大城 oshiro
大竹 otake 大場 oba 大原 ohara 岡野 okano 岡村 okamura 沖 oki 奥野 okuno 小倉 ogura 小谷 otani
海老原 ebihara 笠原 kasahara 柏木 kashiwagi 片岡 kataoka 勝田 katsuta 加納 kano 亀井 kamei 川田 kawada
川本 kawamoto 神野 jinno 北原 kitahara 木田 kida 木戸 kido 木原 kihara 金城 kinjo 楠 kusunoki
倉橋 kurahashi 栗田 kurita 小宮 komiya 小柳 koyanagi 近衛 konoe 坂口 sakaguchi 坂野 banno 佐川 sagawa
佐山 sayama 重光 shigemitsu 重田 shigeta 幣原 shidehara 芝 shiba 司馬 shiba 柴 shiba 渋谷 shibuya
白川 shirakawa 城山 shiroyama 新谷 shintani 末次 suetsugu 末広 suehiro 鈴村 suzumura 瀬川 segawa
瀬戸 seto 曽根 sone 高松 takamatsu 高村 takamura 高柳 takayanagi 武井 takei 武藤 muto 竹下 takeshita
竹村 takemura 多田 tada 谷川 tanikawa 玉井 tamai 築地 tsukiji 辻本 tsujimoto 鶴見 tsurumi 戸塚 totsuka
富永 tominaga 鳥居 torii 直江 naoe 中江 nakae 中尾 nakao 中谷 nakatani 永島 nagashima 長島 nagashima
長嶋 nagashima 西原 nishihara 西郷 saigo 西脇 nishiwaki 丹羽 niwa 沼田 numata 野上 nogami 野沢 nozawa
信田 shinoda 羽田 haneda 波多野 hatano 畠山 hatakeyama 浜口 hamaguchi 速水 hayami 原口 haraguchi
坂東 bando 土方 hijikata 平林 hirabayashi 蛭田 hiruta 藤沢 fujisawa 藤澤 fujisawa 藤野 fujino
藤森 fujimori 二宮 ninomiya 舟橋 funabashi 古賀 koga 保坂 hosaka 堀川 horikawa 堀口 horiguchi 堀田 hotta
前川 maekawa 牧 maki 増井 masui 升味 masumi 松木 matsuki 松平 matsudaira 松野 matsuno 真鍋 manabe
丸岡 maruoka 三谷 mitani 三好 miyoshi 美濃部 minobe 宮島 miyajima 宮原 miyahara 武者小路 mushanokoji
室井 muroi 元木 motoki 本山 motoyama 森岡 morioka 森川 morikawa 門脇 kadowaki 矢部 yabe 安井 yasui
安川 yasukawa 薮野 yabuno 山県 yamagata 山形 yamagata 山城 yamashiro 山室 yamamuro 山脇 yamawaki
湯川 yukawa 横井 yokoi 吉見 yoshimi 吉本 yoshimoto 陸奥 mutsu 蝋山 royama 若松 wakamatsu 和辻 watsuji
渡瀬 watase 渡 watari
"""

_WORDS = """
日本 nihon 日米 nichibei 日中 nitchu 日韓 nikkan 日豪 nichigo 日印 nichiin 日英 nichiei 日露 nichiro
日朝 nitcho 東アジア higashiajia 東南アジア tonanajia 東亜 toa 亜細亜 ajia 米国 beikoku 米中 beichu
米韓 beikan 中国 chugoku 韓国 kankoku 朝鮮 chosen 北朝鮮 kitachosen 台湾 taiwan 沖縄 okinawa 東京 tokyo
大阪 osaka 京都 kyoto 欧州 oshu 豪州 goshu 英国 eikoku 印豪 ingo 印度 indo 外交 gaiko 外務省 gaimusho
外務 gaimu 外国 gaikoku 内閣府 naikakufu 内閣官房 naikakukanbo 内閣 naikaku 首相官邸 kantei 首相 shusho
首脳 shuno 防衛省 boeisho 防衛庁 boeicho 防衛研究所 boeikenkyujo 防衛 boei 財務省 zaimusho
経済産業省 keizaisangyosho 総務省 somusho 法務省 homusho 文部科学省 monkasho 厚生労働省 koseirodosho
国土交通省 kokudokotsusho 農林水産省 norinsuisansho 環境省 kankyosho 国会 kokkai 衆議院 shugiin
参議院 sangiin 最高裁判所 saikosai 日本銀行 nichigin 警察庁 keisatsucho 海上保安庁 kaijohoancho 国際 kokusai
国家 kokka 国民 kokumin 国連 kokuren 国内 kokunai 安全保障 anzenhosho 安全 anzen 安保 anpo 保障 hosho
政治 seiji 政策 seisaku 政府 seifu 政党 seito 行政 gyosei 経済 keizai 金融 kinyu 財政 zaisei 貿易 boeki
産業 sangyo 企業 kigyo 社会 shakai 文化 bunka 文学 bungaku 歴史 rekishi 近代 kindai 現代 gendai 戦後 sengo
戦前 senzen 戦争 senso 戦略 senryaku 平和 heiwa 憲法 kenpo 法律 horitsu 法 ho 民法 minpo 刑法 keiho
民主主義 minshushugi 民主 minshu 同盟 domei 多国間 takokukan 少数国間 shosukokukan 二国間 nikokukan
地域 chiiki 協力 kyoryoku 共同 kyodo 声明 seimei 会談 kaidan 会議 kaigi 条約 joyaku 協定 kyotei
関係 kankei 研究 kenkyu 理論 riron 思想 shiso 哲学 tetsugaku 宗教 shukyo 教育 kyoiku 科学 kagaku
技術 gijutsu 情報 joho 通信 tsushin 電信 denshin 世界 sekai 人間 ningen 人口 jinko 女性 josei 家族 kazoku
都市 toshi 農村 noson 農業 nogyo 労働 rodo 環境 kankyo 資源 shigen 海洋 kaiyo 太平洋 taiheiyo 自由 jiyu
新しい atarashii 新 shin 白書 hakusho 青書 seisho 冷戦 reisen 帝国 teikoku 植民地 shokuminchi 明治 meiji
大正 taisho 昭和 showa 平成 heisei 令和 reiwa 江戸 edo 中世 chusei 古代 kodai 天皇 tenno 占領 senryo
外務大臣 gaimudaijin 総理 sori 大臣 daijin 年次 nenji
"""


def _table(text: str) -> dict[str, str]:
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))


SURNAMES = _table(_SURNAMES)
WORDS = _table(_WORDS)

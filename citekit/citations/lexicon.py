"""Word classes that the field tagger knows: role words, units, months, cities, surnames, publisher and journal words.

General knowledge only. The keys of the tables are class names that the model has weights for: renaming a class or
moving a word into another one asks for a new training.
"""

# Lower-case words (a dot after them is a token of its own); a word stands in the first class that lists it.
_WORDS = {
    "in": "in dans en nel nella nei su im 载 載 载于 収 收入 收录于 所収 所收 所載 게재",
    "and": "and et und y e i & и u och en és i 和 与 與 及 및 와 과",
    "etal": "al others autres outros otros altri др 等 他 ほか 외 ets 等著 等编 等译 ほか編 ほか訳 ほか著 他編 他訳",
    "eds": "eds edd editors hrsg hgg hg hrg herausgegeben herausgeber herausgeberin dirs dir éd éds ed editor edited a cura curador "
    "coords coord redakteur ред редактор редакцией редкол сост составитель редакция отв "
    "编 主编 主編 总主编 編 編集 編纂 编纂 编选 编辑 編輯 监修 監修 編者 엮음 엮은이 편 편저 편집 編集 共編 編集部 執行主编 编校 整理 点校",
    "trans": "trans transl translated translator translators trad traduit traduction tr übers übersetzt übersetzung aus пер перевод "
    "переводчик перевод 译 譯 訳 譯者 译者 編訳 编译 編譯 監訳 共訳 选译 译注 譯註 訳注 옮김 옮긴이 역 번역 校订 校譯",
    "auth": "著 着 撰 编著 編著 著者 共著 지음 저 지은이 글 author authors aut",
    "by": "by von de du par da del della di por van der la le von des под ",
    "vol": "vol vols volume bd bde band bände t т том tome tomo tom vol卷 卷 巻 권 집 册 冊 vb jg jahrgang jahrg год ч часть livre libro "
    "部 辑 輯 集 卷本 кн книга",
    "no": "no nos nr nro núm num number numero numéro н № n° nº 期 号 號 호 issue heft h hft вып выпуск fasc iss cahier 月号 月刊 bull",
    "nth": "第 제",
    "page": "p pp s с стр pages page pag pág págs pg ff f 页 頁 쪽 면 条 條 seite seiten сс p.p col cols fol fols bl",
    "yr": "年 년 г гг year 年度 年号",
    "day": "日 일 月 월 次 届 回",
    "edn": "ed edn edition éd édition aufl auflage ed изд издание 版 年版 版本 刷 판 증보판 개정판 ausg rev 年度版 年版本 st nd rd th aufl. ª ed. "
    "修订版 修訂版 增订版 増補版 新版 初版 第二版 第一版 第三版 新訂版 改訂版 改订版 增补版 标点本 影印本 點校本 点校本 校注本 修订本",
    "month": "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept "
    "oct nov dec spring summer autumn fall winter janvier février mars avril mai juin juillet août septembre octobre novembre décembre "
    "januar februar märz juni juli oktober dezember mär okt dez enero febrero marzo abril mayo junio julio agosto septiembre octubre "
    "noviembre diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre января февраля марта апреля мая июня "
    "июля августа сентября октября ноября декабря июль июнь frühjahr herbst janv févr juil sept déc ene abr ago dic gen mag giu lug set ott",
    "access": "accessed retrieved consulted visited viewed cited abgerufen zugriff consulté consulta consultado обращения обращ обращение access "
    "visitado besucht 访问 访问日期 取得 閲覧 閲覧日 最終閲覧 最終閲覧日 最后访问 검색일 검색 접속일 last available from url doi abruf eingesehen cit",
    "thesis": "dissertation thesis diss phd ph doctoral doctorat thèse these doktorarbeit tesi tesis магистерская дис автореф диссертация master's "
    "master’s masters habilitation habilitationsschrift mémoire theses doctorado maestría dissertação unpublished soutenue "
    "硕士学位论文 博士学位论文 碩士學位論文 博士學位論文 硕士论文 博士论文 碩士論文 博士論文 修士論文 学位论文 學位論文 硕士 博士 박사학위 석사학위 박사학위논문 석사학위논문 논문",
    "report": "report working paper technical discussion memo draft rapport bericht preprint rfc standard patent policy brief occasional "
    "internet-draft 报告 研究报告 工作论文 报告書 報告書 ワーキングペーパー ディスカッション arxiv",
    "series": "series serie série reihe schriftenreihe collection coll collana colección серия сер schriften notes 丛书 叢書 シリーズ 文库 文庫 총서 beiträge studien lecture "
    "studies bibliothek bibliothèque",
    "conf": "proceedings conference symposium workshop congress actes colloque tagung atti proc konferenz конференции конференция материалы "
    "kongress transactions advances atti congreso международная сборник сб",
    "signal": "see cf vgl siehe voir cfr véase см смотри also 参见 详见 參見 另参见 参阅 另见 参看 参照 见 見 转引自 引自 例えば 참조 quoted zit nach так же "
    "также also compare e.g 可参见 可参阅 又见 亦见",
    "part": "chapter chap ch kap kapitel chapitre cap гл глава 章 節 节 장 section sec art abschnitt §",
    "nopub": "publisher identified sn s.n s.l sl 出版者不明 出版地不明",
}
_PUBLISHERS = (
    "press verlag publishers publishing publisher books presses éditions editions editorial edizioni edition editore edizione "
    "издательство изд-во изд издат издательский university univ université universität università universidad университет университета "
    "изд-во наука мысль прогресс политиздат книга литература verlagsgesellschaft verl presse edicions ediciones librairie libreria imprimerie imprenta "
    "publications printing company co inc ltd llc gmbh ag & sons foundation institute institut instituto istituto институт academy akademie académie "
    "академия association society gesellschaft société ministry ministère bureau office organisation organization center centre центр council commission "
    "committee department agency springer elsevier wiley routledge sage brill blackwell macmillan palgrave penguin harpercollins norton longman "
    "mcgraw-hill pearson oup cup mit sage gallimard seuil minuit flammarion hachette armand colin puf fayard larousse dunod vrin l'harmattan laterza "
    "einaudi mondadori feltrinelli mulino suhrkamp beck mohr siebeck steiner vandenhoeck ruprecht klett-cotta reclam fischer rowohlt duncker humblot "
    "nomos lit campus hanser teubner de gruyter gruyter kluwer reidel birkhäuser harrassowitz winter niemeyer metzler böhlau niemeyer aufbau dietz "
    "alianza cátedra siglo gredos ariel taurus anagrama porrúa academic print"
).split()
_JOURNALS = (
    "journal review reviews quarterly bulletin annals annales zeitschrift archiv archives revue cahiers revista rivista quaderni вестник журнал "
    "вопросы известия газета труды ученые записки magazine times newspaper zeitung post gazette letters transactions science sciences studies "
    "proceedings research mitteilungen jahrbuch blätter monatsschrift forum world politics affairs international acta annual annuaire anales "
    "boletín giornale bollettino annali news daily herald nature communications monthly weekly j rev int am soc med phys chem lett proc ann z engl "
    "j. курьер правда звезда мир обозрение бюллетень"
).split()
_CITIES = (
    "london paris berlin oxford cambridge leipzig münchen munich wien vienna moscow москва м ленинград л спб санкт-петербург петербург петроград киев "
    "минск новосибирск екатеринбург казань томск саратов одесса харьков ростов воронеж новгород рига вильнюс тбилиси ереван алматы "
    "boston chicago philadelphia baltimore washington princeton stanford berkeley ithaca durham bloomington evanston "
    "minneapolis milwaukee madison athens atlanta austin dallas houston denver seattle portland toronto montréal montreal ottawa vancouver québec "
    "melbourne sydney canberra auckland wellington edinburgh glasgow manchester liverpool leeds bristol dublin belfast cardiff harmondsworth "
    "aldershot basingstoke cheltenham hove abingdon farnham thousand oaks beverly hills newbury englewood cliffs hoboken reading mahwah "
    "hillsdale westport lanham boulder "
    "amsterdam leiden utrecht rotterdam hague haag dordrecht groningen antwerp antwerpen bruxelles brussels brüssel leuven louvain liège gent ghent luxembourg "
    "frankfurt hamburg köln cologne stuttgart tübingen göttingen heidelberg freiburg mainz bonn düsseldorf hannover bremen kiel jena halle weimar "
    "dresden darmstadt wiesbaden weinheim münster marburg giessen gießen kassel bielefeld bochum essen dortmund karlsruhe mannheim konstanz ulm augsburg "
    "würzburg erlangen nürnberg bamberg bayreuth regensburg passau potsdam rostock greifswald baden-baden hildesheim opladen neuwied paderborn trier "
    "aachen siegen braunschweig oldenburg osnabrück wuppertal zürich zurich basel bern genève geneva genf lausanne graz innsbruck salzburg linz "
    "lyon marseille toulouse bordeaux strasbourg lille rennes nantes grenoble montpellier aix-en-provence nice rouen caen dijon nancy poitiers tours "
    "rome roma milano milan torino turin firenze florence bologna napoli naples venezia venice padova padua pisa genova palermo bari "
    "madrid barcelona sevilla salamanca valencia granada zaragoza bilbao méxico mexico bogotá lima santiago caracas habana lisboa lisbon coimbra porto "
    "são paulo rio janeiro stockholm uppsala lund göteborg copenhagen københavn oslo helsinki warsaw warszawa kraków cracow prague praha "
    "budapest bucharest bucurești sofia belgrade zagreb ljubljana athens istanbul ankara cairo jerusalem tel aviv beirut delhi mumbai bombay calcutta "
    "singapore beijing shanghai taipei hong kong tokyo kyoto osaka seoul manila bangkok jakarta york nueva buenos aires angeles san francisco haven "
    "ann arbor mass conn calif cal ill md va pa nj ny ma ca uk usa ct dc il mi d.c n.y n.j "
    "北京 上海 天津 重庆 广州 南京 武汉 杭州 成都 西安 沈阳 长沙 济南 郑州 合肥 南昌 福州 昆明 贵阳 南宁 太原 石家庄 哈尔滨 长春 大连 青岛 苏州 桂林 兰州 呼和浩特 "
    "乌鲁木齐 银川 西宁 拉萨 海口 厦门 深圳 香港 澳门 台北 臺北 台中 高雄 新竹 台南 保定 开封 北平 重慶 廣州 武漢 長沙 南寧 東京 京都 大阪 名古屋 神戸 横浜 仙台 福岡 札幌 東京都 "
    "서울 부산 대구 인천 광주 대전 파주 수원 춘천 전주 평양 성남 고양 纽约 伦敦 巴黎 柏林 莫斯科 华盛顿 牛津 剑桥 东京 首尔 新加坡"
).split()

# Endings of Han, kana and hangul runs, longest first.
_ENDINGS = {
    "pub": "出版社 出版集团 出版公司 出版中心 出版会 出版局 出版部 書店 书店 书局 書局 書院 書房 书社 书馆 書館 印书馆 公司 書林 新社 大学 大學 学院 學院 研究院 研究所 "
    "研究中心 委员会 委員会 協会 协会 学会 學會 社 院 局 部 会 省 府 署 中心 출판사 출판부 출판 대학교 대학 연구원 연구소 대학원 사 회 원 문화사 아카데미 エデュケーション 機構 财团 财団 文庫",
    "jour": "学报 學報 学刊 學刊 季刊 月刊 周刊 双月刊 杂志 雜誌 雑誌 评论 評論 研究 论坛 論壇 通讯 通訊 日报 日報 晚报 时报 時報 周报 新聞 新闻 论丛 論叢 論集 紀要 年報 年报 "
    "年鉴 公報 公报 会刊 会誌 学会誌 通报 世界 科学 经济 史学 史林 思想 社会科学版 科学版 学版 版） 논총 연구 학보 논집 저널 평론 비평 신문 일보 리뷰 학회지 제도 사회 外交 フォーラム ジャーナル",
    "title": "论 研究 论文集 文集 全集 选集 选 史 概论 導論 导论 入门 入門 学 考 探析 分析 问题 影响 再考 について について めぐって として 中心 と は に の 및 대한 관한 중심으로",
}
_CHINESE_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶"
    "黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳"
    "張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧蔣葉蘇魏呂盧鍾譚陸賈韋鄒閻龍賀顧龔萬錢嚴湯齊喬龐顏莊聶魯歐關蘭俞寧紀畢費费屈仇解查闵闻阎柴瞿司郎鲍喻"
)
_JAPANESE_SURNAMES = (
    "佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 山本 中村 小林 加藤 吉田 山田 佐々 山口 松本 井上 木村 斎藤 斉藤 齋藤 清水 山崎 中島 池田 阿部 橋本 山下 石川 中川 小川 前田 岡田 長谷 藤田 "
    "後藤 近藤 村上 遠藤 青木 坂本 福田 太田 西村 藤井 岡本 金子 中野 三浦 藤原 原田 中山 松田 竹内 小野 田村 和田 石井 上田 森田 柴田 酒井 工藤 横山 宮崎 宮本 内田 高木 安藤 谷口 大野 "
    "丸山 今井 河野 藤本 村田 武田 上野 杉山 増田 平野 大塚 千葉 久保 松井 小島 岩崎 桜井 野口 松尾 木下 野村 菊地 菊池 佐野 大西 杉本 新井 浜田 市川 古川 水野 小松 島田 小山 山内 西田 "
    "菅原 熊谷 北村 五十 川口 福島 飯田 安田 平田 久保 中田 服部 東 秋山 吉川 山中 関 土屋 田口 永井 川村 西川 岩田 大久 星野 早川 松岡 望月 石田 荒木 大島 細谷 添谷 渡部 宮城 若月 五百 入江 北岡 波多"
).split()
_KOREAN_SURNAMES = "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류진지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국"
_GIVEN_NAMES = (
    "john james robert michael william david richard thomas charles joseph christopher daniel paul mark donald george kenneth steven edward brian "
    "ronald anthony kevin jason matthew gary timothy jeffrey frank scott eric stephen andrew raymond gregory joshua jerry dennis walter patrick peter "
    "harold douglas henry carl arthur ryan roger mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa margaret betty "
    "sandra ashley helen donna carol ruth sharon michelle laura kimberly deborah rachel martin simon philip alan ian neil graham colin "
    "jean pierre michel andré philippe jacques bernard françois louis claude alain rené henri gérard marcel georges yves marie jeanne anne catherine "
    "isabelle sylvie nathalie julien nicolas olivier laurent éric christian antoine étienne gilles maurice roland hans karl peter wolfgang klaus "
    "jürgen dieter günter horst werner heinz ulrich uwe jörg stefan andreas thomas matthias michael martin friedrich wilhelm heinrich johann ernst otto "
    "max walter rudolf gerhard manfred helmut ursula monika sabine petra claudia christine susanne anna eva maria giovanni giuseppe antonio mario luigi "
    "francesco angelo paolo carlo pietro marco roberto alberto josé juan manuel francisco jesús javier carlos miguel rafael pedro ángel luis fernando "
    "jorge ricardo eduardo ana carmen josefa isabel teresa иван александр сергей владимир николай андрей алексей дмитрий михаил павел виктор юрий борис "
    "василий петр григорий лев анна мария елена ольга татьяна наталья ирина людмила georg albert hermann oliver"
).split()


def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    for name, words in _WORDS.items():
        for word in words.split():
            table.setdefault(word, name)
    for name, listed in (("pub", _PUBLISHERS), ("jour", _JOURNALS), ("city", _CITIES), ("given", _GIVEN_NAMES)):
        for word in listed:
            table.setdefault(word, name)
    return table


#: word, lower case -> its class
CLASSES: dict[str, str] = _table()
#: ending of a CJK run -> its class; look for the longest
ENDINGS: dict[str, str] = {ending: name for name, endings in reversed(_ENDINGS.items()) for ending in endings.split()}
#: surnames as a CJK run may begin with them: one Han character, two kanji, one hangul syllable
SURNAMES: frozenset[str] = frozenset(_CHINESE_SURNAMES) | frozenset(_JAPANESE_SURNAMES) | frozenset(_KOREAN_SURNAMES)

"""How pages say that nothing is there, that the domain is for sale, that one must log in or prove to be human.

Patterns by language, matched against text in lower case (NFKC). They are weak evidence: a page may speak *of* such
things, so the rules that use them ask where the words stand, how much else there is, and what other pages look like.
A new language is a line in each table.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

GONE = {
    "en": r"(?:page|file|document|article|item|record|content|resource|url|address|link|site|entry|post|story|report)s?"
    r"\s(?:\S+\s){0,8}?(?:not\s(?:be\s|been\s)?found|(?:no\slonger|not|n['’]t)\s(?:exists?\b|available|here|online)"
    r"|(?:was|were|been|is)\s(?:removed|deleted|retired|withdrawn|taken\s(?:down|offline)|unpublished|discontinued)"
    r"|(?:is|went|gone|has\sgone)\smissing|unavailable|has\s(?:expired|moved|vanished))"
    r"|(?:can(?:no|['’])t|could(?:\snot|n['’]t)|unable\sto|failed\sto)\s(?:find|locate)"
    r"|not\s(?:be\s)?found\b|no\slonger\s(?:available|exists?|online|here)\b|\b404\b|no\ssuch\s(?:page|file|document)|nothing\s(?:was\s|to\s(?:see|be\s))?(?:found|here)"
    r"|page\sdoes\s?n[o'’]t\sexist|dead\send|broken\slink|out\s?dated\slink|gone\sfor\sgood|looking\sfor\s\S+\s(?:is|was)\sgone",
    "zh": r"(?:页面|網頁|网页|頁面|文章|内容|內容|信息|資料|资料|文件|链接|連結|地址|网址|網址|新闻|新聞|稿件|栏目|帖子)"
    r"\S{0,12}?(?:不存在|找不到|未找到|没有找到|沒有找到|已删除|已刪除|被删除|被刪除|已下线|已下線|已失效|已过期|已過期|丢失|无法访问|無法顯示|出错|出錯|移除|移走|不見)"
    r"|(?:找不到|未找到|没有找到|沒有找到|无法找到|無法找到|查無|查无|不存在)\S{0,14}?(?:页|頁|文章|内容|內容|文件|资料|資料|地址|网址|網址|资源|資源|信息)"
    r"|(?:页面|網頁|网页|頁面)(?:走丢|走失|飞走|迷路)|错误\s?404|404\s?错误|404\s?錯誤",
    "ja": r"(?:ページ|ファイル|記事|コンテンツ|情報|url|文書|データ)\S{0,20}?(?:見つかりません|みつかりません|見つけられません|存在しません|存在しない|ございません"
    r"|ありません|削除され|移動し|移動また|公開を終了|掲載を終了|終了しました|表示できません|なくなりました|ご覧いただけません)"
    r"|(?:お探し|ご指定|指定された|アクセスされた|要求された|リクエストされた)の?\S{0,10}?(?:ページ|ファイル|url|記事|情報|コンテンツ)"
    r"|(?:見つかりませんでした|掲載期間が終了|公開期間が終了|該当\S{0,6}(?:ページ|記事)\S{0,4}(?:ありません|ございません))",
    "ko": r"(?:페이지|문서|파일|게시물|게시글|콘텐츠|글|자료|기사|주소)\S{0,3}\s?(?:\S+\s){0,5}?(?:찾을\s?수\s?없|존재하지\s?않|없습니다|삭제|이동되었|사라졌)"
    r"|(?:찾을\s?수\s?없|존재하지\s?않|삭제된|없는)\S{0,4}\s(?:페이지|문서|게시물|게시글|콘텐츠|글|자료|기사)|요청하신\s(?:페이지|자료|문서|url)",
    "de": r"(?:seite|datei|dokument|inhalt|artikel|adresse|beitrag|link|url)e?s?\s(?:\S+\s){0,8}?"
    r"(?:nicht\s(?:mehr\s)?(?:gefunden|vorhanden|verfügbar|auffindbar|existier\w*|erreichbar|da\b)|existiert\snicht|existiert\sleider|gibt\ses\snicht|gelöscht|entfernt|verschoben|ungültig)"
    r"|nicht\sgefunden|fehler\s?404|404[-\s]fehler",
    "fr": r"(?:page|fichier|document|article|contenu|adresse|ressource|lien)s?\s(?:\S+\s){0,8}?(?:introuvable|non\strouvée?|n['’]existe|n['’]a\s(?:pas\s)?(?:pu\s)?été\strouvée?"
    r"|n['’]est\s(?:plus|pas)\s(?:disponible|accessible|en\sligne)|supprimée?|déplacée?|inexistante?|inaccessible|n['’]a\spu\sêtre)|erreur\s?404|introuvable",
    "ru": r"(?:страниц\w+|документ\w*|файл\w*|стать\w+|материал\w*|адрес\w*|ссылк\w+|публикаци\w+)\s(?:\S+\s){0,8}?(?:не\sнайден\w*|не\sсуществует|удал[её]н\w*|перемещ\w+|недоступн\w+|отсутствует|не\sобнаружен\w*|устарел\w*)"
    r"|не\s(?:удалось\s)?най(?:ти|дена?о?)\b|ошибка\s?404|(?:такой|этой)\sстраницы\s(?:больше\s)?нет",
    "es": r"(?:página|archivo|documento|artículo|contenido|recurso|enlace|dirección)s?\s(?:\S+\s){0,8}?(?:no\s(?:se\s)?(?:ha\ssido\s|ha\s|pudo\sser\s|fue\s)?(?:encontr\w+|existe\w*|hallad[ao]|localiza\w*)"
    r"|(?:ya\s)?no\sest[áa]\s(?:ya\s)?disponible|eliminad[ao]|borrad[ao]|inexistente|movid[ao])|no\s(?:se\s(?:ha\s)?)?encontr(?:ad[ao]|ó|amos)|error\s?404",
    "it": r"(?:pagina|file|documento|articolo|contenuto|risorsa|indirizzo|collegamento)\s(?:\S+\s){0,8}?(?:non\s(?:è\s(?:stat[ao]\s|più\s)?)?(?:trovat[ao]|esiste\w*|disponibile|presente|raggiungibile)"
    r"|inesistente|rimoss[ao]|eliminat[ao]|spostat[ao])|non\strovat[ao]|errore\s?404",
    "pt": r"(?:página|arquivo|documento|artigo|conteúdo)\s(?:\S+\s){0,8}?(?:não\s(?:foi\s)?(?:encontrad[ao]|existe|está\sdisponível)|removid[ao])|erro\s?404",
    "nl": r"(?:pagina|bestand|document|artikel)\s(?:\S+\s){0,8}?(?:niet\s(?:meer\s)?(?:gevonden|beschikbaar|bestaat)|bestaat\sniet|verwijderd|verplaatst)|niet\sgevonden",
    "pl": r"(?:strona|strony|plik|dokument|artykuł)\s(?:\S+\s){0,8}?(?:nie\s(?:została?\s)?(?:znalezion\w+|istnieje)|usunięt\w+)|nie\sznaleziono|błąd\s?404",
}

SALE = {
    "en": r"(?:domain|website|web\s?site|\.(?:com|net|org|info|jp|cn|de|edu))\S*\s(?:\S+\s){0,6}?(?:(?:is|may\sbe|might\sbe)\s)?(?:for\ssale|on\ssale|available\s(?:for|to)\s(?:purchase|buy|sale|lease|acquisition)|up\sfor\s(?:sale|auction))"
    r"|(?:buy|purchase|acquire|own|lease|get|bid\son|offer\s(?:for|on)|inquire\sabout|price\sof)\s(?:this|the)\s(?:premium\s|great\s)?(?:domain|website\sname|web\saddress)|domain\s(?:is\s)?parked|parked\s(?:free\s)?(?:domain|by|with|at|courtesy)"
    r"|(?:domain|it)\s(?:name\s)?(?:has|was|is)\s(?:recently\s|just\s)?(?:been\s)?(?:expired|registered\s(?:at|by|via|with|through))|this\sdomain\sname\b.{0,40}\b(?:expired|sale)|make\s(?:an|your)\soffer|premium\sdomain|related\s(?:searches|links|topics)",
    "zh": r"域名(?:\S{0,12})?(?:出售|转让|轉讓|待售|可售|求购|已过期|到期|购买|停放)|(?:出售|转让|购买|購買|拍卖)\S{0,6}域名|網域\S{0,12}?(?:出售|過期|待售|轉讓|停放)|(?:出售|購買|轉讓)\S{0,6}網域",
    "ja": r"ドメイン\S{0,16}?(?:販売|売り出|売りに|購入|譲渡|取得でき|有効期限|期限切れ|パーキング|失効|オークション)|(?:販売中|売出し中|購入可能)\S{0,4}ドメイン",
    "ko": r"도메인\S{0,4}\s?(?:\S+\s){0,4}?(?:판매|매매|구매|구입|만료|양도|파킹|분양)",
    "de": r"domain\S*\s(?:\S+\s){0,6}?(?:steht\s|ist\s)?(?:\S+\s)?(?:zum\sverkauf|zu\sverkaufen|zu\serwerben|kaufen|abgelaufen|geparkt|käuflich|verfügbar)|(?:kaufen|erwerben)\ssie\sdiese\sdomain",
    "fr": r"(?:nom\sde\s)?domaine\s(?:\S+\s){0,6}?(?:(?:est\s|peut\sêtre\s)?à\svendre|en\svente|expiré|acheter|disponible\s(?:à\sla\svente|à\sl['’]achat)|parqué)|achet\S+\s(?:ce|le)\s(?:nom\sde\s)?domaine",
    "ru": r"домен\w*\s(?:\S+\s){0,6}?(?:прода[её]тся|на\sпродажу|продаж\w+|купить|выставлен|ист[её]к\w*|припаркован|освобо\w+)|(?:купить|продаж\w+|приобрести)\s(?:этот\s|данный\s|этого\s)?домен\w*",
    "es": r"dominio\s(?:\S+\s){0,6}?(?:en\sventa|a\sla\sventa|se\svende|comprar|expirado|caducado|disponible\spara)|compr\w+\seste\sdominio",
    "it": r"dominio\s(?:\S+\s){0,6}?(?:in\svendita|acquist\w+|scaduto|disponibile\sper)|acquist\w+\squesto\sdominio",
    "pt": r"domínio\s(?:\S+\s){0,6}?(?:à\svenda|está\svenda|expirado)|compr\w+\seste\sdomínio",
    "nl": r"domein\w*\s(?:\S+\s){0,6}?(?:te\skoop|verlopen|kopen)",
}

LOGIN = {
    "en": r"\b(?:log|sign)\s?[-\s]?(?:in|on)\b|\blogin\b|authenticat|session\s(?:has\s)?expired|members?\sonly|access\s(?:is\s)?restricted\sto|institutional\saccess",
    "zh": r"登录|登錄|登入|请先登|會員專區|身份认证|身分驗證|用户名|统一认证",
    "ja": r"ログイン|サインイン|会員専用|認証が必要|ユーザ(?:ー)?id",
    "ko": r"로그인|회원\s?전용|인증이\s필요",
    "de": r"\banmeld(?:en|ung)\b|\beinloggen\b|zugangsdaten",
    "fr": r"se\sconnecter|connexion|identifiez-vous|identification|authentification",
    "ru": r"\bвход\b|войти|войдите|авториз|личный\sкабинет",
    "es": r"iniciar\ssesión|inicie\ssesión|inicio\sde\ssesión|acceder|identifíquese",
    "it": r"\baccedi\b|accesso\s(?:riservato|utenti)|effettua\sil\slogin|autenticazione",
}

ROBOT = {
    "en": r"(?:are|you['’]re|you\sare)\s(?:you\s)?(?:a\s)?(?:human|not\sa\s(?:robot|bot))|(?:verify|verifying|confirm|prove|checking)\s(?:that\s|if\s)?(?:you(?:['’]re|\sare)?|your)\s(?:a\s|are\s|the\s)?(?:human|browser|connection|not\sa|real)"
    r"|(?:checking|verifying|examining|analy[sz]ing|reviewing)\s(?:\S+\s){0,3}?(?:browser|connection|visit\w*|request|site\sconnection)|just\sa\smoment|attention\srequired|ddos\sprotection|security\s(?:check|verification|challenge)|human\sverification|bot\s(?:detection|protection|check)"
    r"|enable\s(?:javascript|cookies|js)\s(?:and\s(?:cookies|javascript)\s)?to\s(?:continue|proceed)|unusual\s(?:traffic|activity)|captcha|automated\s(?:requests|access|queries|traffic)|making\ssure\syou['’]?\s?a?re\snot|request\s(?:unsuccessful|blocked)|\baccess\sdenied\b",
    "zh": r"安全验证|安全驗證|人机验证|人機驗證|验证码|驗證碼|您的访问(?:过于)?频繁|访问过于频繁|正在(?:检查|检测|验证|檢查|驗證)\S{0,6}(?:浏览器|瀏覽器|连接|環境|环境|安全)|非机器人|不是机器人|不是機器人|请(?:完成|输入|拖动)\S{0,6}验证|拖动滑块",
    "ja": r"ロボットではない|ロボットでない|セキュリティ(?:チェック|確認|検証|認証)|人間であること|画像認証|ブラウザ(?:ー)?を(?:確認|チェック)|接続(?:が安全|を確認|の安全)|アクセスが集中|自動アクセス|不正なアクセス",
    "ko": r"로봇이\s아닙니다|로봇이\s아님|보안\s?(?:확인|문자|검사|인증)|사람인지\s확인|자동\s?입력\s?방지|브라우저를?\s(?:확인|검사)|비정상적인\s접근",
    "de": r"kein\sroboter|sicherheits(?:überprüfung|prüfung|abfrage|check)|(?:ihr|ihren|der)\sbrowser\s(?:wird|\S+\s)?(?:überprüft|geprüft)|überprüf\S+\s(?:\S+\s){0,4}?(?:browser|mensch)|bestätigen\ssie,?\sdass\ssie\s(?:ein\smensch|kein)|ungewöhnlicher\s(?:daten)?verkehr|zugriff\sverweigert",
    "fr": r"pas\sun\srobot|vérification\s(?:de\ssécurité|de\svotre\snavigateur|humaine|en\scours)|vérif\S+\sque\svous\sêtes\s(?:un\s)?humain|contrôle\sde\ssécurité|trafic\sinhabituel|accès\srefusé",
    "ru": r"не\sробот|проверк\w+\s(?:\S+\s){0,2}?(?:безопасности|браузера)|провер\w+\s(?:\S+\s){0,3}?(?:браузер|что\sвы\sчеловек)|подтвердите,?\s(?:\S+\s){0,2}?(?:человек|не\sробот)|необычн\w+\s(?:трафик|активност)|доступ\s(?:запрещ[её]н|ограничен)",
    "es": r"no\s(?:es|soy|eres)\sun\srobot|verifi\w+\s(?:\S+\s){0,3}?(?:humano|navegador|seguridad)|comprob\w+\s(?:\S+\s){0,3}?(?:navegador|seguridad)|tráfico\sinusual|acceso\sdenegado",
    "it": r"non\s(?:sei|sono)\sun\srobot|verific\w+\s(?:\S+\s){0,3}?(?:browser|umano|sicurezza)|controllo\sdi\ssicurezza|traffico\sinsolito|accesso\snegato",
}


@cache
def _compiled(table: str) -> re.Pattern[str]:
    return re.compile("|".join(TABLES[table].values()))


TABLES: Mapping[str, Mapping[str, str]] = {"gone": GONE, "sale": SALE, "login": LOGIN, "robot": ROBOT}


def folded(text: str) -> str:
    """Text as the patterns expect it.

    >>> folded("４０４ Not\\u00a0Found")
    '404 not found'
    """
    return unicodedata.normalize("NFKC", text).lower()


def says(table: str, text: str) -> str:
    """The words by which a text says so (`gone`, `sale`, `login`, `robot`); empty if it does not.

    >>> says("gone", "お探しのページは見つかりませんでした。"), says("gone", "Die Seite wurde gefunden.")
    ('お探しのページ', '')
    """
    match = _compiled(table).search(folded(text[:LOOKED_AT]))
    return match[0] if match else ""


LOOKED_AT = 4000  # characters: pages of this sort come to the point

"""The family of sites that no rule was made with: tables and frames of the nineties, portals full of menus."""

from __future__ import annotations

from random import Random

from .family import Family
from .texts import paragraph, title, word


def layout(language: str, name: str, body: str, chance: Random) -> str:
    side = "<BR>\n".join(f'<A HREF="list{i}.htm">{title(language, chance)}</A>' for i in range(chance.randrange(2, 9)))
    top = " | ".join(f"<a href='/{word('en', chance)}'>{word(language, chance)}</a>" for _ in range(7))
    site = word(language, Random(language))
    return (
        f"<HTML>\n<HEAD>\n<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=utf-8'>\n<TITLE>{name} — {site}</TITLE>\n"
        f"<SCRIPT>var t=new Date();</SCRIPT></HEAD>\n<BODY BGCOLOR=white><TABLE WIDTH=100%><TR><TD COLSPAN=2>{top}"
        f"<TR><TD WIDTH=20% VALIGN=top>{side}<TD>{body}</TABLE>\n<HR><SMALL>{paragraph(language, Random(language), 1)}"
        f" No. {chance.randrange(10**6)}</SMALL></BODY></HTML>"
    )


FAMILY = Family(
    name="held-out",
    layout=layout,
    missing={
        "en": (("We've lost this page", "Unfortunately, the item you're looking for isn't here any more."),
               ("Sorry about that", "That address leads nowhere on our site; use the search box instead."),
               ("Error", "No resource matches {path} (reference 83472).")),
        "zh": (("出错啦", "您所查找的网页可能已移走或更名，请检查地址。"), ("系統訊息", "查無此資料，請回上一頁。"), ("温馨提示", "五秒后自动返回上一级。")),
        "ja": (("エラー", "指定されたURLのファイルは存在しません。"), ("ご案内", "サイトのリニューアルに伴い構成を変更いたしました。")),
        "ko": (("알림", "없는 페이지이거나 잘못된 주소입니다."), ("안내", "이용에 불편을 드려 죄송합니다. 처음부터 다시 시도해 주세요.")),
        "de": (("Fehler", "Das Dokument {path} ist auf unserem Server nicht vorhanden."), ("Ups!", "Da ist etwas schiefgelaufen, versuchen Sie die Suche.")),
        "fr": (("Oups", "Nous n'avons pas trouvé ce que vous cherchiez."), ("Erreur", "Cette adresse ne correspond à aucun document du site.")),
        "ru": (("Ошибка", "К сожалению, такой страницы нет."), ("Внимание", "Воспользуйтесь картой сайта.")),
        "es": (("Vaya", "No hemos podido localizar el contenido solicitado."), ("Aviso", "Utilice el buscador de la cabecera.")),
        "it": (("Attenzione", "Il documento cercato non è presente nel sito."), ("Ops", "Qualcosa è andato storto, torni indietro.")),
    },
    login={
        "en": ("Members' area", "User name and password are required. Log in below."), "zh": ("统一身份认证平台", "输入账号和密码。"),
        "ja": ("会員専用ページ", "IDとパスワードを入力してサインインしてください。"), "ko": ("회원 로그인", "아이디와 비밀번호를 입력하세요."),
        "de": ("Einloggen", "Zugangsdaten eingeben"), "fr": ("Se connecter", "Identifiant et mot de passe"),
        "ru": ("Авторизация", "Логин и пароль"), "es": ("Acceder", "Usuario y contraseña para iniciar sesión"), "it": ("Accedi", "Nome utente e password"),
    },
    robot={
        "en": ("Verify you are human", "{host} needs to review the security of your connection before proceeding."),
        "zh": ("人机验证", "为了您的账号安全，请拖动滑块完成验证。"), "ja": ("アクセス確認", "接続が安全かどうかを確認しています。画像認証を行ってください。"),
        "ko": ("사람인지 확인하는 중", "{host} 연결 보안을 검토해야 합니다."), "de": ("Einen Moment", "Ihr Browser wird überprüft. Ein Captcha ist nötig."),
        "fr": ("Un instant", "Vérification en cours : vérifiez que vous êtes humain."), "ru": ("Один момент", "Подтвердите, что вы человек."),
        "es": ("Un momento", "Verifique que es un ser humano."), "it": ("Un momento", "Stiamo verificando il browser: conferma di non essere un robot, captcha."),
    },
    sale={
        "en": ("{host}", "This premium domain name is available for purchase. Make an offer for {host}."),
        "zh": ("{host}", "该域名正在出售中，有意购买域名 {host} 请联系。"), "ja": ("{host}", "{host} ドメインの購入をご希望の方へ。このドメインは売りに出されています。"),
        "ko": ("{host}", "도메인 {host} 을 판매합니다."), "de": ("{host}", "Die Domain {host} kann gekauft werden: Erwerben Sie diese Domain."),
        "fr": ("{host}", "Le domaine {host} peut être à vendre. Achetez ce nom de domaine."), "ru": ("{host}", "Домен {host} выставлен на продажу."),
        "es": ("{host}", "Este dominio está a la venta: {host}."), "it": ("{host}", "Dominio {host} disponibile per la vendita, acquista questo dominio."),
    },
    tombstone={
        "en": ("No longer available", "The report you are looking for was taken down and is no longer available."),
        "zh": ("文章已下线", "您查看的文章已下线。"), "ja": ("掲載を終了しました", "この記事は公開を終了しました。"),
        "ko": ("존재하지 않는 글입니다", "작성자가 삭제한 글입니다."), "de": ("Beitrag gelöscht", "Der Beitrag wurde gelöscht und ist nicht mehr verfügbar."),
        "fr": ("Document retiré", "Le document n'est plus en ligne, il a été supprimé."), "ru": ("Публикация недоступна", "Статья удалена или перемещена."),
        "es": ("Documento no disponible", "El documento fue eliminado."), "it": ("Non disponibile", "Il documento è stato eliminato."),
    },
)  # fmt: skip

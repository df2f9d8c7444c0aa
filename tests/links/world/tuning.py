"""The family of sites that the rules were made with: plain pages of the 2010s."""

from __future__ import annotations

from random import Random

from .family import Family
from .texts import word


def layout(language: str, title: str, body: str, chance: Random) -> str:
    menu = "".join(f'<li><a href="/{i}/">{word(language, chance)}</a></li>' for i in range(5))
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>'
        '<link rel="stylesheet" href="/style.css"><script src="/site.js"></script></head>'
        f"<body><header><ul>{menu}</ul></header><main>{body}</main>"
        '<footer><p>© 2012 <a href="/about">Office</a></p></footer></body></html>'
    )


FAMILY = Family(
    name="tuning",
    layout=layout,
    missing={
        "en": (("404 Not Found", "The page you requested could not be found on this server."),
               ("Page not found", "Sorry, we cannot find {path}. It may have been moved or deleted."),
               ("Oh dear", "Whatever you were after, we do not have it. Try the menu above.")),
        "zh": (("页面不存在", "抱歉，您访问的页面不存在或已被删除。"), ("提示信息", "您要找的内容暂时无法显示，请返回首页。")),
        "ja": (("ページが見つかりません", "お探しのページは移動または削除された可能性があります。"),
               ("お知らせ", "恐れ入りますが、トップページからお入りください。{path}")),
        "ko": (("페이지를 찾을 수 없습니다", "요청하신 페이지가 삭제되었거나 주소가 변경되었습니다."),),
        "de": (("Seite nicht gefunden", "Die gewünschte Seite existiert leider nicht mehr."),
               ("Hoppla", "Hier ist nichts zu sehen. Bitte nutzen Sie das Menü.")),
        "fr": (("Page introuvable", "La page demandée n'existe pas ou n'est plus disponible."),),
        "ru": (("Страница не найдена", "Запрашиваемая страница не существует или была удалена."),),
        "es": (("Página no encontrada", "Lo sentimos, la página que busca no existe."),),
        "it": (("Pagina non trovata", "La pagina richiesta non è disponibile."),),
    },
    login={
        "en": ("Sign in", "Please sign in to continue."), "zh": ("用户登录", "请先登录。"),
        "ja": ("ログイン", "会員の方はログインしてください。"), "ko": ("로그인", "로그인이 필요합니다."),
        "de": ("Anmeldung", "Bitte melden Sie sich an."), "fr": ("Connexion", "Veuillez vous identifier."),
        "ru": ("Вход в систему", "Введите имя и пароль."), "es": ("Iniciar sesión", "Introduzca su usuario."),
        "it": ("Accesso utenti", "Inserisca le credenziali."),
    },
    robot={
        "en": ("Just a moment...", "Checking your browser before accessing {host}."),
        "zh": ("安全验证", "请完成安全验证后继续访问。"), "ja": ("セキュリティ確認", "ロボットではないことを確認してください。"),
        "ko": ("보안 확인", "로봇이 아닙니다에 체크해 주세요."), "de": ("Sicherheitsüberprüfung", "Bitte bestätigen Sie, dass Sie kein Roboter sind."),
        "fr": ("Vérification de sécurité", "Confirmez que vous n'êtes pas un robot."),
        "ru": ("Проверка безопасности", "Подтвердите, что вы не робот."),
        "es": ("Verificación de seguridad", "Confirme que no es un robot."), "it": ("Controllo di sicurezza", "Conferma che non sei un robot."),
    },
    sale={
        "en": ("{host} is for sale", "Buy this domain. The domain {host} may be for sale by its owner."),
        "zh": ("{host} 域名出售", "您正在访问的域名 {host} 可以转让。"), "ja": ("{host} このドメインは販売中です", "お問い合わせはこちら。"),
        "ko": ("{host} 도메인 판매", "이 도메인을 구입하실 수 있습니다."), "de": ("{host} steht zum Verkauf", "Diese Domain kaufen."),
        "fr": ("{host} est à vendre", "Ce nom de domaine est à vendre."), "ru": ("Домен {host} продается", "Купить этот домен."),
        "es": ("El dominio {host} está en venta", "Comprar este dominio."), "it": ("Il dominio {host} è in vendita", "Acquista questo dominio."),
    },
    tombstone={
        "en": ("This document has been removed", "It was withdrawn by the editors."), "zh": ("该内容已被删除", "如有疑问请联系编辑部。"),
        "ja": ("このページは削除されました", "掲載期間が終了しました。"), "ko": ("삭제된 게시물입니다", "관리자에게 문의하십시오."),
        "de": ("Dieser Artikel wurde entfernt", "Der Inhalt ist nicht mehr verfügbar."), "fr": ("Article supprimé", "Ce contenu n'est plus disponible."),
        "ru": ("Материал удалён", "Эта публикация удалена автором."), "es": ("Contenido eliminado", "El artículo ya no está disponible."),
        "it": ("Articolo rimosso", "Il contenuto non è più disponibile."),
    },
)  # fmt: skip

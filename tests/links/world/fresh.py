"""A third family: frameworks of the 2020s, with long footers, counters, and error pages that chat."""

from __future__ import annotations

from random import Random

from .family import Family
from .texts import paragraph, title, word


def layout(language: str, name: str, body: str, chance: Random) -> str:
    cards = "".join(
        f"<div class='card'><a class='stretched' href='/p/{i}'><h4>{title(language, chance)}</h4></a>"
        f"<span>{chance.randrange(3000)} views</span></div>"
        for i in range(3)
    )
    foot = "".join(f"<li>{word(language, chance)}</li>" for _ in range(12))
    return (
        f"<!doctype html><html lang={language}><head><meta charset=utf-8><meta name=viewport content='width=device-width'>"
        f"<title>{name} | {word(language, Random(language))}.org</title><meta property='og:site_name' content='org'>"
        '<script type=\'application/ld+json\'>{"@type":"WebSite"}</script><style>.card{float:left}</style></head>'
        f"<body><nav><a href='/'>⌂</a> <a href='/search'>?</a></nav><div id='content'><div class='row'>{body}</div></div>"
        f"<aside>{cards}</aside><footer><ul>{foot}</ul><p>{paragraph(language, Random(language), 2)}</p>"
        "<script src='/bundle.9f3.js' defer></script></footer></body></html>"
    )


FAMILY = Family(
    name="fresh",
    layout=layout,
    missing={
        "en": (("Well, this is awkward", "The thing you asked for has wandered off. Our staff has been told."),
               ("HTTP 404", "Nothing lives at this location."), ("Hmm.", "Did you mistype {path}? We have no such entry.")),
        "zh": (("哎呀", "这里什么也没有，回到首页看看吧。"), ("访问出错", "链接已失效或被移除。"), ("很抱歉", "没有符合条件的记录。")),
        "ja": (("申し訳ございません", "アクセスしようとしたページは現在ご利用いただけません。"), ("おっと", "ここには何もありません。"), ("該当なし", "条件に一致するデータがありません。")),
        "ko": (("앗!", "길을 잃으셨나요? 주소를 다시 확인해 주세요."), ("오류", "해당 자료가 존재하지 않거나 접근할 수 없습니다.")),
        "de": (("Das war wohl nichts", "Unter dieser Adresse finden wir keinen Eintrag."), ("Tja", "Der Inhalt ist umgezogen oder weg.")),
        "fr": (("Zut alors", "Rien à cette adresse."), ("Perdu ?", "Le contenu recherché a peut-être changé de place.")),
        "ru": (("Упс", "Здесь ничего нет."), ("Нет данных", "По вашему запросу ничего не найдено.")),
        "es": (("¡Ups!", "Aquí no hay nada."), ("Contenido ausente", "El elemento que busca ya no forma parte del sitio.")),
        "it": (("Accidenti", "Qui non c'è nulla."), ("Elemento assente", "Quello che cerchi non è più qui.")),
    },
    login={
        "en": ("Welcome back", "Log in with your library card."), "zh": ("欢迎回来", "请登录后查看全文。"), "ja": ("ようこそ", "続行するにはログインしてください。"),
        "ko": ("환영합니다", "계속하려면 로그인하세요."), "de": ("Willkommen zurück", "Bitte anmelden, um fortzufahren."),
        "fr": ("Bienvenue", "Connexion requise pour continuer."), "ru": ("С возвращением", "Войти в личный кабинет"),
        "es": ("Bienvenido", "Inicie sesión para continuar."), "it": ("Bentornato", "Effettua il login per continuare."),
    },
    robot={
        "en": ("One more step", "Please complete the security check to access {host}."), "zh": ("访问验证", "请输入验证码以继续访问。"),
        "ja": ("確認", "あなたが人間であることを確認します。"), "ko": ("잠시만 기다리십시오", "브라우저를 확인하는 중입니다."),
        "de": ("Nur einen Augenblick", "Bestätigen Sie, dass Sie ein Mensch sind."), "fr": ("Encore une étape", "Complétez le contrôle de sécurité (captcha)."),
        "ru": ("Минуточку", "Проверяем ваш браузер."), "es": ("Un paso más", "Complete la verificación de seguridad."), "it": ("Ancora un passo", "Completa il controllo di sicurezza."),
    },
    sale={
        "en": ("Get {host} today", "The domain {host} is available. Make an offer."), "zh": ("{host}", "此域名可出售，欢迎报价。"),
        "ja": ("{host}", "このドメインは現在売り出し中です。"), "ko": ("{host}", "이 도메인은 판매 중입니다."), "de": ("{host}", "Diese Domain ist zu verkaufen."),
        "fr": ("{host}", "Ce domaine est en vente."), "ru": ("{host}", "Домен выставлен на продажу."), "es": ("{host}", "Dominio en venta."), "it": ("{host}", "Dominio in vendita."),
    },
    tombstone={
        "en": ("Content withdrawn", "This publication has been retracted; the page is no longer available."), "zh": ("内容已下线", "该文章已被作者删除。"),
        "ja": ("公開終了", "この記事の公開は終了しました。"), "ko": ("삭제된 글", "작성자에 의해 삭제된 글입니다."), "de": ("Nicht mehr verfügbar", "Dieser Artikel ist nicht mehr verfügbar."),
        "fr": ("Contenu retiré", "Cet article n'est plus disponible."), "ru": ("Материал недоступен", "Материал удалён редакцией."),
        "es": ("Contenido no disponible", "Este artículo ya no está disponible."), "it": ("Contenuto rimosso", "Questo articolo non è più disponibile."),
    },
)  # fmt: skip

"""Russian."""

from __future__ import annotations

TERMS = """
accessed: просмотрено
and: и | symbol &
and others: и другие
anonymous: без автора | short б. а.
at: на
available at: доступно на
by: от
circa: около | short ок.
cited: цитируется по
edition: издание [neuter] / издания | short изд.
et-al: и др.
forthcoming: в печати
from: от
ibid: там же
in: в
in press: в печати
interview: интервью
letter: письмо
no date: без даты | short б. д.
online: онлайн
op-cit: указ. соч.
presented at: представлено на
reference: ссылка / ссылки | short ссыл.
retrieved: извлечено
book: книга / книги | short кн.
chapter: глава / главы | short гл.
column: столбец / столбцы | short стб.
figure: рисунок / рисунки | short рис.
folio: лист / листы | short л.
issue: выпуск / выпуски | short вып.
line: строка / строки | short стр.
note: примечание / примечания | short прим.
number: номер / номера | short №
number-of-pages: страница / страницы | short с.
number-of-volumes: том / тома | short т. / тт.
page: страница / страницы | short с.
page-first: страница / страницы | short с.
paragraph: параграф / параграфы | short п. | symbol § / §§
part: часть / части | short ч.
section: раздел / разделы | short разд. | symbol § / §§
sub-verbo: sub verbo | short s. v.
table: таблица / таблицы | short табл.
verse: стих / стихи | short ст.
volume: том / тома | short т. / тт.
patent: патент
report: отчёт
thesis: диссертация
webpage: веб-страница
collection-editor: редактор серии / редакторы серии | short ред. | verb под ред.
editor: редактор / редакторы | short ред. | verb под ред. | verb-short под ред.
editorial-director: ответственный редактор / ответственные редакторы | short отв. ред. | verb под ред.
editortranslator: редактор и переводчик / редакторы и переводчики | short ред. и перев. | verb под ред. и в пер.
editor-translator: редактор и переводчик / редакторы и переводчики | short ред. и перев. | verb под ред. и в пер.
interviewer: интервьюер / интервьюеры | verb интервью
recipient: адресат / адресаты | verb к
translator: переводчик / переводчики | short пер. | verb пер. | verb-short пер.
ad: \x20н. э.
bc: \x20до н. э.
season-01: весна
season-02: лето
season-03: осень
season-04: зима
month-01: января | short янв.
month-02: февраля | short фев.
month-03: марта | short мар.
month-04: апреля | short апр.
month-05: мая | short май
month-06: июня | short июн.
month-07: июля | short июл.
month-08: августа | short авг.
month-09: сентября | short сен.
month-10: октября | short окт.
month-11: ноября | short ноя.
month-12: декабря | short дек.
open-quote: «
close-quote: »
open-inner-quote: „
close-inner-quote: “
page-range-delimiter: –
ordinal: -е
ordinal@masculine: -й
ordinal@feminine: -я
"""
DATES: dict[str, tuple[tuple[str, dict[str, str]], ...]] = {
    "text": (("day", {"suffix": " "}), ("month", {"suffix": " "}), ("year", {})),
    "numeric": (
        ("day", {"form": "numeric-leading-zeros", "suffix": "."}),
        ("month", {"form": "numeric-leading-zeros", "suffix": "."}),
        ("year", {}),
    ),
}
PUNCTUATION_IN_QUOTE = False

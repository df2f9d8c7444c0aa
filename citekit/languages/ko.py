"""Korean: the note style with 「」『』 and the author-date lists."""

from citekit.languages.language import Language

KOREAN = Language(
    code="ko",
    name="korean",
    letters="[\uac00-\ud7a3]",
    signals=("참조", "참고", "예컨대", "예를 들어", "자세한 내용은"),
    quoted_in=("재인용", "에서 재인용"),
    ibid=("위의 책", "위의 글", "위의 논문", "같은 책", "같은 글", "같은 논문"),
    shortforms=("앞의 책", "앞의 글", "앞의 논문", "앞책", "앞글"),
    roles=(
        ("편저", "author"), ("공저", "author"), ("지음", "author"), ("저", "author"), ("옮김", "translator"), ("번역", "translator"),
        ("공역", "translator"), ("역", "translator"), ("엮음", "editor"), ("편역", "translator"), ("공편", "editor"), ("편찬", "editor"),
        ("편", "editor"),
    ),
    et_al=("외", "등"),
    units=(
        r"(?:검색일|접속일|열람일|방문일)\s?[:：]?\s?(?P<accessed>[12]\d{3}(?:년|[.-])\s?\d{1,2}(?:월|[.-])\s?\d{1,2}일?)",
        r"(?P<genre>(?:석사|박사)(?:\s?학위)?\s?논문)",
        r"(?P<issued>[12]\d{3}\s?년(?:\s?\d{1,2}\s?월(?:\s?\d{1,2}\s?일)?)?)(?:자|일자)?",
        r"(?P<issued>[12]\d{3}\.\s?\d{1,2}\.\s?\d{1,2})\.?",
        r"제?\s?(?P<volume>\d{1,6})\s?[권집][,]?\s?제?\s?(?P<issue>\d{1,6})\s?호",
        r"제?\s?(?P<volume>\d{1,6})\s?[권집]",
        r"제?\s?(?P<issue>\d{1,6})\s?호",
        r"(?P<page>\d{1,6}(?:\s?[-‐-―−~～]\s?\d{1,6})?)\s?[쪽면]",
    ),
    institutions=("부", "청", "원", "회", "처", "국", "대학교", "연구소", "연구원", "협회", "학회", "은행"),
    publishers=("출판사", "출판부", "출판", "사", "문화사", "서원", "서점"),
    places=("서울", "파주", "부산", "대구", "인천", "광주", "대전", "수원", "성남", "고양", "춘천", "전주", "제주"),
    media=("신문", "일보", "뉴스", "경제"),
    forthcoming=("출간 예정",),
    theses=("논문",),
    reports=("보고서", "백서"),
    laws=("법", "조약", "협정", "헌법"),
    prose=("이다", "있다", "한다", "하였다", "것이", "것은", "대한", "이는", "때문", "알 수", "없다", "보인다"),
    funding=("연구비", "지원을 받아", "지원에 의하여"),
)

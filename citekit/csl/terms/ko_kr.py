"""Korean."""

from __future__ import annotations

TERMS = """
accessed: 접근된
and: 와/과
and others: 외
anonymous: 무명 | short 무명
at: 에서
available at: 에서 입수 가능
by: 지음
circa: 대략 | short 대략
cited: 인용
edition: 판 | short 판
et-al: 기타
forthcoming: 출간 예정
from: 에서
ibid: 위의 책
in: 수록
in press: 인쇄 중
interview: 인터뷰
letter: 편지
no date: 날짜 없음 | short 날짜 없음
online: 온라인
op-cit: 앞의 책
presented at: 발표
reference: 참고문헌
retrieved: 검색
chapter: 장 | short 장
column: 단
figure: 그림
issue: 호 | short 호
line: 행
note: 각주
number: 호
number-of-pages: 쪽 | short 쪽
number-of-volumes: 권 | short 권
page: 쪽 | short 쪽
page-first: 쪽 | short 쪽
paragraph: 단락 | symbol ¶
part: 부
section: 절 | symbol §
table: 표
volume: 권 | short 권
patent: 특허
report: 보고서
thesis: 학위논문
webpage: 웹페이지
collection-editor: 편 | short 편 | verb 편집
editor: 편집자 | short 편 | verb 편집
editorial-director: 감수 | short 감수 | verb 감수
editortranslator: 편역 | short 편역 | verb 편역
editor-translator: 편역 | short 편역 | verb 편역
interviewer: 면담자 | verb 면담
recipient: 수신
translator: 옮긴이 | short 역 | verb 옮김
ad: 서기
bc: 기원전
season-01: 봄
season-02: 여름
season-03: 가을
season-04: 겨울
month-01: 1월 | short 1월
month-02: 2월 | short 2월
month-03: 3월 | short 3월
month-04: 4월 | short 4월
month-05: 5월 | short 5월
month-06: 6월 | short 6월
month-07: 7월 | short 7월
month-08: 8월 | short 8월
month-09: 9월 | short 9월
month-10: 10월 | short 10월
month-11: 11월 | short 11월
month-12: 12월 | short 12월
open-quote: “
close-quote: ”
open-inner-quote: ‘
close-inner-quote: ’
page-range-delimiter: –
ordinal:\x20
"""
DATES: dict[str, tuple[tuple[str, dict[str, str]], ...]] = {
    "text": (
        ("year", {"suffix": "년"}),
        ("month", {"form": "numeric", "prefix": " ", "suffix": "월"}),
        ("day", {"prefix": " ", "suffix": "일"}),
    ),
    "numeric": (
        ("year", {}),
        ("month", {"form": "numeric-leading-zeros", "prefix": "/"}),
        ("day", {"form": "numeric-leading-zeros", "prefix": "/"}),
    ),
}
PUNCTUATION_IN_QUOTE = False

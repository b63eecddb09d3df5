"""What looks like a statement and is none, and attitudes, which are kept apart."""

import pytest
from attribution_cases import describe, find_in, read_table

from briefing.domain import Kind

SILENCE = """
The embassy did not respond to questions.
The embassy would not say how long it had waited.
The fund itself did not say when it would pay.
The manager could not be reached for comment.
Nobody said a word.
The minister was asked whether the toll would rise.
On the wards they are known as “the short rains.”
About a million animals died in the cold wave called “dzud.”
The firm’s “blue line” took 900 calls on its first day.
The evening ended with a cycle titled “Songs of the Pier.”
The novel “The Salt Pier” is on two shortlists.
Somebody had scratched out the word “pothole”.
Deputies have given the radars a nickname, “the storks”.
The committee backed the purchase by 12 votes to 11.
The council voted on Tuesday to close the school.
A few dozen people sang “Lights Out, Ivan”, a hit from 1994.
The court set aside the order of the council.
He said nothing.
The film “Les Dormeurs” opens in May.
The attaché had a season ticket and sat close to the pedals.
The minister taught economics until she entered parliament.
The minister held the chair in economics at Patras.
Trucks began to back up along the road.
The first cut of the saw will take a whole week.
The coast guard has put out a warning for the strait until Sunday.
The line declined to 40 per cent in May.
The judge wrote the 90-page ruling.
A guard buys the book, reads the first page and loses it.
The ministry’s report runs to 400 pages.
The call centers of the firm stayed closed.
Farmers are sitting on their sacks until the price moves.
The name “Operation Tidy Quay” is not an official one.
The states of the north have no port.
"""

ATTITUDES = """
The union wants the port to stay open.
 ~i The union | wants | the port to stay open
He believes that the bridge will fall.
 ~i He | believes | the bridge will fall
The firm declined to comment.
 ~i The firm | declined | to comment
The council plans to sell the pier.
 ~i The council | plans | to sell the pier
Many residents oppose the plan.
 ~i Many residents | oppose | the plan
She hopes the school will reopen.
 ~i She | hopes | the school will reopen
The mayor supports the strike.
 ~i The mayor | supports | the strike
He refused to leave.
 ~i He | refused | to leave
They doubt whether the wall will hold.
 ~i They | doubt | whether the wall will hold
"""


@pytest.mark.parametrize("line", [line for line, _ in read_table(SILENCE)])
def test_what_nobody_says_is_no_statement(line: str) -> None:
    _, found = find_in(line)
    assert not [each for each in found if each.kind is Kind.STATEMENT]


@pytest.mark.parametrize(("line", "expected"), read_table(ATTITUDES))
def test_attitudes_are_no_statements(line: str, expected: list[str]) -> None:
    text, found = find_in(line)
    assert list(describe(text, found)) == expected

"""What a person types: what becomes of quotes, minus signs and codes, and which texts are then allowed."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pincite import languages, query
from pincite.query import Query

TYPED = st.lists(
    st.sampled_from(['"', "“", "”", "-", " ", "a", "word", "e-mail", "20", "§", "(", "合同", "é"]), max_size=12
).map("".join)


@pytest.mark.parametrize(
    ("typed", "text", "required", "excluded"),
    [
        ("late fee", "late fee", (), ()),
        ('"security deposit" return', "security deposit return", ("security deposit",), ()),
        ("“security deposit” «late fee» „Kaution“", "security deposit late fee Kaution", 3, ()),
        ("deposit -pet", "deposit", (), ("pet",)),
        ('deposit -"pet fee" -e-mail', "deposit", (), ("pet fee", "e-mail")),
        ("deposit -“pet fee”", "deposit", (), ("pet fee",)),
        ("e-mail follow-up", "e-mail follow-up", (), ()),
        ("keep at -20 °C - or colder", "keep at -20 °C - or colder", (), ()),
        ('report -"2020"', "report", (), ("2020",)),
        ('"security deposit', '"security deposit', (), ()),
        ('5" pipe and 6" valve', '5" pipe and 6" valve', (), ()),
        ('"a -b c" d', "a -b c d", ("a -b c",), ()),
        ('"合同终止" 押金', "合同终止 押金", ("合同终止",), ()),
        ('"" "§" -', "-", (), ()),
        ("--draft", "--draft", (), ()),
    ],
)
def test_what_was_typed_is_taken_apart(
    typed: str, text: str, required: tuple[str, ...] | int, excluded: tuple[str, ...]
) -> None:
    parsed = query.parse(typed)
    assert parsed.text == (text if text != "-" else "")
    assert (len(parsed.required) if isinstance(required, int) else parsed.required) == required
    assert parsed.excluded == excluded


def test_only_exclusions_leave_nothing_to_find() -> None:
    assert query.parse("-draft -“old version”") == Query("", excluded=("draft", "old version"))


@given(st.text() | TYPED)
@example('"a "b c"')
@example('-"')
def test_no_word_is_lost_whatever_is_typed(typed: str) -> None:
    parsed = query.parse(typed)
    kept = " ".join([parsed.text, *parsed.excluded])
    assert sorted(match[0] for match in languages.runs(kept)) == sorted(match[0] for match in languages.runs(typed))
    assert all(any(True for _ in languages.runs(phrase)) for phrase in (*parsed.required, *parsed.excluded, *parsed.phrases))


@given(st.text() | TYPED)
def test_a_question_is_left_as_it_is(typed: str) -> None:
    asked = query.question(typed)
    assert asked.text == typed
    assert not asked.strict
    assert asked.allows("anything")


@given(TYPED)
def test_what_is_required_is_in_the_text_that_requires_it_and_what_is_excluded_is_not(typed: str) -> None:
    parsed = query.parse(typed)
    for phrase in (*parsed.required, *parsed.excluded):
        assert Query("", required=(phrase,)).allows(f"so {phrase} then")
        assert not Query("", excluded=(phrase,)).allows(f"so {phrase} then")


def test_questions_quote_without_requiring() -> None:
    asked = query.question('Who may keep the "security deposit" -pet?')
    assert asked == Query('Who may keep the "security deposit" -pet?', phrases=("security deposit",))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("What is the amount of invoice INV-77341?", []),
        ("What does § 4.2 say of COVID-19?", []),
        ("28 U.S.C. § 1746", ["28 U.S.C. § 1746"]),
        ("the 42nd CFR: 17", ["42nd CFR:"]),
        ("Section 7.3(b) and 42 CFR 482.13", ["Section 7.3(b)", "42 CFR 482.13"]),
        ("devices under ISO 14155:2020", ["ISO 14155:2020"]),
        ("dosing b.i.d. or daily", []),
        ("How many tenants were there In 2020? Sixty", []),
        ("WHAT IS DUE", []),
        ("the landlord's follow-up", []),
    ],
)
def test_codes_of_several_words_are_phrases(text: str, codes: list[str]) -> None:
    assert list(query.question(text).phrases) == codes


@pytest.mark.parametrize(
    ("phrase", "inside", "outside"),
    [
        (
            "security deposit",
            ["The Security\nDeposit.", "security (deposit)", "secu-\nrity deposit"],
            ["security deposits", "deposit"],
        ),
        ("4.2", ["see 4.2.", "§ 4.2(a)", "4.2, 5"], ["14.2", "4.2.1", "1.4.2", "4,2", "4 2"]),
        ("INV-77341", ["inv-77341", "INV–77341", "INV-\n77341"], ["INV 77341", "INV-773412"]),
        ("Gebühr", ["die GEBÜHR", "gebuhr"], ["Gebühren"]),
        ("合同终止", ["若合同终止时", "若合同\n终止时"], ["合同不终止"]),
        ("don't", ["don’t"], ["don t"]),
    ],
)
def test_phrases_are_found_as_they_were_typed(phrase: str, inside: list[str], outside: list[str]) -> None:
    for text in inside:
        assert Query("", required=(phrase,)).allows(text), text
        assert not Query("", excluded=(phrase,)).allows(text), text
    for text in outside:
        assert not Query("", required=(phrase,)).allows(text), text
        assert Query("", excluded=(phrase,)).allows(text), text

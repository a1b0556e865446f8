"""The same words with another meaning are told apart, and other words for the same meaning are not."""

from __future__ import annotations

import pytest

from pincite.contradictions import affirms_and_denies, cases_left_out, denies_alike, exception_left_out, found, rate_left_out


@pytest.mark.parametrize(
    ("sentence", "cited", "named"),
    [
        # opposites
        ("The fee is paid 45 days before receiving it.", "The fee is paid within 45 days after receiving it.", "before"),
        ("Prior to termination data may be exported.", "Following termination data may be exported.", "Prior to"),
        ("It increased events.", "It reduced events in every group, but in the second year pain rose.", "increased"),
        ("All flowering plants pass them on.", "Most flowering plants pass them on.", "All"),
        ("Patients of 80 years and younger get one.", "Patients of 80 years and older get one.", "younger"),
        # bounds
        ("Cover is at most $100,000.", "Cover is at least $100,000.", "at most"),
        ("Pressure falls by at least 25%.", "Pressure falls by no more than 25%.", "at least"),
        ("The rent may rise by more than 5%.", "The rent may not rise by more than 5%.", "more than"),
        # duties, rights and whose they are
        ("The Agent must inspect the roof.", "The Agent may inspect the roof.", "must"),
        ("The Agent may inspect the roof.", "The Agent shall inspect the roof.", "may"),
        ("The Tenant may end it by telling the Landlord.", "The Landlord may end it by telling the Tenant.", "Tenant may"),
        ("Buyer may not assign it to Seller.", "Seller may not assign it to Buyer.", "Buyer may"),
        # figures
        ("Notice is given within 36 days.", "Notice is given within thirty-six (36) hours.", "36 day"),
        ("The dose is 2.5 g.", "The dose is 2.5 mg.", "2.5 g"),
        ("It receives 5 joules every minute.", "It receives 5 joules every second.", "minute"),
        ("It ends on March 4, 2025.", "It begins on March 4, 2024 and ends on 5 March 2025.", "March 4, 2025"),
        ("It fell from 1.9% to 2.4%.", "It fell from 2.4% to 1.9%.", "1.9 … 2.4"),
        (
            "An emergency repair begins within ten days.",
            "Repair of an emergency begins within 24 hours and of any other defect within ten (10) days.",
            "10",
        ),
        (
            "If potassium exceeds 6.0, the dose is halved.",
            "If potassium exceeds 5.5, halve the dose; if it exceeds 6.0, stop.",
            "6",
        ),
        (
            "If potassium exceeds 6.0, halve the dose; if it exceeds 6.0, stop.",
            "If potassium exceeds 5.5, halve the dose; if it exceeds 6.0, stop.",
            "6",
        ),
        # what is denied, and what a number tells apart
        ("Credits are a penalty and not a price.", "Credits are a price and not a penalty.", "price"),
        ("Photosystem I oxidizes water.", "Photosystem II oxidizes water.", "Photosystem I"),
        ("Priority 2 requests are answered first.", "Priority 1 requests are answered first.", "Priority 2"),
    ],
)
def test_another_meaning_is_named(sentence: str, cited: str, named: str) -> None:
    assert found(sentence, cited) == named


@pytest.mark.parametrize(
    ("sentence", "cited"),
    [
        ("The fee is paid after the invoice is received.", "Within 45 days after receiving the invoice the fee is paid."),
        ("Before the winter it falls, and after it it rises.", "It rises after the winter and falls before it."),
        ("The burns cover more than 20%.", "Burns above 20% are treated."),
        ("The office may not be moved by more than forty miles.", "The office stays within forty miles, at most forty miles."),
        ("It may be moved up to forty miles.", "It may not be moved by more than forty miles."),
        ("Cash must be at least 900.", "At no month-end is cash below 900."),
        ("The Agent has to inspect the roof.", "The Agent shall inspect the roof."),
        ("The roof must be inspected by the Agent.", "The Agent shall inspect the roof."),
        ("Notice is given to the Landlord by the Tenant.", "The Tenant shall give notice to the Landlord."),
        ("The term begins on August 1, 2024.", "The term begins at noon on August 1, 2024 and ends on July 31, 2025."),
        (
            "Any other defect is repaired within ten days.",
            "An emergency begins within 24 hours and any other defect in ten days.",
        ),
        (
            "Supplier tells Customer within 36 hours.",
            "9.5 Supplier will tell Customer at once and in any event within 36 hours.",
        ),
        ("Photosystem II oxidizes water.", "Photosystem II oxidizes water, and photosystem I reduces ferredoxin."),
        ("It is neither red nor blue.", "It is not red and not blue."),
        ("Sixty (60) days are given, and after 60 days none.", "After sixty (60) days none are given, but 60 are."),
        ("The fee of $20 is $20.", "The fee is $20."),
    ],
)
def test_the_same_meaning_in_other_words_is_let_pass(sentence: str, cited: str) -> None:
    assert found(sentence, cited) == ""


@pytest.mark.parametrize(
    ("sentence", "cited", "alike"),
    [
        ("Cash is accepted.", "Cash is not accepted.", False),
        ("Cash is not accepted.", "Cash is not accepted.", True),
        ("Dogs in the building are allowed.", "Dogs in the building are not permitted.", False),
        ("Supplier tells Customer within 36 hours.", "Supplier tells Customer without undue delay within 36 hours.", True),
        ("There was undue delay.", "Supplier tells Customer without undue delay.", False),
        ("It is taken before food.", "It is taken before food; not with juice.", True),
        ("It is taken with juice.", "It is taken before food; not with juice.", False),
        ("If the repair is complete, the Tenant may leave.", "If the repair is not complete, the Tenant may leave.", False),
    ],
)
def test_negations_count_where_they_are_about_the_same(sentence: str, cited: str, alike: bool) -> None:
    assert denies_alike(sentence, cited) is alike


@pytest.mark.parametrize(
    ("sentence", "cited", "left_out"),
    [
        ("Staff may not be moved.", "Staff may not be moved, except for illness.", True),
        ("Staff may be moved only if they are ill.", "Staff may not be moved, except if they are ill.", False),
        ("Staff may not be moved unless they are ill.", "Staff may not be moved, except for illness.", False),
        ("Outside an emergency notice is given.", "Except in an emergency, notice is given.", True),
        ("If it is no emergency, notice is given.", "Except in an emergency, notice is given.", False),
        ("No animal may be kept.", "No animal may be kept without consent.", True),
        ("Animals may not be kept without consent.", "No animal may be kept without consent.", False),
        ("An animal needs consent.", "No animal may be kept without consent.", False),
        ("Notice is given.", "Notice is given without delay.", False),
    ],
)
def test_an_exception_of_which_nothing_is_said_is_seen(sentence: str, cited: str, left_out: bool) -> None:
    assert exception_left_out(sentence, cited) is left_out


@pytest.mark.parametrize(
    ("sentence", "cited", "known", "rate"),
    [
        ("Weight loss lowers it by 1 mmHg.", "Each kilogram lost lowers it by 1 mmHg.", "", "Each kilogram"),
        ("The dose is 8 mg.", "The dose is 8 mg per day.", "", "per day"),
        ("The dose is 8 mg per day.", "The dose is 8 mg per day.", "", ""),
        ("The dose is 8 mg daily, that is, each day.", "The dose is 8 mg per day.", "", ""),
        ("It is $30.00.", "The room costs $30.00 per evening.", "What does the room cost for an evening?", ""),
        ("The dose is 8 mg.", "The dose is 8 mg; check potassium every week.", "", ""),
        ("Notice is 45 days.", "Customer pays each undisputed invoice within 45 days.", "", ""),
    ],
)
def test_what_a_figure_is_counted_by_must_be_said_or_asked(sentence: str, cited: str, known: str, rate: str) -> None:
    assert rate_left_out(sentence, cited, known) == rate


@pytest.mark.parametrize(
    ("sentence", "both"),
    [
        ("Yes, smoking is prohibited on the balcony.", True),
        ("Yes, dogs are allowed.", False),
        ("Yes, if rent is not paid, a fee is due.", False),
        ("Yesterday it was not open.", False),
        ("No, dogs are not allowed.", False),
    ],
)
def test_yes_before_a_denial_is_seen(sentence: str, both: bool) -> None:
    assert affirms_and_denies(sentence) is both


@pytest.mark.parametrize(
    ("sentence", "cited", "left_out"),
    [
        ("The plan pays all of it.", "In these cases the plan pays all of it.", True),
        ("In such a case the plan pays all of it.", "In these cases the plan pays all of it.", False),
        ("The plan pays all of it in August if it is hot.", "Under such circumstances the plan pays all of it.", True),
        (
            "The plan pays if you have an emergency.",
            "You have an emergency. Under such circumstances the plan pays.",
            False,
        ),
        ("The plan pays all of it.", "In all cases the plan pays all of it.", False),
    ],
)
def test_cases_of_which_nothing_is_said_are_seen(sentence: str, cited: str, left_out: bool) -> None:
    assert cases_left_out(sentence, cited) is left_out

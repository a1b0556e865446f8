"""Questions to begin with, by field. What stands in brackets is to be filled in. Asks nothing."""

from __future__ import annotations

import re

from pincite.gui.translation import translate

_BLANK = re.compile(r"\[[^\]]*\]")


def templates() -> dict[str, tuple[str, ...]]:
    """The questions of each field, by its name."""
    #: What stands in brackets is filled in by the reader: translate it, and keep the brackets
    return {
        translate("question_templates", "Law"): (
            translate("question_templates", "What notice must [party] give to end the agreement?"),
            translate("question_templates", "What are the obligations of [party] concerning [subject]?"),
            translate("question_templates", "Which law governs the agreement, and where are disputes heard?"),
            translate("question_templates", "Is liability limited, and to what amount?"),
            translate("question_templates", "How does the document define “[term]”?"),
            translate("question_templates", "Which deadlines does the document set for [party]?"),
        ),
        translate("question_templates", "Medicine"): (
            translate("question_templates", "What is the recommended dose of [drug] for [condition]?"),
            translate("question_templates", "What are the contraindications of [drug]?"),
            translate("question_templates", "When should a patient with [condition] be referred or admitted?"),
            translate("question_templates", "Which monitoring is recommended for [treatment]?"),
            translate("question_templates", "What is first-line treatment for [condition]?"),
            translate("question_templates", "Which adverse effects of [drug] are reported?"),
        ),
        translate("question_templates", "Study"): (
            translate("question_templates", "How does the text define [term]?"),
            translate("question_templates", "What is the difference between [first] and [second]?"),
            translate("question_templates", "What are the causes of [event]?"),
            translate("question_templates", "Which steps does [process] have?"),
            translate("question_templates", "What evidence supports the claim that [claim]?"),
            translate("question_templates", "Which example does the text give for [term]?"),
        ),
    }


def blank(text: str) -> tuple[int, int] | None:
    """Where the first thing to be filled in stands; None if there is none."""
    found = _BLANK.search(text)
    return found.span() if found else None

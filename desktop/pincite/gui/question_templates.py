"""Questions to begin with, by field. What stands in brackets is to be filled in. Pure."""

from __future__ import annotations

import re

TEMPLATES = {
    "Law": (
        "What notice must [party] give to end the agreement?",
        "What are the obligations of [party] concerning [subject]?",
        "Which law governs the agreement, and where are disputes heard?",
        "Is liability limited, and to what amount?",
        "How does the document define “[term]”?",
        "Which deadlines does the document set for [party]?",
    ),
    "Medicine": (
        "What is the recommended dose of [drug] for [condition]?",
        "What are the contraindications of [drug]?",
        "When should a patient with [condition] be referred or admitted?",
        "Which monitoring is recommended for [treatment]?",
        "What is first-line treatment for [condition]?",
        "Which adverse effects of [drug] are reported?",
    ),
    "Study": (
        "How does the text define [term]?",
        "What is the difference between [first] and [second]?",
        "What are the causes of [event]?",
        "Which steps does [process] have?",
        "What evidence supports the claim that [claim]?",
        "Which example does the text give for [term]?",
    ),
}

_BLANK = re.compile(r"\[[^\]]*\]")


def blank(text: str) -> tuple[int, int] | None:
    """Where the first thing to be filled in stands; None if there is none."""
    found = _BLANK.search(text)
    return found.span() if found else None

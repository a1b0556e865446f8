"""Scenes of reading and conversing: highlights, tabs, small pages, follow-ups, many matches, conversations, the scope."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from scenes import ANSWER, BOOK, HITS, LEASE, QUESTION, SCAN, SERVICES, answering, page_with_words

from pincite.domain import Conversation, Mark, MarkColour, SearchResult, Turn
from pincite.events import QuestionRewritten
from pincite.gui.page_side import Side

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from scripted_engine import Reply, ScriptedEngine

    from pincite.domain import Document, Hit
    from pincite.gui.main_window import MainWindow

FOLLOW_UP = "How much notice must the landlord give to end the residential lease?"
TALK = Conversation(
    "a" * 32, QUESTION, "Harbour Street", "2026-03-02T09:30:00+00:00",
    (Turn(QUESTION, QUESTION, ANSWER, "2026-03-02T09:30:00+00:00"),),
)  # fmt: skip
TALKS = [TALK, replace(TALK, id="b" * 32, title="Which doses of salbutamol are recommended for adults?", collection="")]
WIDE = [224, 336, 800]


def _mark(words: str, colour: MarkColour, note: str = "") -> Mark:
    start = page_with_words(4).text.index(words)
    return Mark(words, LEASE.id, 4, start, start + len(words), words, "2026-03-02T09:30:00Z", colour, note)


def _marks(arguments: dict[str, Any]) -> list[Mark]:
    made = [
        _mark("Termination by the Tenant", MarkColour.GREEN),
        _mark("sixty (60) days’ written notice", MarkColour.YELLOW, "Compare with the services agreement: thirty there."),
        _mark("suitable replacement has signed a lease", MarkColour.PINK, "Who decides what is suitable?"),
    ]
    return made if arguments["document_id"] == LEASE.id else []


def _hit(rank: int, document: Document) -> Hit:
    passage = replace(HITS[0].passage, id=f"p{rank}", document_id=document.id, page=rank, page_label=str(rank))
    return replace(HITS[0], rank=rank, passage=passage, title=document.title)


def replies() -> dict[str, Reply]:
    """What the engine says beside what it says of every library."""
    return {"marks.of": _marks, "conversations.listed": lambda _arguments: list(TALKS)}


def highlights(window: MainWindow, _engine: ScriptedEngine) -> None:
    """Three highlights, two with notes, and their list; another document is open in a tab."""
    window.splitter.setSizes(WIDE)
    window.pages.open(SERVICES.id, SERVICES.title, 3)
    window.pages.open(LEASE.id, LEASE.title, 4)
    window.pages.thumbnails.model().modelReset.connect(lambda: window.pages.show_side(Side.MARKS))


def small_pages(window: MainWindow, _engine: ScriptedEngine) -> None:
    """The pages beside the document, and what was deleted can be brought back."""
    window.splitter.setSizes(WIDE)
    window.pages.open(LEASE.id, LEASE.title, 4)
    window.pages.thumbnails.model().modelReset.connect(lambda: window.pages.show_side(Side.PAGES))
    window.pages.strip.say("Highlight deleted", undoable=True)


def follow_up(window: MainWindow, engine: ScriptedEngine) -> None:
    """A question that hangs on the one before it, whose answer is opened again."""
    for question in (QUESTION, "And the landlord?"):
        window.ask.box.setPlainText(question)
        window.ask.ask()
        request = engine.last("ask")
        if question is not QUESTION:
            engine.say(request, QuestionRewritten(FOLLOW_UP))
        engine.say(request, *answering(replace(ANSWER, question=question)))
        engine.finish(request)
    window.ask.view.turn_cards[0].head.setChecked(True)


def many_matches(window: MainWindow, engine: ScriptedEngine) -> None:
    """Matches in three documents, one of them open."""
    window.ask.search_switch.setChecked(True)
    window.ask.box.setPlainText("notice period")
    window.ask.ask()
    found = (_hit(1, BOOK), *(_hit(rank, LEASE) for rank in range(2, 12)), _hit(12, SERVICES))
    engine.finish(engine.last("search"), SearchResult("notice period", found))
    window.ask.found.step(1)


def conversations(window: MainWindow, _engine: ScriptedEngine) -> None:
    """The conversations that are kept."""
    window.ask.history_button.click()


def scope(window: MainWindow, _engine: ScriptedEngine) -> QWidget:
    """Two documents are chosen for the next question."""
    window.ask.scope_button.choose((LEASE.id, SCAN.id))
    window.ask.scope_button.open_card()
    return window.ask.scope_button.card


SCENES: dict[str, Callable[[MainWindow, ScriptedEngine], QWidget | None]] = {
    scene.__name__.replace("_", "-"): scene
    for scene in (highlights, small_pages, follow_up, many_matches, conversations, scope)
}

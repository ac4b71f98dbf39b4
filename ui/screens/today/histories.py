"""What the lists of Today have besides: their histories by Ctrl+H, and the packs of the day."""

from collections.abc import Sequence
from typing import Protocol

from ui.history_key import HistoryKey
from ui.papers import DayPacks
from ui.screens.today.day_list import DayList
from ui.screens.today.meetings_card import MeetingsCard
from ui.screens.today.work import WorkCard
from ui.session import Session


class OfFamilies(Protocol):
    """A card whose rows are each about a family."""

    list: DayList

    def family_of(self, row_id: str) -> str: ...


def take_histories(session: Session, work: WorkCard, cards: Sequence[OfFamilies]) -> None:
    """Give every list of Today its key, and the first card, of meetings, its packs."""
    if isinstance(cards[0], MeetingsCard):
        cards[0].put_in_foot(DayPacks(session))

    def promise() -> str:
        due = work.due(work.list.current_id())
        return f"follow_up/{due.follow_up.id}" if due else ""

    HistoryKey(work.list, session, promise)
    for card in cards:
        HistoryKey(card.list, session, _OfFamily(card).reference)


class _OfFamily:
    """The family that a row of a card is about."""

    def __init__(self, card: OfFamilies) -> None:
        self._card = card

    def reference(self) -> str:
        return f"family/{self._card.family_of(self._card.list.current_id())}"

"""How far a ring-round has come: whose turn it is, which number is next, what was tried."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date

from liaison.casework.ring_round import Absent, Number, Try

SPOKE, CALLS_BACK, MESSAGE = "spoke", "will_call_back", "message_left"
OUTCOMES = (SPOKE, "no_answer", MESSAGE, "not_in_service", "wrong_number", CALLS_BACK)
"""One key each, in this order."""

ENDS = (SPOKE, CALLS_BACK)
"""After these nobody else is rung for the child."""


class Calls:
    """The absent children in their order, and the tries at their numbers."""

    def __init__(self, absent: Sequence[Absent], tries: Iterable[Try] = ()) -> None:
        self.absent = {each.child.id: each for each in absent}
        self.tries = [each for each in tries if each.child in self.absent]

    def tried(self, child: str) -> list[Try]:
        return [each for each in self.tries if each.child == child]

    def reached(self, child: str) -> bool:
        """Whether somebody was spoken to about this child."""
        return any(each.outcome in ENDS for each in self.tried(child))

    def number(self, child: str) -> Number | None:
        """The number to ring now; none when somebody was reached or all were tried."""
        if self.reached(child):
            return None
        done = {each.value for each in self.tried(child)}
        left = (each for each in self.absent[child].numbers if each.value not in done)
        return next(left, None)

    def unexplained(self, child: str) -> bool:
        """Every number was tried and nobody was reached."""
        return self.number(child) is None and not self.reached(child)

    def after(self, child: str) -> str:
        """The next child with a number to ring, this one first; empty when there is none."""
        order = list(self.absent)
        at = order.index(child) if child in order else 0
        turned = order[at:] + order[:at]
        return next((each for each in turned if self.number(each) is not None), "")

    def as_text(self, day: date, *, pasted: str) -> str:
        """The body of a draft; ``pasted`` are names that are no list yet."""
        kept = {
            "pasted": pasted,
            "day": day.isoformat(),
            "children": list(self.absent),
            "tries": [asdict(each) for each in self.tries],
        }
        return json.dumps(kept, ensure_ascii=False)


def tries_from(kept: Sequence[dict[str, str]]) -> list[Try]:
    """The tries of a draft's body."""
    return [Try(**each) for each in kept]

"""How far an import had got when the record was locked, to go on from there."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from liaison.exchange.import_matches import Decision, Verdict


@dataclass(frozen=True)
class HalfWay:
    """The file, what it was then (a digest), the step, and what she had decided.

    Whom she decided about is known by the place in the file: in another file it is not true.
    """

    file: Path
    digest: str
    step: int
    decisions: dict[str, Decision] = field(default_factory=dict)

    def words(self) -> str:
        """For the way back, which is kept in the record."""
        chosen = {key: [each.verdict.value, each.person] for key, each in self.decisions.items()}
        return json.dumps([str(self.file), self.digest, self.step, chosen])


def half_way_from(words: str) -> HalfWay | None:
    """What ``words`` wrote; nothing for any other, such as the id of a family behind it."""
    try:
        file, digest, step, chosen = json.loads(words)
        decisions = {key: Decision(Verdict(each), person) for key, (each, person) in chosen.items()}
        return HalfWay(Path(file), digest, int(step), decisions)
    except (ValueError, TypeError, AttributeError):
        return None

"""What is being written for the safeguarding lead, as its draft keeps it. It is never an entry."""

import json
from dataclasses import asdict, dataclass, fields

from liaison.model.dsl import DslSlip
from liaison.store.drafts import Draft
from liaison.store.store import Store

WRITING, HANDED_OVER = "tell-dsl", "dsl-slip"
"""Kinds of draft: one that is offered to go on with, and one that waits to be confirmed."""


@dataclass(frozen=True)
class SlipTyped:
    """The words of every field as they stand."""

    about: str = ""
    words: str = ""
    when: str = "now"
    signed: str = ""
    handed_to: str = ""
    printed: bool = False

    def as_text(self) -> str:
        """The body of a draft."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_text(cls, body: str) -> "SlipTyped":
        known = {each.name for each in fields(cls)}
        return cls(**{name: value for name, value in json.loads(body).items() if name in known})


def left_over(store: Store) -> Draft | None:
    """Words whose handing over was taken back: they go on being written."""
    for draft in store.drafts():
        slip = store.first(DslSlip, "draft = :draft", draft=draft.id)
        if draft.kind == HANDED_OVER and slip is None:
            return draft
    return None

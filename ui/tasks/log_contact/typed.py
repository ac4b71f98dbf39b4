"""What has been typed into Log contact, as it is kept in a draft."""

import json
from dataclasses import asdict, dataclass, fields


@dataclass(frozen=True)
class Typed:
    """The words of every field as they stand, finished or not, and the ids behind Who."""

    who: str = ""
    family: str = ""
    person: str = ""
    child: str = ""
    channel: str = ""
    direction: str = ""
    when: str = "now"
    outcome: str = ""
    about: str = ""
    facts: str = ""
    words: str = ""
    view: str = ""
    follow_up: str = ""
    keep_from_family: bool = False
    completes: str = ""

    def as_text(self) -> str:
        """The body of a draft."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_text(cls, body: str) -> "Typed":
        """From the body of a draft; what an older version wrote and we no longer know is left."""
        known = {each.name for each in fields(cls)}
        return cls(**{name: value for name, value in json.loads(body).items() if name in known})

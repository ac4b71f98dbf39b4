"""The pages of help that come with the program, and which of them belongs to a screen."""

from liaison.resources import resource

GENERAL = "the-record"

FIRST = ("today", "families", "family", "transitions", "settings", "importing", GENERAL)
"""In the order in which they are offered; what else there is follows by name."""


def topics() -> list[tuple[str, str]]:
    """Name and title of every page."""
    names = {file.stem for file in resource("help").glob("*.md")}
    ordered = [name for name in FIRST if name in names] + sorted(names - set(FIRST))
    return [(name, _title(words_of(name))) for name in ordered]


def topic_for(place: str) -> str:
    """The page that belongs to a screen, by its title; the general one where it has none."""
    name = place.lower().replace(" ", "-")
    return name if name in dict(topics()) else GENERAL


def words_of(name: str) -> str:
    """A page, in Markdown."""
    return (resource("help") / f"{name}.md").read_text(encoding="utf-8")


def _title(words: str) -> str:
    return words.splitlines()[0].lstrip("# ").strip()

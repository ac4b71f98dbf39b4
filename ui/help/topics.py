"""The pages of help that come with the program, and which of them belongs to a screen."""

from liaison.resources import resource

GENERAL = "the-record"

FIRST = (
    *("today", "families", "family", "log-contact", "restrictions", "a-monday", "safety"),
    *("meetings", "meeting", "in-the-room", "meeting-pack", "letter"),
    *("transitions", "finding", "settings", "importing", GENERAL),
    *("security", "backups", "checks", "trouble"),
)
"""In the order in which they are offered; what else there is follows by name."""


OF_TASKS = {
    **dict.fromkeys(("log-contact", "contact-form"), "log-contact"),
    **dict.fromkeys(("reception", "ring-round", "gate", "gate-note", "home-visit"), "a-monday"),
    **dict.fromkeys(("tell-dsl", "confirm-slip"), "safety"),
    **dict.fromkeys(("restriction-form", "restrictions"), "restrictions"),
    **dict.fromkeys(("import", "copy"), "importing"),
    **dict.fromkeys(("new-meeting", "call-off", "another-day", "leave-out"), "meeting"),
    **dict.fromkeys(("meeting-person-form", "agenda-item-form"), "meeting"),
    **dict.fromkeys(("meeting-check-form", "meeting-action-form", "meeting-paper"), "meeting"),
    **dict.fromkeys(
        ("add-passphrase", "change-passphrase", "rename-holder", "new-recovery", "re-encrypt"),
        "security",
    ),
    **dict.fromkeys(("try-backup", "restore"), "backups"),
    **dict.fromkeys(("history", "family-history"), GENERAL),
    "find": "finding",
    "agreement": GENERAL,
}
"""What is done over a screen, and the page of help about it."""


def topics() -> list[tuple[str, str]]:
    """Name and title of every page."""
    names = {file.stem for file in resource("help").glob("*.md")}
    ordered = [name for name in FIRST if name in names] + sorted(names - set(FIRST))
    return [(name, _title(words_of(name))) for name in ordered]


def topic_for(place: str) -> str:
    """The page that belongs to a screen, by its title; the general one where it has none."""
    name = place.lower().replace(" ", "-")
    return name if name in dict(topics()) else GENERAL


def topic_of_task(kind: str, place: str) -> str:
    """The page that belongs to a task; that of the screen below where it has none of its own."""
    return OF_TASKS.get(kind) or topic_for(place)


def words_of(name: str) -> str:
    """A page, in Markdown."""
    return (resource("help") / f"{name}.md").read_text(encoding="utf-8")


def _title(words: str) -> str:
    return words.splitlines()[0].lstrip("# ").strip()

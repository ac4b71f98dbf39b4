"""What the search box finds for what is typed: rows under headings, and where each row leads."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from liaison.casework.family_filters import barriers_to_filter_by, families_with
from liaison.casework.searching import (
    FoundFamily,
    FoundNote,
    families_by_id,
    find_families,
    find_notes,
)
from liaison.dates import day_in_list
from liaison.model.folded import folded
from ui.offers import Offer
from ui.search_box_rows import FoundRow
from ui.session import Session

translate = QCoreApplication.translate

FAMILIES, NOTES, OFFERS, COMMON, VERBS = 8, 8, 12, 6, 3
DO, NAMES, BARRIER = ">", "@", "#"

_ICONS = {
    "contact": "message-2",
    "barrier": "ban",
    "adjustment": "plant-2",
    "transition_concern": "route",
    "follow_up": "checklist",
    "meeting": "messages",
}


@dataclass(frozen=True)
class Hit:
    """One row. Opening it does the ``offer``, or opens what answers to ``kind`` and ``subject``.

    ``family`` is the one it leads to, if it leads to one.
    """

    row: FoundRow
    kind: str = ""
    subject: str = ""
    offer: Offer | None = None
    family: str = ""


@dataclass(frozen=True)
class Group:
    """Hits of one sort under their heading."""

    title: str
    hits: tuple[Hit, ...]


def look_for(typed: str, session: Session) -> list[Group]:
    """What is typed, or before anything is typed: recent families and what is often done."""
    text = typed.strip()
    if not text:
        return _some(_recent(session), _common(session))
    sign, rest = text[0], text[1:].strip()
    if sign == DO:
        return _some(_things_to_do(rest, session))
    if sign == NAMES:
        return _some(_families(rest, session))
    if sign == BARRIER:
        return _some(*_with_barrier(rest, session))
    named, families, notes = _named(text, session), _families(text, session), _notes(text, session)
    if _are_words_of(text, session) and not _begins_a_name(text, families):
        return _some(named, families, notes)
    return _some(_verbs(text, session), families, named, notes)


def _some(*groups: Group) -> list[Group]:
    return [group for group in groups if group.hits]


def _recent(session: Session) -> Group:
    recent = () if session.quiet else session.recent
    found = families_by_id(session.store, recent, session.today())
    return Group(translate("SearchBox", "Opened lately"), tuple(_family_hits(found)))


def _families(text: str, session: Session) -> Group:
    found = find_families(session.store, text, session.today(), limit=FAMILIES)
    return Group(translate("SearchBox", "Families"), tuple(_family_hits(found)))


def _family_hits(found: Iterable[FoundFamily]) -> list[Hit]:
    return [
        Hit(
            FoundRow(
                f"family/{each.id}",
                "users",
                each.name,
                " · ".join(filter(None, (each.because, each.children))),
                restricted=each.restricted,
                restriction=translate("SearchBox", "Restriction"),
                strong=True,
            ),
            "family",
            each.id,
            family=each.id,
        )
        for each in found
    ]


def _notes(text: str, session: Session) -> Group:
    found = find_notes(session.store, text, session.today(), limit=NOTES)
    return Group(
        translate("SearchBox", "Notes, newest first"),
        tuple(_note_hit(each, session) for each in found),
    )


def _note_hit(note: FoundNote, session: Session) -> Hit:
    day = day_in_list(note.day, session.today()) if note.day else ""
    row = FoundRow(
        f"{note.kind}/{note.id}",
        _ICONS.get(note.kind, "note"),
        note.family_name,
        f"“{note.words}”",
        day,
        restricted=note.restricted,
        restriction=translate("SearchBox", "Restriction"),
    )
    if note.kind == "meeting":
        return Hit(row, note.kind, note.id, family=note.family)
    return Hit(row, "family", f"{note.family}/{note.id}", family=note.family)


def _with_barrier(text: str, session: Session) -> list[Group]:
    """Families by what gets in the way; a sensitive kind leads nowhere."""
    wanted = folded(text)
    groups = []
    for kind in barriers_to_filter_by(session.store):
        if wanted and wanted in folded(kind.label):
            ids = sorted(families_with(session.store, kind.code))
            found = families_by_id(session.store, ids[:FAMILIES], session.today())
            groups.append(Group(kind.label, tuple(_family_hits(found))))
    return groups


def _things_to_do(text: str, session: Session) -> Group:
    fits = [each for each in session.offers if _fits(text, each)]
    return Group(
        translate("SearchBox", "Things to do"), tuple(_offer_hit(each) for each in fits[:OFFERS])
    )


def _are_words_of(text: str, session: Session) -> bool:
    """Whether these whole words stand in the name of something to do: "gets in the way"."""
    return any(f" {_plain(text)} " in f" {_plain(each.words)} " for each in session.offers)


def _plain(words: str) -> str:
    """Folded, and a hyphen as good as a space: "ring round" is "Ring-round"."""
    return folded(words).replace("-", " ")


def _begins_a_name(text: str, families: Group) -> bool:
    """Whether a family's name begins so: a name is meant before anything that can be done."""
    return any(folded(each.row.title).startswith(folded(text)) for each in families.hits)


def _named(text: str, session: Session) -> Group:
    """Things to do in whose names these words stand, without the sign; the best fit first."""
    begun = f" {_plain(text)}"
    named = [(f" {_plain(each.words)} ", each) for each in session.offers]
    fits = [(f"{begun} " not in words, words.find(begun), each) for words, each in named]
    fits = sorted((each for each in fits if each[1] >= 0), key=lambda each: each[:2])
    return Group(
        translate("SearchBox", "Things to do"),
        tuple(_offer_hit(each) for _, _, each in fits[:VERBS]),
    )


def _common(session: Session) -> Group:
    leading = [each for each in session.offers if each.key and each.action.data() is not None]
    about = [each for each in leading if each.kind]
    more = [each for each in leading if not each.kind]
    hits = (_offer_hit(each) for each in (*about, *more)[:COMMON])
    return Group(translate("SearchBox", "Often done"), tuple(hits))


def _fits(text: str, offer: Offer) -> bool:
    words = folded(offer.words)
    return all(each in words for each in _plain(text).split())


def _offer_hit(offer: Offer) -> Hit:
    row = FoundRow(f"do/{offer.words}", "chevron-right", offer.words, at_right=offer.key)
    return Hit(row, offer=offer)


def _verbs(text: str, session: Session) -> Group:
    """What can be done about the families that fit, as in "log kha" or "new meeting kha"."""
    about = [each for each in session.offers if each.kind]
    fits, rest = _named_whole(text, about)
    if not fits:
        verb, _, rest = text.partition(" ")
        begun = folded(verb)
        fits = [each for each in about if any(word.startswith(begun) for word in _words(each))]
    if not rest.strip() or not fits:
        return Group("", ())
    found = find_families(session.store, rest, session.today(), limit=VERBS)
    hits = [_verb_hit(offer, family) for offer in fits[:VERBS] for family in found]
    return Group(translate("SearchBox", "Things to do"), tuple(hits))


def _named_whole(text: str, about: Iterable[Offer]) -> tuple[list[Offer], str]:
    """Those whose words stand at the beginning in full, and what stands after them."""
    named = [each for each in about if folded(text).startswith(f"{folded(each.words)} ")]
    return named, text[len(named[0].words) + 1 :] if named else ""


def _verb_hit(offer: Offer, family: FoundFamily) -> Hit:
    row = FoundRow(
        f"{offer.kind}/{family.id}",
        "chevron-right",
        f"{offer.words} · {family.name}",
        family.children,
        restricted=family.restricted,
        restriction=translate("SearchBox", "Restriction"),
    )
    return Hit(row, offer.kind, family.id)


def _words(offer: Offer) -> list[str]:
    words = folded(offer.words)
    return [words, *_plain(words).split()]

"""The people of one file while it is being matched: pupils, adults, and what ties them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from liaison.exchange.known_record import NameKey, name_key
from liaison.exchange.pupil_file import ContactOnFile, Pupil
from liaison.model.person import Person
from liaison.model.relationship import Responsibility
from liaison.store.ids import new_id


@dataclass(eq=False)
class FileChild:
    """One pupil of the file; ``known`` is the child in the record, if there already."""

    pupil: Pupil
    upn_print: str = ""
    known: Person | None = None
    id: str = field(default_factory=new_id)
    family: str = ""


@dataclass(eq=False)
class Tie:
    """One contact of one pupil; ``lives_there`` is what the file claims."""

    child: FileChild
    contact: ContactOnFile

    @property
    def home(self) -> str:
        """The key of the pupil's address."""
        return self.child.pupil.address.key if self.child.pupil.address else ""

    @property
    def lives_there(self) -> bool:
        """Whether the file gives this adult the pupil's own address."""
        own = self.contact.address.key if self.contact.address else ""
        return self.contact.address_as_pupil or bool(own and own == self.home)

    @property
    def joins(self) -> bool:
        """Whether this adult may join two children into one family."""
        responsible = self.contact.responsibility is True
        if self.contact.professional:
            return False
        if self.contact.relative:
            return responsible and self.lives_there
        return responsible or self.lives_there

    @property
    def reach_keys(self) -> Iterator[str]:
        """Phones and e-mails, then the address, as far as they can be compared."""
        yield from (each.key for each in self.contact.phones if each.key)
        yield from (each.casefold() for each in self.contact.emails)
        own = self.contact.address.key if self.contact.address else ""
        if key := (self.home if self.contact.address_as_pupil else own):
            yield key

    @property
    def raw_code(self) -> str:
        """The file's own code where ours only says "other"."""
        code = self.contact.relationship_on_file
        return code if self.contact.relationship == "other" and code.upper() != "OTH" else ""

    @property
    def responsibility(self) -> Responsibility | None:
        """What the file claims; nothing where it says nothing."""
        claims = {True: Responsibility.YES, False: Responsibility.NO, None: None}
        return claims[self.contact.responsibility]

    @cached_property
    def names(self) -> NameKey:
        """What the adult's name is compared by."""
        return name_key(self.contact.surname, self.contact.forename, self.contact.title)


@dataclass(eq=False)
class FileAdult:
    """One adult of the file with every tie; ``known`` is the adult in the record."""

    ties: list[Tie] = field(default_factory=list)
    children: set[FileChild] = field(default_factory=set)
    known: Person | None = None
    id: str = field(default_factory=new_id)

    def take(self, ties: Iterable[Tie]) -> None:
        """Make these contacts this adult's own."""
        for tie in ties:
            self.ties.append(tie)
            self.children.add(tie.child)

    def may_take(self, children: Iterable[FileChild]) -> bool:
        """Two contacts of one pupil are never one adult."""
        return self.children.isdisjoint(children)

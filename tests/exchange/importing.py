"""Brings made-up files into a store in one call, for the tests of the import."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from liaison.exchange.ctf import read_ctf
from liaison.exchange.ctf_import import commit_import, plan_import
from liaison.exchange.import_plan import ImportPlan, ImportResult
from liaison.model.family import Family, LivesThere, Membership
from liaison.model.fields import Entry
from liaison.model.follow_up import FollowUp
from liaison.model.person import Person, PersonKind
from liaison.model.reach import Address, ContactPoint
from liaison.model.relationship import Relationship
from liaison.store.store import Store
from tests.builders import TODAY
from tests.exchange.ctf_files import ctf

SAMPLE = Path(__file__).parent / "files" / "fixture_full_v25_sex.xml"


class Office:
    """The school office: hands over files, and knows where to look afterwards."""

    def __init__(self, store: Store, folder: Path) -> None:
        self.store = store
        self._path = folder / "office.xml"

    def plan(self, *pupils: str, words: str = "", today: date = TODAY, **header: str) -> ImportPlan:
        """What these pupils would bring, in a full file unless said otherwise."""
        self._path.write_text(words or ctf(*pupils, **header), encoding="utf-8")
        return plan_import(self.store, read_ctf(self._path), today=today)

    def sends(
        self, *pupils: str, words: str = "", today: date = TODAY, **header: str
    ) -> ImportResult:
        """A file of these pupils, imported."""
        return commit_import(self.store, self.plan(*pupils, words=words, today=today, **header))

    def sends_sample(self) -> ImportResult:
        return self.sends(words=SAMPLE.read_text(encoding="utf-8"))

    def person(self, name: str) -> Person:
        (found,) = [each for each in self.store.find(Person) if each.called == name]
        return found

    def named(self, kind: PersonKind) -> list[str]:
        return sorted(each.called for each in self.store.find(Person) if each.kind is kind)

    def families(self) -> dict[str, list[str]]:
        """Each family's name with the names of its children."""
        people = {each.id: each for each in self.store.find(Person)}
        return {
            family.name: sorted(
                people[member.person].called
                for member in self.store.find(Membership, "family = :f", f=family.id)
                if people[member.person].kind is PersonKind.CHILD
            )
            for family in self.store.find(Family)
        }

    def groups(self) -> list[list[str]]:
        """The children of each family, in alphabetical order."""
        found: dict[str, list[str]] = {}
        for each in self.store.find(Person, "kind = 'child'"):
            found.setdefault(each.family, []).append(each.forename)
        return sorted(sorted(names) for names in found.values())

    def homes_of(self, adult: Person) -> list[LivesThere]:
        members = self.store.find(Membership, "person = :p", p=adult.id)
        return [each.lives_there for each in members]

    def tie(self, child: str, adult: str) -> Relationship:
        ids = {"c": self.person(child).id, "a": self.person(adult).id}
        (found,) = self.store.find(Relationship, "child = :c AND adult = :a", **ids)
        return found

    def address(self, name: str) -> Address | None:
        return self.store.first(Address, "person = :p", p=self.person(name).id)

    def points(self, name: str) -> list[str]:
        found = self.store.find(
            ContactPoint, "person = :p", order="position", p=self.person(name).id
        )
        return [each.value for each in found]

    def reminders(self, action: str) -> list[str]:
        """Of whom a reminder of this kind speaks."""
        people = {each.id: each.called for each in self.store.find(Person)}
        found = self.store.find(FollowUp, "action = :action", action=action)
        return sorted(people[each.person] for each in found)

    def rewrite(self, entry: Entry) -> None:
        """Save an entry as an officer does."""
        with self.store.saving() as saving:
            saving.change(entry)

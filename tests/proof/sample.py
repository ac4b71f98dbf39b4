"""A small record with invented people in it, made once and copied for every try."""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from liaison.errors import LiaisonError
from liaison.store.record import create_record, open_record, verify_record
from liaison.store.store import Store
from liaison.vault import TEST_COST, recovery
from tests.builders import Make
from tests.conftest import Ticking, oakfield

PASSPHRASE = "kettle umbrella otter thimble"
NEW = "gravel sunday pickle lantern otter"


def fill(store: Store) -> None:
    make = Make(store)
    for name in ("Khan", "Jones"):
        made = make.family(name)
        make.contact(made, facts="Rang about the bus.")
        make.follow_up(made)


@dataclass
class Sample:
    """A record's folder and the code that opens it."""

    folder: Path
    code: str

    def open(self) -> Store:
        return open_record(self.folder, recovery_code=self.code, now=Ticking())

    def verify(self, *, full: bool = False) -> list[str]:
        """What is wrong, whether it is found or refuses the opening."""
        try:
            return verify_record(self.folder, recovery_code=self.code, full=full)
        except LiaisonError as refused:
            return [str(refused)]

    def opens(self, passphrase: str) -> bool:
        try:
            open_record(self.folder, passphrase=passphrase, now=Ticking()).close()
        except LiaisonError:
            return False
        return True


@dataclass
class Bench:
    """A folder to work in, with the record that all others are copies of."""

    folder: Path

    @cached_property
    def template(self) -> Sample:
        made = Sample(self.folder / "Template.liaison", recovery.new_code())
        self.create(made)
        return made

    def create(self, sample: Sample) -> None:
        """Make a new record there."""
        create_record(
            sample.folder,
            PASSPHRASE,
            recovery_code=sample.code,
            settings=oakfield(),
            now=Ticking(),
            cost=TEST_COST,
            fill=fill,
        )

    def new_laptop(self) -> None:
        """Go on where no record was ever seen: an older copy of one would be told of."""
        os.environ["XDG_CONFIG_HOME"] = tempfile.mkdtemp(prefix="settings-", dir=self.folder)

    def copy(self, name: str = "R.liaison") -> Sample:
        """A fresh copy of the record, in the place of what has that name."""
        self.new_laptop()
        to = self.folder / name
        shutil.rmtree(to, ignore_errors=True)
        shutil.copytree(self.template.folder, to)
        return Sample(to, self.template.code)

"""Makes a practice record and prints summaries and packs of it, where no window can be opened."""

import json
import secrets
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path

FAMILIES = 30
YEARS = 2
SEED = 2026
SHEETS = 3
PACKS = ("staff", "family")
"""Whom the packs of the day's meetings are made for."""


def liaison(*arguments: str) -> str:
    """What the command-line tool says; ends this program with its sentence when it refuses."""
    tool = Path(sys.executable).with_name("liaison.exe" if sys.platform == "win32" else "liaison")
    said = subprocess.run([str(tool), *arguments], stdout=subprocess.PIPE, text=True, check=False)
    if said.returncode != 0:
        sys.exit(said.returncode)
    return said.stdout


def make(folder: Path) -> list[Path]:
    """Fill `folder` with a practice record, its passphrase and some sheets; gives the sheets.

    The record always has a meeting on the day it is made.
    """
    record, passphrase = str(folder / "practice.liaison"), folder / "passphrase.txt"
    passphrase.write_text(secrets.token_urlsafe(18) + "\n", "utf-8")
    key = ("--passphrase-file", str(passphrase))
    size = ("--families", str(FAMILIES), "--years", str(YEARS), "--seed", str(SEED))
    liaison("practice", record, *size, *key)
    sheets = []
    for number, family in enumerate(
        json.loads(liaison("families", record, "--json", *key))[:SHEETS]
    ):
        sheet = folder / f"summary-{number + 1}.pdf"
        liaison("sheet", record, family["id"], "--out", str(sheet), *key)
        sheets.append(sheet)
    today = datetime.now().astimezone().date().isoformat()
    for audience in PACKS:
        pack = folder / f"meeting-pack-{audience}.pdf"
        asked = ("--on", today, "--audience", audience, "--out", str(pack))
        liaison("pack", record, *asked, *key)
        sheets.append(pack)
    return sheets


def main() -> int:
    """Make them in a fresh folder and name them."""
    folder = Path(tempfile.mkdtemp(prefix="family-liaison-practice-"))
    sheets = make(folder)
    print(
        f"Practice record: {folder / 'practice.liaison'} (passphrase in passphrase.txt beside it)"
    )
    for sheet in sheets:
        print("Sheet:", sheet)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Where the files that come with the program are: icons, fonts, words."""

import sys
from pathlib import Path

from liaison.errors import LiaisonError


def resource(name: str) -> Path:
    """The file or folder ``name`` under resources/, in a checkout and in a built program alike."""
    built = getattr(sys, "_MEIPASS", None)
    top = Path(built) if built else Path(__file__).resolve().parents[1]
    path = top / "resources" / name
    if not path.exists():
        raise LiaisonError(f"A part of this program is missing: {name}. Please install it again.")
    return path

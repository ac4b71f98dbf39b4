"""The version of the program, whether it was installed or is run from where its sources stand."""

from __future__ import annotations

import tomllib
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed
from pathlib import Path

NAME = "family-liaison"
PROJECT = Path(__file__).resolve().parents[2] / "pyproject.toml"


def version(project: Path = PROJECT) -> str:
    """As it was installed, or as the sources say; "not known" where neither does."""
    try:
        return installed(NAME)
    except PackageNotFoundError:
        pass
    try:
        return str(tomllib.loads(project.read_text("utf-8"))["project"]["version"])
    except (OSError, KeyError, tomllib.TOMLDecodeError):
        return "not known"

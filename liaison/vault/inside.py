"""Whether a file would come to lie in the folder of a record, over what the record is made of."""

from pathlib import Path

from liaison.errors import AlreadyThere
from liaison.vault import header


def keep_out_of_records(file: Path) -> None:
    """``AlreadyThere`` for a file in the folder of a record, or one that takes its place."""
    whole = file.resolve()
    for folder in (whole, *whole.parents):
        if any((folder / name).exists() for name in (header.NAME, header.COPY)):
            sentence = (
                f"{folder.name} is a record, and only the record itself belongs in there. "
                "Choose another place, and nothing of the record is overwritten."
            )
            raise AlreadyThere(sentence)

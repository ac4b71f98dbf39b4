"""A sheet, once it is drawn, as a file where it is wanted."""

from pathlib import Path

from liaison.errors import CannotPrint
from liaison.sheets.printing import locked
from liaison.vault.inside import keep_out_of_records


def save_pdf(pdf: bytes, to: Path, *, password: str = "") -> None:
    """Write the PDF where it is wanted, encrypted (AES-256) when a password is given.

    ``AlreadyThere`` for a place inside the folder of a record.
    """
    keep_out_of_records(to)
    try:
        to.write_bytes(locked(pdf, password) if password else pdf)
    except OSError as error:
        sentence = f"The PDF cannot be written to {to}: {error.strerror}."
        raise CannotPrint(sentence) from error

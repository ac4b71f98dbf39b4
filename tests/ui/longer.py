"""Every label as long as it would be in Welsh: a third longer than in English."""

from PySide6.QtCore import QTranslator

LONGER = 0.3


class Longer(QTranslator):
    """Gives back the words, and letters that make them longer."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, _context: str, source: str, _about: str | None = None, _count: int = -1
    ) -> str:
        return f"{source} {'wy' * len(source)}"[: round(len(source) * (1 + LONGER)) + 1]

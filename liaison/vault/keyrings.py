"""The laptop's own keyring: one of the five real ones, asked with patience and read back.

Backends that only pretend to store, or store in plain files, are refused; there is never a file
instead. Nothing a keyring does can keep the officer from her passphrase.
"""

from collections.abc import Callable
from contextlib import suppress
from threading import Event, Thread
from types import TracebackType
from typing import Generic, Protocol, TypeVar, cast

from liaison.errors import NotRemembered

T = TypeVar("T")

REAL = frozenset(
    {
        "keyring.backends.Windows.WinVaultKeyring",
        "keyring.backends.macOS.Keyring",
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.libsecret.Keyring",
        "keyring.backends.kwallet.DBusKeyring",
    }
)
WINDOWS = "keyring.backends.Windows.WinVaultKeyring"
CHAIN = "keyring.backends.chainer.ChainerBackend"
LONGEST = 1280
"""As many characters as Windows keeps."""
PATIENCE = 3.0
"""How many seconds the keyring may take for an answer."""

NO_KEYRING = (
    "This laptop has no keyring that can be trusted with a key, so the record is not remembered "
    "here. Please use the passphrase."
)
NO_ANSWER = "The laptop's keyring did not answer in time. Please use the passphrase."
REFUSED = "The laptop's keyring refused ({reason}). Please use the passphrase."
NOT_KEPT = (
    "The laptop's keyring did not give back what was put into it, so the record is not remembered "
    "here. Please use the passphrase."
)


class Backend(Protocol):
    """What is used of a keyring of the system."""

    def get_password(self, service: str, username: str) -> str | None: ...
    def set_password(self, service: str, username: str, password: str) -> None: ...
    def delete_password(self, service: str, username: str) -> None: ...


def system_keyring() -> object:
    """The keyring this laptop is set up with, good or bad."""
    import keyring  # noqa: PLC0415 - takes a moment to load, and is seldom needed

    return keyring.get_keyring()


class Keyring:
    """The laptop's keyring with one text for each vault. Raises NotRemembered, in words."""

    def __init__(self, find: Callable[[], object], patience: float = PATIENCE) -> None:
        self._find = find
        self._patience = patience

    def get(self, vault: str) -> str:
        """What is kept for the vault; empty when nothing is, or more than can be ours."""
        found = self._ask(lambda backend: backend.get_password(*_under(vault)))
        return found if isinstance(found, str) and len(found) <= LONGEST else ""

    def put(self, vault: str, text: str) -> None:
        """Keep a text for the vault, and see that it can be read again."""

        def keep(backend: Backend) -> str | None:
            backend.set_password(*_under(vault), text)
            return backend.get_password(*_under(vault))

        if self._ask(keep) != text:
            with suppress(NotRemembered):
                self._ask(lambda backend: backend.delete_password(*_under(vault)))
            raise NotRemembered(NOT_KEPT)

    def drop(self, vault: str) -> None:
        """Forget what is kept for the vault."""
        if self.get(vault):
            self._ask(lambda backend: backend.delete_password(*_under(vault)))

    def _ask(self, question: Callable[[Backend], T]) -> T:
        answer = Answer(lambda: question(_trusted(self._find())))
        Thread(target=answer.work_out, name="keyring", daemon=True).start()
        return answer.within(self._patience)


class Answer(Generic[T]):
    """What a keyring says, worked out in a thread that may never end, or what it raised."""

    def __init__(self, ask: Callable[[], T]) -> None:
        self._ask = ask
        self._given: list[T] = []
        self._raised: BaseException | None = None
        self._done = Event()

    def work_out(self) -> None:
        """Ask, and keep whatever comes of it."""
        with self:
            self._given.append(self._ask())

    def within(self, seconds: float) -> T:
        """The answer. NotRemembered where there is none, or none in time."""
        if not self._done.wait(seconds):
            raise NotRemembered(NO_ANSWER)
        if isinstance(self._raised, NotRemembered):
            raise self._raised
        if self._raised is not None:
            # Its own words may tell what was to be kept secret.
            raise NotRemembered(REFUSED.format(reason=type(self._raised).__name__)) from None
        return self._given[0]

    def __enter__(self) -> None:
        """Whatever a keyring raises inside is kept for ``within``."""

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        error: BaseException | None,
        _trace: TracebackType | None,
    ) -> bool:
        self._raised = error
        self._done.set()
        return True


def _trusted(found: object) -> Backend:
    """The backend if it is a real one, or the first real one in a chain."""
    chained = getattr(found, "backends", ()) if _name(found) == CHAIN else (found,)
    for each in chained:
        if _name(each) in REAL:
            if _name(each) == WINDOWS:
                # Otherwise it travels with the person to every computer of the school.
                setattr(each, "persist", "local machine")  # noqa: B010 - only this backend has it
            return cast(Backend, each)
    raise NotRemembered(NO_KEYRING)


def _name(backend: object) -> str:
    """The whole name of its class: a class that only descends from a real one is another."""
    return f"{type(backend).__module__}.{type(backend).__qualname__}"


def _under(vault: str) -> tuple[str, str]:
    """A service of its own for each vault: Windows moves others of the same service about."""
    return f"Family Liaison {vault}", vault

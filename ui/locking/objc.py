"""The little of macOS that is needed beyond Qt, by its Objective-C runtime."""

import ctypes
import ctypes.util
from collections.abc import Callable
from typing import Any

ACTION = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)
"""How macOS calls a method of one argument: the object, the selector, the notification."""


class Runtime:
    """Sends messages to objects. ``library`` is libobjc, or stands in for it in a test."""

    def __init__(self, library: Any = None) -> None:
        self._library = library or ctypes.CDLL(ctypes.util.find_library("objc") or "libobjc.dylib")
        for name in ("objc_getClass", "sel_registerName"):
            function = getattr(self._library, name)
            function.restype, function.argtypes = ctypes.c_void_p, [ctypes.c_char_p]
        self._actions: list[Any] = []

    def named(self, name: str) -> int:
        """The class of this name."""
        return int(self._library.objc_getClass(name.encode()) or 0)

    def selector(self, name: str) -> int:
        return int(self._library.sel_registerName(name.encode()) or 0)

    def send(self, to: int, selector: str, *words: int) -> int:
        """Send a message whose arguments are objects, selectors or whole numbers."""
        call = ctypes.CFUNCTYPE(ctypes.c_void_p, *[ctypes.c_void_p] * (2 + len(words)))
        function = call(ctypes.cast(self._library.objc_msgSend, ctypes.c_void_p).value or 0)
        return int(function(to, self.selector(selector), *words) or 0)

    def text(self, words: str) -> int:
        """An NSString."""
        pointer = ctypes.create_string_buffer(words.encode())
        made = self.send(self.named("NSString"), "stringWithUTF8String:", ctypes.addressof(pointer))
        return self.send(made, "retain")

    def words_of(self, text: int) -> str:
        """What an NSString says."""
        start = self.send(text, "UTF8String")
        return ctypes.string_at(start).decode() if start else ""

    def listener(self, name: str, selector: str, action: Callable[[int], None]) -> int:
        """An object of a new class with one method, that hands a notification to ``action``."""

        def called(_self: int, _selector: int, notification: int) -> None:
            action(notification)

        library = self._library
        library.objc_allocateClassPair.restype = ctypes.c_void_p
        library.objc_allocateClassPair.argtypes = [
            *(ctypes.c_void_p, ctypes.c_char_p),
            ctypes.c_size_t,
        ]
        library.class_addMethod.argtypes = [ctypes.c_void_p] * 3 + [ctypes.c_char_p]
        library.objc_registerClassPair.argtypes = [ctypes.c_void_p]
        kept = ACTION(called)
        self._actions.append(kept)
        made = library.objc_allocateClassPair(
            self.named("NSObject"), f"{name}{id(kept)}".encode(), 0
        )
        method = ctypes.cast(kept, ctypes.c_void_p)
        library.class_addMethod(made, self.selector(selector), method, b"v@:@")
        library.objc_registerClassPair(made)
        return self.send(self.send(int(made), "alloc"), "init")

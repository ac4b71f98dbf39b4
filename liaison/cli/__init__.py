"""The technician's tool: ``liaison``. Other programs rely on its words."""

from liaison.cli.running import main

__all__ = ["main"]

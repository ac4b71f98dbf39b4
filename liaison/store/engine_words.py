"""The only place that imports sqlite-utils, over SQLCipher's driver.

sqlite-utils looks for ``pysqlite3`` before ``sqlite3``; given SQLCipher's driver under that name it
recognises its exceptions, and ``ignore=True`` behaves.
"""

import sys

from liaison.vault import engine

sys.modules.setdefault("pysqlite3", engine.driver)

from sqlite_utils import Database, Migrations  # noqa: E402 - after the driver is in place
from sqlite_utils.db import NotFoundError  # noqa: E402

__all__ = ["Database", "Migrations", "NotFoundError"]

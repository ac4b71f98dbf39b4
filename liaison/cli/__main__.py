"""``python -m liaison.cli``: the technician's tool from a checkout, without installing it."""

import sys

from liaison.cli import main

sys.exit(main())

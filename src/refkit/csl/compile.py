"""Turn a style and a locale into callables: everything is bound that does not depend on the item."""

from __future__ import annotations

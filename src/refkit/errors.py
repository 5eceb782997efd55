"""What refkit raises when it is asked for something it cannot do."""

from __future__ import annotations

from collections.abc import Iterable

NEARLY_SAME = 0.75  # a ratio of difflib; `nosuch` and `henoch` have 0.67


class RefkitError(Exception):
    """A call that cannot be carried out; the message names the thing, the reason and what to do."""


class UnknownChoice(RefkitError):
    """A name that is none of the names that can stand there."""

    def __init__(self, kind: str, name: str, choices: Iterable[str], hint: str = "") -> None:
        self.kind = kind
        self.name = name
        self.choices = sorted(choices)
        self.nearest = nearest(name, self.choices)
        shown = name if len(name) <= 100 else f"{name[:100]}..."
        super().__init__(f"no {kind} `{shown}`; {self._advice(hint)}")

    def _advice(self, hint: str) -> str:
        if self.nearest:
            return f"did you mean `{self.nearest}`?"
        if hint or len(self.choices) > 30:
            return hint or f"{len(self.choices)} others exist"
        return "choose from " + ", ".join(self.choices)


class UnreadableFile(RefkitError):
    """A file or standard input that cannot be opened or decoded as a text."""

    def __init__(self, path: str, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"cannot read `{path}`: {reason}")


class UnwritableFile(RefkitError):
    """A file that cannot be written; what stood there before is untouched."""

    def __init__(self, path: str, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"cannot write `{path}`: {reason}")


class ReadOnlyFile(UnwritableFile):
    """A file whose permissions do not allow writing; it is refused to the superuser, too."""

    def __init__(self, path: str) -> None:
        super().__init__(path, "it is read-only")
        self.args = (f"`{path}` is read-only; make it writable first",)


class InternalError(RefkitError):
    """A fault of refkit itself: what it was reading, if that is known, and the traceback."""

    def __init__(self, path: str, summary: str, details: str) -> None:
        self.path = path
        self.summary = summary
        self.details = details
        during = f" while reading `{path}`" if path else ""
        super().__init__(
            f"internal error{during}: {summary}; this is a bug in refkit; please report it with the "
            "file (`refkit --traceback ...` shows where it happened)"
        )

    def __reduce__(self) -> tuple[type[InternalError], tuple[str, str, str]]:
        return InternalError, (self.path, self.summary, self.details)


def nearest(name: str, choices: Iterable[str]) -> str:
    """Return the choice that reads most like `name`, or the empty string if none is near.

    A choice with another first letter is near only if nearly all of the letters agree.
    """
    from difflib import get_close_matches

    by_lower = {choice.lower(): choice for choice in choices}
    lower = name.lower()
    near = get_close_matches(lower, by_lower, n=5)
    nearly_same = get_close_matches(lower, near, n=1, cutoff=NEARLY_SAME)
    found = [choice for choice in near if choice[:1] == lower[:1] or choice in nearly_same]
    return by_lower[found[0]] if found else ""

"""Exceptions of refkit."""

from __future__ import annotations

from collections.abc import Iterable

CLOSE_MATCH = 0.75  # a ratio of difflib; `nosuch` and `henoch` have 0.67


class RefkitError(Exception):
    """A request that cannot be fulfilled; the message says what failed, why, and what to do."""


class UnknownChoice(RefkitError):
    """A name that is not among the allowed names."""

    def __init__(self, kind: str, name: str, choices: Iterable[str], hint: str = "") -> None:
        self.kind = kind
        self.name = name
        self.choices = sorted(choices)
        self.nearest = nearest(name, self.choices)
        short_name = name if len(name) <= 100 else f"{name[:100]}..."
        super().__init__(f"no {kind} `{short_name}`; {self._advice(hint)}")

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


class EmptyFolder(RefkitError):
    """A folder without files that refkit reads."""


class UnwritableFile(RefkitError):
    """A file that cannot be written; its content is not changed."""

    def __init__(self, path: str, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"cannot write `{path}`: {reason}")


class ReadOnlyFile(UnwritableFile):
    """A file without write permission, which is refused to the superuser, too."""

    def __init__(self, path: str) -> None:
        super().__init__(path, "it is read-only")
        self.args = (f"`{path}` is read-only; make it writable first",)


class InternalError(RefkitError):
    """A bug in refkit, with the name of the file that was being read, if known, and the traceback."""

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
    """Return the choice that is most similar to `name`, or "" if none is similar.

    A choice with a different first letter must be very similar, and more so than one with the same first letter.
    """
    from difflib import SequenceMatcher, get_close_matches

    by_lower = {choice.lower(): choice for choice in choices}
    lower = name.lower()
    candidates = get_close_matches(lower, by_lower, n=5)
    close = get_close_matches(lower, candidates, n=1, cutoff=CLOSE_MATCH)
    chosen = [choice for choice in candidates if choice[:1] == lower[:1] or choice in close]
    if not chosen:
        return ""

    def rank(choice: str) -> tuple[float, bool]:
        return SequenceMatcher(None, choice, lower).ratio(), choice[:1] == lower[:1]

    return by_lower[max(chosen, key=rank)]

"""The characters of a value, with the span of each in the source."""

from __future__ import annotations

from refkit.model.source import Span
from refkit.records import dataclass, field


@dataclass(slots=True)
class Characters:
    """Characters with their spans; one that is not `literal` replaces other text, as in a macro's value."""

    characters: list[str] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    literal: list[bool] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The characters in one string."""
        return "".join(self.characters)

    def add(self, character: str, span: Span, literal: bool = True) -> None:
        """Append a character."""
        self.characters.append(character)
        self.spans.append(span)
        self.literal.append(literal)

    def extend(self, other: Characters, start: int, end: int) -> None:
        """Append the characters `start` to `end` of another object."""
        self.characters += other.characters[start:end]
        self.spans += other.spans[start:end]
        self.literal += other.literal[start:end]

    def span(self, start: int, end: int) -> Span:
        """Return the span in the source of the characters `start` to `end`."""
        return Span(self.spans[start].start, self.spans[end - 1].end)

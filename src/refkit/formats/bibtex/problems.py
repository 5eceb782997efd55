"""Faults for syntax errors in BibTeX: their spans, and messages with a remedy."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.formats.bibtex.scan import ENTRY_SIZE, Problem, ScanResult
from refkit.model.entry import Fault
from refkit.model.source import Source, Span
from refkit.patterns import lazy_pattern


def syntax_faults(source: Source, scan: ScanResult) -> list[Fault]:
    """Return a fault for each problem that the scanner found, in file order."""
    text = source.text
    return [
        Fault(_message(text, scan, problem), _fault_span(text, scan, problem), source)
        for problem in scan.problems
        if problem.code != "no key"  # see missing_key_faults
    ]


def missing_key_faults(source: Source, scan: ScanResult) -> Iterator[Fault]:
    """Yield a fault for each entry without a key.

    If the syntax error of an entry is in its head, only that is reported.
    """
    offsets = scan.entries
    broken = {problem.entry for problem in scan.problems if problem.code != "no key"}
    starts, ends = offsets[4::ENTRY_SIZE], offsets[5::ENTRY_SIZE]
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        # without fields, the error of a broken entry is in its head
        if start == end and (number not in broken or scan.field_offsets(number)):
            type_start, type_end = offsets[number * ENTRY_SIZE + 2 : number * ENTRY_SIZE + 4]
            yield missing_key(source, Span(type_start, type_end))


def missing_key(source: Source, type_span: Span) -> Fault:
    """Return the fault of an entry whose key is empty."""
    entry_type = source.slice(type_span).lower()
    message = f"this `@{entry_type}` has no cite key; add one, so that it can be cited"
    return Fault(message, type_span, source, "no-key")


def _fault_span(text: str, scan: ScanResult, problem: Problem) -> Span:
    """Return the span to fix: that of the problem, or that of the delimiter that is not closed.

    A value that is not closed is only found at the start of the next entry, which is correct itself.
    """
    if problem.entry < 0 or problem.code not in ("open", "unclosed"):
        return problem.span
    end = _end_of_last_value(scan, problem.entry)
    if problem.code == "unclosed":
        return Span(end - 1, end)
    mark = _OPENING.match(text, end, problem.span.start)
    return Span(mark.end() - 1, mark.end()) if mark else problem.span


# From the end of a value or key to the delimiter of the next value, including other pieces of it.
_OPENING = lazy_pattern(r"[^=]*+=[^{\"]*+[{\"]")


def _end_of_last_value(scan: ScanResult, entry: int) -> int:
    """Return the end of an entry's last value, or of its key."""
    fields = scan.field_offsets(entry)
    return scan.fields[fields[-1] + 3] if fields else scan.entries[entry * ENTRY_SIZE + 5]


def _message(text: str, scan: ScanResult, problem: Problem) -> str:
    found_text = _describe_found(text, problem)
    location = _describe_location(text, scan, problem)
    match problem.code:
        case "at":
            return "`@` does not start an entry; write an entry type and `{` after it, or remove the `@`"
        case "head":
            word = _shorten(text[problem.span.start : problem.span.end].strip())
            return f"`{word}` does not start an entry, no `{{` follows; remove the `@` or add `{{`"
        case "key":
            return f"{found_text} where a comma should follow the key{location}; put a comma after the key"
        case "name":
            return (
                f"{found_text} instead of a field name{location}; remove it or complete the field"
            )
        case "equals":
            return f"{found_text} where `=` should follow the field name{location}; write `name = {{value}}`"
        case "value":
            return f"{found_text} instead of a value{location}; put the value in braces"
        case "quote":
            return f'unmatched `}}` inside a quoted value{location}; add the missing `"` or `{{`'
        case "comma":
            return f"{found_text} where a comma should follow the value{location}; add the comma"
        case "unclosed":
            return (
                f"the next entry starts before this one is closed{location}; add the missing `}}`"
            )
        case "unclosed value":
            value = _value_at(text, scan, problem)
            return (
                f"{value} is not closed; read up to the next field; add the missing brace or quote"
            )
        case "open":
            return f"a value is never closed{location}; add the missing brace or quote"
        case "end":
            return f"the file ends{location}; add what is missing, at least `}}`"
        case "string":
            return "an @string without `name = value`; write `@string{name = {value}}`"
        case "string open":
            return f"{found_text} where an @string should end; give each @string one definition and close it"
        case _:
            return f"{found_text} where a @preamble should end; close it"


def _value_at(text: str, scan: ScanResult, problem: Problem) -> str:
    """Return a description of the value at a problem by its field and entry."""
    offsets = scan.fields
    at = next(n for n in scan.field_offsets(problem.entry) if offsets[n + 2] == problem.span.start)
    key = text[slice(*scan.key_bounds(problem.entry))]
    return (
        f"the value of `{_shorten(text[offsets[at] : offsets[at + 1]])}` in entry `{_shorten(key)}`"
    )


def _describe_found(text: str, problem: Problem) -> str:
    start = problem.span.start if problem.entry >= 0 else problem.span.end
    word = text[start : start + 20].split()
    return f"found `{_shorten(word[0])}`" if word else "the file ends"


def _shorten(word: str) -> str:
    return word if len(word) <= 20 else word[:19] + "…"


def _describe_location(text: str, scan: ScanResult, problem: Problem) -> str:
    if problem.entry < 0:
        return ""
    index = problem.entry * ENTRY_SIZE
    key = text[scan.entries[index + 4] : scan.entries[index + 5]]
    fields = scan.field_offsets(problem.entry)
    after = ""
    if fields and problem.code != "key":
        last_field = fields[-1]
        after = f" after `{_shorten(text[scan.fields[last_field] : scan.fields[last_field + 1]])}`"
    return f"{after} in entry `{_shorten(key)}`"

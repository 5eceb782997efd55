"""What is said about a place that is no BibTeX: what is wrong, at which field or key, what to do."""

from __future__ import annotations

from refkit.formats.bibtex.scan import ENTRY_PLACES, Problem, Scan
from refkit.model.entry import Fault
from refkit.model.source import Source, Span
from refkit.patterns import lazy_pattern


def syntax_faults(source: Source, scan: Scan) -> list[Fault]:
    """Return a fault for each problem that the scanner met, in file order."""
    text = source.text
    return [
        Fault(_message(text, scan, one), _place(text, scan, one), source) for one in scan.problems
    ]


def encoding_fault(source: Source) -> Fault:
    """Return the fault of a file that is not UTF-8, at its first character beyond ASCII."""
    at = next((n for n, char in enumerate(source.text) if ord(char) > 127), 0)
    message = (
        f"the file is not UTF-8; read as Latin-1, so `{source.text[at : at + 1]}` may be another "
        "character; save the file as UTF-8"
    )
    return Fault(message, Span(at, at + 1), source, "encoding")


def _place(text: str, scan: Scan, problem: Problem) -> Span:
    """Return the place to mend: where the reader noticed, or where the unclosed thing stands.

    A value that is never closed is noticed only where the next entry starts, which is in order itself.
    """
    if problem.entry < 0 or problem.code not in ("open", "unclosed"):
        return problem.span
    end = _last_end(scan, problem.entry)
    if problem.code == "unclosed":
        return Span(end - 1, end)
    mark = _OPENING.match(text, end, problem.span.start)
    return Span(mark.end() - 1, mark.end()) if mark else problem.span


# From behind a value or a key to the mark that opens the next value, other pieces of it passed over.
_OPENING = lazy_pattern(r"[^=]*+=[^{\"]*+[{\"]")


def _last_end(scan: Scan, entry: int) -> int:
    """Return the end of an entry's last value, or of its key."""
    fields = scan.field_places(entry)
    return scan.fields[fields[-1] + 3] if fields else scan.entries[entry * ENTRY_PLACES + 5]


def _message(text: str, scan: Scan, problem: Problem) -> str:
    found = _found(text, problem)
    where = _where(text, scan, problem)
    match problem.code:
        case "at":
            return "`@` starts no entry; write an entry type and `{` after it, or take the `@` out"
        case "head":
            word = _short(text[problem.span.start : problem.span.end].strip())
            return f"`{word}` starts no entry, no `{{` follows; take the `@` out or add `{{`"
        case "key":
            return f"{found} where a comma should follow the key{where}; a key has no blanks, put a comma after it"
        case "name":
            return (
                f"{found} where a field name should stand{where}; take it out or complete the field"
            )
        case "equals":
            return (
                f"{found} where `=` should follow the field name{where}; write `name = {{value}}`"
            )
        case "value":
            return f"{found} where a value should stand{where}; put the value in braces"
        case "quote":
            return (
                f'a `}}` closes nothing inside a quoted value{where}; add the missing `"` or `{{`'
            )
        case "comma":
            return f"{found} where a comma should follow the value{where}; add the comma"
        case "unclosed":
            return f"the next entry starts before this one is closed{where}; add the missing `}}`"
        case "open":
            return f"a value is never closed{where}; add the missing brace or quote"
        case "end":
            return f"the file ends{where}; add what is missing, at least `}}`"
        case "string":
            return "an @string without `name = value`; write `@string{name = {value}}`"
        case "string open":
            return f"{found} where an @string should end; give each @string one definition and close it"
        case _:
            return f"{found} where a @preamble should end; close it"


def _found(text: str, problem: Problem) -> str:
    start = problem.span.start if problem.entry >= 0 else problem.span.end
    word = text[start : start + 20].split()
    return f"found `{_short(word[0])}`" if word else "the file ends"


def _short(word: str) -> str:
    return word if len(word) <= 20 else word[:19] + "…"


def _where(text: str, scan: Scan, problem: Problem) -> str:
    if problem.entry < 0:
        return ""
    at = problem.entry * ENTRY_PLACES
    key = text[scan.entries[at + 4] : scan.entries[at + 5]]
    fields = scan.field_places(problem.entry)
    after = ""
    if fields and problem.code != "key":
        last = fields[-1]
        after = f" after `{_short(text[scan.fields[last] : scan.fields[last + 1]])}`"
    return f"{after} in entry `{_short(key)}`"

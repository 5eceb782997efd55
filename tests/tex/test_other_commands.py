"""Commands of BibLaTeX's localization, scripts by name, and letters in braces after a command."""

import pytest

import refkit
from refkit.data.bibtex_csl import GENRES, STATES
from refkit.model.names import parse_name
from refkit.tex.decode import decode


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"\bibstring{newseries}", "new series"),
        (r"\bibstring {jourser} 2", "series 2"),
        (r"\bibcpstring{page}", "Page"),
        (r"\bibucstring{and}", "AND"),
        (r"Bonn: \biblcstring{inpress}", "Bonn: in press"),
        (r"\bibstring{december} \bibstring{langgerman}", "December German"),
    ],
)
def test_localization_keys_become_words(tex: str, text: str) -> None:
    assert decode(tex, protect=True) == (text, [])


@pytest.mark.parametrize("key", [*GENRES, *STATES])
def test_the_keys_of_fields_are_known_to_the_command(key: str) -> None:
    assert decode(f"\\bibstring{{{key}}}")[1] == []


def test_an_unknown_key_is_reported() -> None:
    assert decode(r"\bibstring{nonsense}") == ("nonsense", [r"\bibstring"])


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"H\sb{2}O", "H<sub>2</sub>O"),
        (r"10\sp{th}", "10<sup>th</sup>"),
        (r"x\sp 2", "x<sup>2</sup>"),
        (r"$x\sp{2}$", "x<sup>2</sup>"),
        (r"$\alpha\sb1$", "α<sub>1</sub>"),
        (r"\(\sp{13}\)C", "<sup>13</sup>C"),
        (r"A\relax B", "AB"),
        (r"{\relax Title} of", "Title of"),
    ],
)
def test_scripts_have_names(tex: str, text: str) -> None:
    """Plain TeX defines them for keyboards without the signs."""
    assert decode(tex) == (text, [])


@pytest.mark.parametrize("given", [r"{\relax Ch}arles", r"{\relax{Ch}}arles", r"\relax{Charles}"])
def test_relax_before_a_letter_does_not_make_a_particle(given: str) -> None:
    """It keeps `Ch` together in initials."""
    name = parse_name(f"{given} Darwin")
    assert (name.family, name.given, name.particle) == ("Darwin", "Charles", "")


def test_relax_before_a_particle_keeps_it() -> None:
    assert parse_name(r"Charles {\relax de} Gaulle").particle == "de"


def test_a_series_is_written_as_words() -> None:
    text = r"@book{b, title={T}, series={\bibstring{newseries}}, date={2001}}"
    assert refkit.loads(text, format="biblatex")[0].text["collection-title"] == "new series"

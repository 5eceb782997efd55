"""`refkit parse --explain` shows which step labeled each word."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from refkit.cli import main
from refkit.formats.text.explain import words_of

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/text-model.md").read_text(encoding="utf-8")


def steps_of(text: str) -> dict[str, str]:
    """Return the step that labeled the words of each run."""
    return {words.text: words.step for words in words_of(text)}


def test_the_example_of_the_page_is_what_the_command_prints() -> None:
    """The page shows how to find the module that splits a name."""
    example = re.search(
        r'```console\n\$ refkit parse --explain "([^"]+)"\n(.*?)```', PAGE, re.DOTALL
    )
    assert example is not None
    done = CliRunner().invoke(main, ["parse", "--explain", example[1]])
    assert done.stdout == example[2]


@pytest.mark.parametrize(
    ("text", "words", "step"),
    [
        ("Elm, A. (2001). Weirs of today. Leeds: Moss.", "Weirs of today", "model"),
        ("Conseil du paysage québécois (2002). Guide du paysage.", "Conseil du paysage québécois", "author at head"),
        ("Elm A, Moe P. Weirs. J Coast Phys. 2005;12:61-5.", "Weirs", "title_after_names"),
        ("Elm, A. (2001). Weirs [Data set]. Zenodo.", "[Data set]", "form of medium"),
    ],
)  # fmt: skip
def test_the_step_that_gave_the_label(text: str, words: str, step: str) -> None:
    """The last step that changed a label is named."""
    assert steps_of(text)[words] == step


def test_every_module_exists() -> None:
    """The table names files relative to the folder of the parser."""
    folder = ROOT / "src/refkit/formats/text"
    text = "Elm, A. (2001). Weirs [Data set]. Edited by Ada Ash. Leeds: Moss. https://doi.org/10.1000/182"
    modules = {module for words in words_of(text) for module in (words.module, words.reader)}
    assert [
        module for module in modules if not (folder / f"{module.replace('.', '/')}.py").exists()
    ] == []


def test_every_word_is_shown() -> None:
    """Only punctuation can be missing."""
    text = "4. Elm, A., Ash, B. (2001). Weirs. In: Rivers (eds Moss, C.), pp. 3-9. Leeds: Moss."
    shown = " ".join(words.text for words in words_of(text))
    assert re.findall(r"\w+", shown) == re.findall(r"\w+", text)


def test_a_text_without_words_has_no_rows() -> None:
    """There is nothing to label."""
    assert words_of(" ") == []

"""The weights file is written by a tool and read at run time."""

from pathlib import Path

import pytest
from tools.text_weights import write_weights

from refkit.formats.text.label.model import FILE, LANE, MAGIC, feature_hash, load, read_model

LARGEST = 200_000  # bytes


def test_weights_are_read_as_written(tmp_path: Path) -> None:
    """The weights of features per label and of transitions between labels are unchanged."""
    weights = {("w=press", "publisher"): 1.5, ("w=press", "title"): -0.5, ("w=year", "date"): 4.0}
    path = tmp_path / "weights.bin"
    labels = ["date", "publisher", "title"]
    write_weights(
        path, labels, weights, {("publisher", "date"): 2.0}, {"segment": [(0.0, 0.1), (1.0, 0.9)]}
    )
    model = read_model(path.read_bytes())
    scale = model.scale
    assert model.labels == ("date", "publisher", "title")
    assert model.scores(feature_hash("w=year")) == round(4 * scale)
    assert model.scores(feature_hash("w=press")) == (round(1.5 * scale) << LANE) - (
        round(0.5 * scale) << 2 * LANE
    )
    assert model.scores(feature_hash("w=unheard")) == 0
    assert model.transitions == ((0, 0, 0), (round(2 * scale), 0, 0), (0, 0, 0))
    assert model.calibration == {"segment": [[0.0, 0.1], [1.0, 0.9]]}


def test_another_files_bytes_are_refused() -> None:
    """A file of another version raises an error."""
    with pytest.raises(ValueError, match="not a text model of this version"):
        read_model(b"something else")


def test_the_weights_that_ship_are_small() -> None:
    """The package contains one file of weights under 200 KB with the usual labels."""
    raw = Path(FILE).read_bytes()
    assert raw.startswith(MAGIC)
    assert len(raw) <= LARGEST
    assert {"author", "title", "date", "pages"} <= set(load().labels)

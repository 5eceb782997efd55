"""The weights of the labeller: a table from features to a score for each label, kept in one small file.

The file is `MAGIC` and then, compressed, a line of JSON and six planes of bytes. A feature is known
by 24 bits of its CRC-32; the planes hold the differences between the sorted hashes (their low,
middle and high bytes), for how many labels each feature has a weight, the differences between those labels, and
those weights as signed bytes.
"""

from __future__ import annotations

import json
import lzma
from array import array
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate
from pathlib import Path
from zlib import crc32

__all__ = ["LANE", "Model", "feature_hash", "load", "read_model"]

MAGIC = b"refkit text model 3\n"
FILE = Path(__file__).with_name("weights.bin")
# Without a header, which would say all of this again; the planes have no words to be told apart.
FILTERS = [{"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "lc": 0, "pb": 0}]
HASH = 0xFFFFFF
LANE = 16  # bits a label's score takes in a packed row of scores


@dataclass(slots=True, frozen=True)
class Model:
    """Weights of features by label, and of a label after another, all multiplied by `scale`."""

    labels: tuple[str, ...]
    scale: float
    transitions: tuple[tuple[int, ...], ...]  # [label][next label]
    # "segment" and "reference": points (confidence as computed, share of those found right).
    calibration: dict[str, list[list[float]]] = field(default_factory=dict)
    places: dict[int, int] = field(default_factory=dict)  # a feature's number by its hash
    starts: array[int] = field(
        default_factory=lambda: array("L")
    )  # of a feature's weights in these two:
    label_steps: bytes = b""  # from each label to the next, the first one from 0
    weights: array[int] = field(default_factory=lambda: array("b"))
    packed: dict[int, int] = field(
        default_factory=dict
    )  # a feature's scores by its hash, once asked for

    def scores(self, number: int) -> int:
        """Return the weights of the feature with this hash, packed in lanes of one integer."""
        if number in self.packed:
            return self.packed[number]
        place = self.places.get(number)
        if place is None:
            return 0
        total = label = 0
        for i in range(self.starts[place], self.starts[place + 1]):
            label += self.label_steps[i]
            total += self.weights[i] << LANE * label
        self.packed[number] = total
        return total


def feature_hash(feature: str) -> int:
    """Return the number by which the file knows a feature."""
    return crc32(feature.encode("utf-8", "surrogatepass")) & HASH


@cache
def load() -> Model:
    """Return the model that comes with the package."""
    return read_model(FILE.read_bytes())


def read_model(raw: bytes) -> Model:
    """Return the model that a file holds."""
    if not raw.startswith(MAGIC):
        raise ValueError("these bytes are no text model of this version")
    head, _, planes = lzma.decompress(
        raw[len(MAGIC) :], lzma.FORMAT_RAW, filters=FILTERS
    ).partition(b"\n")
    header = json.loads(head)
    count: int = header["features"]
    low, middle, high, counts = (planes[i * count : (i + 1) * count] for i in range(4))
    steps = (a + (b << 8) + (c << 16) for a, b, c in zip(low, middle, high, strict=True))
    weights = (len(planes) - 4 * count) // 2
    return Model(
        labels=tuple(header["labels"]),
        scale=header["scale"],
        transitions=tuple(map(tuple, header["transitions"])),
        calibration=header["calibration"],
        places=dict(zip(accumulate(steps), range(count), strict=True)),
        starts=array("L", accumulate(counts, initial=0)),
        label_steps=planes[4 * count : 4 * count + weights],
        weights=array("b", planes[4 * count + weights :]),
    )

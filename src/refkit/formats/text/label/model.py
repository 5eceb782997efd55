"""Read the weights of the labeller: a table from features to a score for each label, stored in one small file.

The file consists of `MAGIC`, a line of JSON and five planes of bytes, each compressed separately. A feature
is identified by 24 bits of its CRC-32. The planes contain: the number of features for each value of the
high 16 bits of the hash; the low 8 bits of the sorted hashes; the number of labels for which each feature
has a weight; the differences between those labels; those weights as signed bytes.
"""

from __future__ import annotations

import json
import os
from array import array
from functools import cache
from itertools import accumulate, pairwise
from zlib import crc32, decompress

from refkit.records import dataclass, field

__all__ = ["LANE", "Model", "feature_hash", "load", "read_model"]

MAGIC = b"refkit text model 4\n"
FILE = os.path.join(os.path.dirname(__file__), "weights.bin")
HASH = 0xFFFFFF
LOW = 8  # bits of a hash in which the features of one bucket differ
LANE = 16  # bits of the score of one label in a packed row of scores


@dataclass(slots=True, frozen=True)
class Model:
    """Weights of features by label, and of transitions between labels, all multiplied by `scale`."""

    labels: tuple[str, ...]
    scale: float
    transitions: tuple[tuple[int, ...], ...]  # [label][next label]
    # "segment" and "reference": points (computed confidence, fraction of correct results).
    calibration: dict[str, list[list[float]]] = field(default_factory=dict)
    buckets: array[int] = field(default_factory=lambda: array("I"))  # where each begins in `low`
    low: bytes = b""  # the low bits of the hashes of the features
    starts: array[int] = field(
        default_factory=lambda: array("I")
    )  # of the weights of a feature in the next two
    label_steps: bytes = b""  # from each label to the next, the first one from 0
    weights: array[int] = field(default_factory=lambda: array("b"))
    packed: dict[int, int] = field(
        default_factory=dict
    )  # the scores of a feature by its hash, once requested

    def place(self, number: int) -> int:
        """Return the index of the feature with this hash, or -1 if there is none."""
        bucket = number >> LOW
        return self.low.find(number & 0xFF, self.buckets[bucket], self.buckets[bucket + 1])

    def scores(self, number: int) -> int:
        """Return the weights of the feature with this hash, packed in lanes of one integer."""
        if number in self.packed:
            return self.packed[number]
        place = self.place(number)
        if place < 0:
            return 0
        total = label = 0
        for i in range(self.starts[place], self.starts[place + 1]):
            label += self.label_steps[i]
            total += self.weights[i] << LANE * label
        self.packed[number] = total
        return total


def feature_hash(feature: str) -> int:
    """Return the hash that identifies a feature in the file."""
    return crc32(feature.encode("utf-8", "surrogatepass")) & HASH


@cache
def load() -> Model:
    """Return the model included in the package."""
    with open(FILE, "rb") as file:
        return read_model(file.read())


def read_model(raw: bytes) -> Model:
    """Return the model stored in the bytes of a file."""
    if not raw.startswith(MAGIC):
        raise ValueError("the data is not a text model of this version")
    head, _, packed = raw[len(MAGIC) :].partition(b"\n")
    header = json.loads(head)
    ends = list(accumulate(header["sizes"], initial=0))
    buckets, low, counts, steps, weights = (
        decompress(packed[start:end]) for start, end in pairwise(ends)
    )
    return Model(
        labels=tuple(header["labels"]),
        scale=header["scale"],
        transitions=tuple(map(tuple, header["transitions"])),
        calibration=header["calibration"],
        buckets=array("I", accumulate(buckets, initial=0)),
        low=low,
        starts=array("I", accumulate(counts, initial=0)),
        label_steps=steps,
        weights=array("b", weights),
    )

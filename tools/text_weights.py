"""Write the weights of the text labeller as the small file that `refkit.formats.text.labelling.model` reads."""

from __future__ import annotations

import json
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from refkit.formats.text.labelling.model import HASH, LOW, MAGIC, feature_hash

LARGEST = 127  # of a signed byte
# A weight of 1 is stored as a number between these, by the model's largest weights; finer steps change no label.
SCALES = (16.0, 31.0)
CUT = 0.0002  # share of the weights that may be cut to fit a byte

STRATEGIES = (zlib.Z_DEFAULT_STRATEGY, zlib.Z_FILTERED, zlib.Z_HUFFMAN_ONLY)

Row = tuple[int, list[tuple[int, int]]]  # hash, (label, weight) of each label
Weights = Mapping[tuple[str, str], float]  # (feature, label) or (label, next label) to weight


def write_weights(
    path: Path,
    labels: Sequence[str],
    features: Weights,
    transitions: Weights,
    calibration: Mapping[str, Sequence[tuple[float, float]]],
) -> int:
    """Write a model's weights and return the size of the file.

    `calibration` maps "segment" and "reference" to points (confidence as computed, share found right),
    both rising; the labeller interpolates between them.
    """
    scale = scale_of(features)
    rows = hashed(features, {label: number for number, label in enumerate(labels)}, scale)
    header = {
        "labels": list(labels),
        "scale": scale,
        "transitions": [
            [round(scale * transitions.get((a, b), 0.0)) for b in labels] for a in labels
        ],
        "calibration": {
            name: [list(point) for point in points] for name, points in calibration.items()
        },
    }
    return write_rows(path, header, rows)


def write_rows(path: Path, header: Mapping[str, object], rows: Sequence[Row]) -> int:
    """Write a model's header and its features' weights and return the size of the file."""
    packed = [smallest(plane) for plane in planes(rows)]
    head = json.dumps({**header, "sizes": [len(plane) for plane in packed]}).encode()
    path.write_bytes(MAGIC + head + b"\n" + b"".join(packed))
    return path.stat().st_size


def smallest(plane: bytes) -> bytes:
    """Return a plane as the shortest zlib stream: without repeated words, most have none to find."""
    return min((compressed(plane, strategy) for strategy in STRATEGIES), key=len)


def compressed(plane: bytes, strategy: int) -> bytes:
    """Return a plane as a zlib stream."""
    stream = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS, 9, strategy)
    return stream.compress(plane) + stream.flush()


def scale_of(features: Weights) -> float:
    """Return what weights are multiplied by, so that all but a few of the largest fit a signed byte."""
    sizes = sorted(map(abs, features.values()))
    largest = sizes[-1 - int(CUT * len(sizes))]
    return round(max(SCALES[0], min(SCALES[1], LARGEST / largest)), 2)


def hashed(features: Weights, numbers: Mapping[str, int], scale: float) -> list[Row]:
    """Return (hash, [(label, weight)]) of the features, sorted; of two with one hash the heavier stays."""
    by_name: dict[str, list[tuple[int, int]]] = {}
    for (feature, label), weight in features.items():
        stored = max(-LARGEST, min(LARGEST, round(scale * weight)))
        if stored:
            by_name.setdefault(feature, []).append((numbers[label], stored))
    by_hash: dict[int, list[tuple[int, int]]] = {}
    for name in sorted(
        by_name, key=lambda name: (sum(abs(weight) for _, weight in by_name[name]), name)
    ):
        by_hash[feature_hash(name)] = sorted(by_name[name])
    return sorted(by_hash.items())


def planes(rows: Sequence[Row]) -> list[bytes]:
    """Return the planes of the file."""
    buckets = Counter(number >> LOW for number, _ in rows)
    weights = [pair for _, pairs in rows for pair in pairs]
    return [
        bytes(buckets[bucket] for bucket in range((HASH >> LOW) + 1)),
        bytes(number & 0xFF for number, _ in rows),
        bytes(len(pairs) for _, pairs in rows),
        bytes(step for _, pairs in rows for step in steps_of([label for label, _ in pairs])),
        bytes(weight & 255 for _, weight in weights),
    ]


def steps_of(numbers: Sequence[int]) -> list[int]:
    """Return the differences between rising numbers, the first one from 0."""
    return [number - last for last, number in pairwise([0, *numbers])]

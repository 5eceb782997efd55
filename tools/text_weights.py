"""Writer for the compressed weights of the text labeller, which `refkit.formats.text.label.model` reads."""

from __future__ import annotations

import json
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from refkit.formats.text.label.model import HASH, LOW, MAGIC, feature_hash

MAX_WEIGHT = 127  # of a signed byte
# A weight of 1 is stored as a number in this range, depending on the largest weights; finer steps change no label.
SCALES = (16.0, 31.0)
MAX_BYTES = 200_000  # of the file
CUT_FRACTION = 0.0002  # fraction of the weights that may be cut to fit a byte

STRATEGIES = (zlib.Z_DEFAULT_STRATEGY, zlib.Z_FILTERED, zlib.Z_HUFFMAN_ONLY)

HashRow = tuple[int, list[tuple[int, int]]]  # hash, (label, weight) of each label
Weights = Mapping[tuple[str, str], float]  # (feature, label) or (label, next label) to weight


def write_weights(
    path: Path,
    labels: Sequence[str],
    features: Weights,
    transitions: Weights,
    calibration: Mapping[str, Sequence[tuple[float, float]]],
) -> int:
    """Write a model's weights and return the size of the file in bytes.

    `calibration` maps "segment" and "reference" to points (computed confidence, fraction that is right), both
    increasing; the labeller interpolates between them.
    """
    scale = scale_of(features)
    rows = hash_rows(features, {label: number for number, label in enumerate(labels)}, scale)
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
    return write_rows(path, header, heaviest_rows(header, rows))


def heaviest_rows(header: Mapping[str, object], rows: Sequence[HashRow]) -> Sequence[HashRow]:
    """Return as many of the rows with the largest weights as the file may contain."""
    by_weight = sorted(rows, key=lambda row: (-sum(abs(weight) for _, weight in row[1]), row[0]))
    count = len(rows)
    while (size := len(file_bytes(header, sorted(by_weight[:count])))) > MAX_BYTES:
        count = min(count - 1, int(count * (MAX_BYTES - 100) / size))
    return sorted(by_weight[:count])


def write_rows(path: Path, header: Mapping[str, object], rows: Sequence[HashRow]) -> int:
    """Write a model's header and its features' weights and return the size of the file in bytes."""
    return path.write_bytes(file_bytes(header, rows))


def file_bytes(header: Mapping[str, object], rows: Sequence[HashRow]) -> bytes:
    """Return a file with a model's header and its features' weights."""
    packed = [compress_smallest(plane) for plane in byte_planes(rows)]
    head = json.dumps({**header, "sizes": [len(plane) for plane in packed]}).encode()
    return MAGIC + head + b"\n" + b"".join(packed)


def compress_smallest(plane: bytes) -> bytes:
    """Return a plane as the shortest zlib stream of several strategies."""
    return min((compress(plane, strategy) for strategy in STRATEGIES), key=len)


def compress(plane: bytes, strategy: int) -> bytes:
    """Return a plane as a zlib stream."""
    stream = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS, 9, strategy)
    return stream.compress(plane) + stream.flush()


def scale_of(features: Weights) -> float:
    """Return the factor for weights, so that all but a few of the largest fit a signed byte."""
    sizes = sorted(map(abs, features.values()))
    largest = sizes[-1 - int(CUT_FRACTION * len(sizes))]
    return round(max(SCALES[0], min(SCALES[1], MAX_WEIGHT / largest)), 2)


def hash_rows(features: Weights, numbers: Mapping[str, int], scale: float) -> list[HashRow]:
    """Return sorted rows (hash, [(label, weight)]); of features with the same hash, the heaviest is kept."""
    by_name: dict[str, list[tuple[int, int]]] = {}
    for (feature, label), weight in features.items():
        quantized = max(-MAX_WEIGHT, min(MAX_WEIGHT, round(scale * weight)))
        if quantized:
            by_name.setdefault(feature, []).append((numbers[label], quantized))
    by_hash: dict[int, list[tuple[int, int]]] = {}
    for name in sorted(
        by_name, key=lambda name: (sum(abs(weight) for _, weight in by_name[name]), name)
    ):
        by_hash[feature_hash(name)] = sorted(by_name[name])
    return sorted(by_hash.items())


def byte_planes(rows: Sequence[HashRow]) -> list[bytes]:
    """Return the byte planes of the file."""
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
    """Return the differences between increasing numbers, beginning with 0."""
    return [number - last for last, number in pairwise([0, *numbers])]

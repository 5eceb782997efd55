"""The pause of the garbage collector while documents are rendered."""

from __future__ import annotations

import gc

import pytest

from refkit.csl.gc_pause import collector_paused


def test_the_collector_runs_again_after_the_last_pause() -> None:
    with collector_paused():
        with collector_paused():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


@pytest.mark.skipif(not hasattr(gc, "freeze"), reason="this Python has no generations")
def test_what_is_created_during_a_pause_is_not_visited_right_after_it() -> None:
    gc.unfreeze()  # an earlier test or a library can have frozen objects
    with collector_paused():
        created = [[number] for number in range(5000)]
    young = set(map(id, gc.get_objects(generation=0)))
    assert young.isdisjoint(map(id, created))


@pytest.mark.skipif(not hasattr(gc, "freeze"), reason="this Python has no generations")
def test_objects_that_a_caller_has_frozen_stay_frozen() -> None:
    gc.freeze()
    try:
        frozen = gc.get_freeze_count()
        with collector_paused():
            pass
        assert gc.get_freeze_count() == frozen
    finally:
        gc.unfreeze()

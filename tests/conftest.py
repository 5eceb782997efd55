"""Settings for all tests: properties always use the same examples, without a deadline.

`pytest --hypothesis-profile search` tries other examples, and more of them.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

settings.register_profile("refkit", UNHURRIED, derandomize=True)
settings.register_profile("search", UNHURRIED, max_examples=1000)
settings.load_profile("refkit")


@pytest.fixture(autouse=True, scope="session")
def own_cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Use a separate cache and separate journals for the tests, and enable the cache."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        patch.delenv("CI", raising=False)
        yield

"""What holds for all tests: properties try the same examples every time, however busy the machine is.

`pytest --hypothesis-profile search` tries other examples, and more of them.
"""

from __future__ import annotations

from hypothesis import HealthCheck, settings

UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

settings.register_profile("refkit", UNHURRIED, derandomize=True)
settings.register_profile("search", UNHURRIED, max_examples=1000)
settings.load_profile("refkit")

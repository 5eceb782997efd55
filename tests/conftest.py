"""What holds for all tests: a property is not judged by how busy the machine is."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile("refkit", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("refkit")

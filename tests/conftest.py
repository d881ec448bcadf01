"""How hard the property tests try: HYPOTHESIS_PROFILE names a profile; CI has its own."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# No deadline anywhere: the time of one example on a shared machine says nothing, and the scaling
# tests measure growth themselves. `print_blob` lets a failure be repeated from its log alone.
settings.register_profile("dev", max_examples=30, deadline=None, print_blob=True)
settings.register_profile("brief", max_examples=10, deadline=None, print_blob=True)
# Derandomised: a change is judged by what it changed, not by luck. Fewer, as four suites have to
# run within twenty minutes.
settings.register_profile("ci", max_examples=12, deadline=None, print_blob=True, derandomize=True)
# For the other Pythons of CI: whether the same holds there, not whether more is found.
settings.register_profile(
    "glance", max_examples=5, deadline=None, print_blob=True, derandomize=True
)
settings.register_profile(
    "deep",
    max_examples=20_000,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(
    os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev")
)

# Options for this run are not for the runs of pytest that tests start on a user's package.
os.environ.pop("PYTEST_ADDOPTS", None)

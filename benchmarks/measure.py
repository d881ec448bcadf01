"""How time is measured: CPU time of whole passes, ratios within a round, medians over rounds."""

from __future__ import annotations

import functools
import gc
import statistics
import sys
import time
from collections.abc import Callable, Mapping
from typing import Any

__all__ = ["forget", "ratios", "seconds"]

Pass = Callable[[], Callable[[], object]]
"""Makes ready, untimed, and gives what is timed: one pass over distinct documents."""


def forget() -> None:
    """Empty every cache of values met before; tables made once for each process stay.

    The library's caches of values are bounded `functools.lru_cache`s, and tables on a format's
    instance: a fresh instance has none. What is understood once of the words between the numbers
    of dates, in `snippetkit.dates.recipe`, is in place of compiled patterns, and stays.
    """
    for cache in _caches(len(sys.modules)):
        cache.cache_clear()


@functools.cache
def _caches(_: int) -> list[Any]:
    """The caches of the modules imported so far."""
    modules = [
        module
        for name, module in sys.modules.items()
        if name.split(".")[0] == "snippetkit" and name != "snippetkit.dates.recipe"
    ]
    found = [one for module in modules for one in vars(module).values()]
    cached = {id(one): one for one in found if isinstance(one, functools._lru_cache_wrapper)}
    return [one for one in cached.values() if one.cache_parameters()["maxsize"] is not None]


def seconds(prepare: Pass) -> float:
    """The CPU time of one pass."""
    run = prepare()
    gc.collect()
    gc.freeze()  # what was made ready is not to be looked through while it runs
    start = time.process_time()
    run()
    taken = time.process_time() - start
    gc.unfreeze()
    return taken


def ratios(passes: Mapping[str, Pass], rounds: int) -> dict[str, float]:
    """Each pass's time as a multiple of the first one's: the median of the ratios of each round.

    All passes take their turn in every round, forwards and backwards, so that a machine that slows
    down slows them all.
    """
    names = list(passes)
    found: dict[str, list[float]] = {name: [] for name in names}
    for number in range(rounds):
        order = names if number % 2 == 0 else names[::-1]
        taken = {name: seconds(passes[name]) for name in order}
        for name in names:
            found[name].append(taken[name] / taken[names[0]])
    return {name: statistics.median(values) for name, values in found.items()}

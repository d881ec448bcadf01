"""Read a PDF in a separate process, which may fail, take too long or take too much memory."""

from __future__ import annotations

import atexit
import importlib.util
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from typing import IO, cast

from snippetkit.errors import MissingExtra
from snippetkit.pdf import _pdfium
from snippetkit.pdf._pdfium import LENGTH, Refused, frames

__all__ = ["MEMORY", "SECONDS", "read"]

SECONDS = 60.0
"""How long a reading may take."""
MEMORY = 1 << 30
"""How many bytes a reading may take beside four times the file, where the system sees to that."""
_KEPT = 4
"""How many processes are kept for the next file."""
_LIBRARIES = ("pypdfium2", "pypdfium2_raw")


def read(data: bytes) -> list[bytes]:
    """The frames of a PDF: see `snippetkit.pdf._pdfium.frames`.

    Where no process can be started (a program frozen into one file, a system without processes) it
    is read in this one, which then is not guarded.

    Raises:
        Refused: it cannot be read.
        MissingExtra: pypdfium2 is not installed.
    """
    if not all(map(importlib.util.find_spec, _LIBRARIES)):
        raise MissingExtra("pdf", "reading a PDF")
    helper = _taken()
    if helper is None:
        with _here:
            return list(frames(data))
    answer = helper.ask(data)
    _given_back(helper)
    return list(_said(answer))


def _said(answer: list[bytes]) -> Iterator[bytes]:
    for frame in answer:
        if frame[:1] == b"!":
            raise Refused(*json.loads(frame[1:]))
        yield frame[1:]


_here = threading.Lock()  # PDFium is for one thread at a time


class _Helper:
    """A process that reads one PDF after another, until one is too much for it."""

    def __init__(self) -> None:
        paths = json.dumps([os.path.abspath(path) for path in sys.path])
        self.process = subprocess.Popen(  # noqa: S603 - this Python, and a file of this package
            [sys.executable, "-I", "-S", _pdfium.__file__, paths],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is for this process, which ends the other
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )

    def ask(self, data: bytes) -> list[bytes]:
        """What it answers. It is ended if anything goes wrong."""
        timer = threading.Timer(SECONDS, self.process.kill)
        timer.daemon = True
        timer.start()
        answer: list[bytes] | None = None
        try:
            answer = list(self._answer(data))
        except (OSError, EOFError):
            limits = f"{SECONDS:.0f} seconds or {MEMORY >> 20:,} MiB"
            what = f"this PDF cannot be read: PDFium fails on it, or takes more than {limits}"
            raise Refused("bad-pdf", what) from None
        finally:
            timer.cancel()
            if answer is None:
                self.end()
        return answer

    def _answer(self, data: bytes) -> Iterator[bytes]:
        source = cast("IO[bytes]", self.process.stdin)
        target = cast("IO[bytes]", self.process.stdout)
        for number in (len(data), MEMORY + 4 * len(data)):
            source.write(number.to_bytes(LENGTH, "little"))
        source.write(data)
        source.flush()
        while frame := _all(target, int.from_bytes(_all(target, LENGTH), "little")):
            yield frame

    def end(self) -> None:
        """End the process."""
        self.process.kill()
        self.process.communicate()


def _all(source: IO[bytes], size: int) -> bytes:
    found = source.read(size)
    if len(found) < size:
        raise EOFError
    return found


# ── processes kept for the next file ────────────────────────────────────────────────────────────

_waiting: dict[int, list[_Helper]] = {}
"""The processes that wait, by the process that started them: after a fork they are another's."""


def _taken() -> _Helper | None:
    """A process that waits, or a new one."""
    try:
        return _waiting[os.getpid()].pop()
    except (KeyError, IndexError):
        pass
    if getattr(sys, "frozen", False) or not os.path.isfile(_pdfium.__file__):
        return None
    try:
        return _Helper()
    except OSError:
        return None


def _given_back(helper: _Helper) -> None:
    mine = _waiting.setdefault(os.getpid(), [])
    if len(mine) < _KEPT:
        mine.append(helper)
    else:
        helper.end()


@atexit.register
def _end() -> None:
    for helper in _waiting.pop(os.getpid(), []):
        helper.end()

"""Pages to PDF: Chromium, and WeasyPrint."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Any, Self

RENDERERS = ("chromium", "weasyprint")


class Chromium:
    """A headless Chromium that prints page after page.

    It is spoken to over two pipes (`--remote-debugging-pipe`): messages of the DevTools protocol, each ended by NUL.
    """

    def __enter__(self) -> Self:
        """Start it, with a profile of its own."""
        self._profile = tempfile.mkdtemp(prefix="paragraphs-")
        ours_in, theirs_out = os.pipe()
        theirs_in, ours_out = os.pipe()
        # The browser reads at descriptor 3 and writes at 4; bash moves the pipes there.
        command = f'exec "$@" 3<&{theirs_in} 4>&{theirs_out}'
        self._process = subprocess.Popen(
            [
                "/bin/bash",
                "-c",
                command,
                "bash",
                _browser(),
                *_OPTIONS,
                f"--user-data-dir={self._profile}",
            ],
            pass_fds=(theirs_in, theirs_out),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs_in)
        os.close(theirs_out)
        self._read, self._write = os.fdopen(ours_in, "rb"), os.fdopen(ours_out, "wb")
        self._number, self._rest = 0, b""
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        attached = self._call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        self._frame = self._call("Page.getFrameTree", page=True)["frameTree"]["frame"]["id"]
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait()
        self._read.close()
        self._write.close()
        shutil.rmtree(self._profile, ignore_errors=True)

    def pdf(self, html: str, hyphen: str = "") -> bytes:
        """What *html* prints as, its soft hyphens being *hyphen* where lines end."""
        self._call("Page.setDocumentContent", page=True, frameId=self._frame, html=html)
        self._run("document.fonts.ready")
        if hyphen:
            self._run(f"({_HYPHENATE})({json.dumps(hyphen)})")
        printed = self._call(
            "Page.printToPDF", page=True, preferCSSPageSize=True, printBackground=True
        )
        return base64.b64decode(printed["data"])

    def _run(self, script: str) -> None:
        answer = self._call("Runtime.evaluate", page=True, expression=script, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(f"script: {answer['exceptionDetails']}")

    def _call(self, method: str, page: bool = False, **parameters: Any) -> Any:
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if page:
            message["sessionId"] = self._session
        self._write.write(json.dumps(message).encode() + b"\0")
        self._write.flush()
        while (answer := self._message()).get("id") != self._number:
            pass  # an event
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']}")
        return answer["result"]

    def _message(self) -> Any:
        parts = [self._rest]
        while b"\0" not in parts[-1]:
            part = os.read(self._read.fileno(), 1 << 16)
            if not part:
                raise RuntimeError("Chromium ended")
            parts.append(part)
        message, _, self._rest = b"".join(parts).partition(b"\0")
        return json.loads(message)


_OPTIONS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--remote-debugging-pipe",
    "--lang=en-US",
    "--font-render-hinting=none",  # lines break on the screen as they do in print
)

# A PDF of hyphenated words holds the hyphens that are seen, and no soft ones. A soft hyphen is seen where the
# characters on both sides of it stand on different lines.
_HYPHENATE = """
(hyphen) => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  const range = document.createRange();
  const box = (node, at) => {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    // The first of a line has an empty box at the end of the line above too.
    return Array.from(range.getClientRects()).pop();
  };
  const seen = (node, at) => {
    const before = box(node, at - 1), after = box(node, at + 1);
    return before && after && Math.abs(before.top - after.top) > before.height / 2;
  };
  const written = nodes.map((node) => Array.from(node.data,
    (character, at) => character != "\\u00ad" ? character : seen(node, at) ? hyphen : ""));
  nodes.forEach((node, number) => { node.data = written[number].join(""); });
}
"""


def _browser() -> str:
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    raise RuntimeError("no Chromium: apt-get install chromium")


def weasyprint(html: str) -> bytes:
    """What *html* prints as with WeasyPrint."""
    import weasyprint as library

    printed = library.HTML(string=html).write_pdf()
    assert printed is not None
    return bytes(printed)


def version(renderer: str) -> str:
    """The version of a renderer, for the record."""
    if renderer == "weasyprint":
        import weasyprint as library

        return f"WeasyPrint {library.__version__}"
    answer = subprocess.run([_browser(), "--version"], capture_output=True, text=True, check=True)
    return answer.stdout.partition(" built")[0].strip(" \n")


def save(path: Path, data: bytes) -> None:
    """Write *data*, with the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)

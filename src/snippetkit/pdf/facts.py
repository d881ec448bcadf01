"""The metadata of a PDF: title, author, date of creation, language."""

from __future__ import annotations

import json
import re
from typing import NamedTuple

__all__ = ["Facts", "facts_of", "said_date"]

_DATE = re.compile(
    r"""
    (?: D: )?
    (?P<year> [0-9]{4} )
    (?: (?P<month> [0-9]{2} )
      (?: (?P<day> [0-9]{2} )
        (?: (?P<hour> [0-9]{2} )
          (?: (?P<minute> [0-9]{2} )
            (?P<second> [0-9]{2} )?
          )?
          (?: (?P<utc> Z ) (?: 00 '? (?: 00 '? )? )?
            | (?P<sign> [+-] ) (?P<hours> [0-9]{2} ) '? (?P<minutes> [0-9]{2} )? '?
          )?
        )?
      )?
    )?
    """,
    re.VERBOSE,
)
_NO_TITLE = re.compile(
    r"(?:microsoft (?:word|powerpoint|excel) - .*|(?:untitled|document|layout) ?[0-9]*|about:blank"
    r"|.*\.(?:docx?|pptx?|xlsx?|odt|rtf|pages|indd|qxp|pdf|tex|dvi|html?|txt))",
    re.IGNORECASE | re.DOTALL,
)
"""What programs write where nobody said a title."""
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]+")


class Facts(NamedTuple):
    """The metadata of a file; missing values are empty."""

    title: str = ""
    author: str = ""
    created: str = ""
    """When it was made, in ISO 8601, as precisely as the file says."""
    language: str = ""
    """The language, as a BCP 47 tag."""


def facts_of(packed: bytes) -> Facts:
    """The facts that `snippetkit.pdf._pdfium` packed."""
    said = {name: _UNSEEN.sub(" ", text).strip(" ") for name, text in json.loads(packed).items()}
    title, language = said["Title"], said["Lang"]
    return Facts(
        title=title if any(map(str.isalnum, title)) and not _NO_TITLE.fullmatch(title) else "",
        author=said["Author"] if any(map(str.isalpha, said["Author"])) else "",
        created=said_date(said["CreationDate"]),
        language=language if _TAG.fullmatch(language) else "",
    )


def said_date(text: str) -> str:
    """A PDF date in ISO 8601, with its precision and zone (if any); empty if it is not a date.

    See ISO 32000-1, section 7.9.4. A date without a zone has an unknown zone. It is not checked that
    the day exists.

    >>> said_date("D:20250912103819+05'00'"), said_date("D:202509"), said_date("yesterday")
    ('2025-09-12T10:38:19+05:00', '2025-09', '')
    """
    found = _DATE.fullmatch(text)
    if found is None:
        return ""
    iso = found["year"]
    for mark, part in (
        ("-", "month"),
        ("-", "day"),
        ("T", "hour"),
        (":", "minute"),
        (":", "second"),
    ):
        iso += f"{mark}{found[part]}" if found[part] else ""
    if found["utc"]:
        return f"{iso}Z"
    return (
        f"{iso}{found['sign']}{found['hours']}:{found['minutes'] or '00'}" if found["sign"] else iso
    )

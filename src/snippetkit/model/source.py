"""The class `Source`: who published an article."""

from __future__ import annotations

import attrs

from snippetkit.errors import InvalidValue
from snippetkit.model.value import Value, brief, from_text
from snippetkit.model.zone import zone_keys

__all__ = ["Source"]


@from_text("name")
@attrs.frozen(kw_only=True, repr=False)
class Source(Value):
    """A publisher: a site, a paper, an agency. A string passed for one becomes its name.

    Raises:
        InvalidValue: a field has a wrong type, or the time zone is not installed.

    >>> Source(name="Radio Kiwi", domain="rki.news", timezone="Asia/Tashkent").timezone
    'Asia/Tashkent'
    """

    name: str | None = attrs.field(default=None, repr=brief)
    """What it calls itself, or its domain if the name is not known."""
    domain: str | None = attrs.field(default=None, repr=brief)
    """Its host name without ``www.``: ``rki.news``."""
    url: str | None = attrs.field(default=None, repr=brief)
    """Its home page."""
    language: str | None = attrs.field(default=None, repr=brief)
    """The language in which it publishes, as a BCP 47 tag: ``ur``, ``zh-Hans``."""
    timezone: str | None = attrs.field(default=None, repr=brief)
    """The zone of its dates, as an IANA key: ``Asia/Karachi``; it must be installed."""

    def __attrs_post_init__(self) -> None:
        Value.__attrs_post_init__(self)
        if self.timezone is not None and self.timezone not in zone_keys():
            raise InvalidValue("timezone", f"no such IANA time zone: {brief(self.timezone)}")

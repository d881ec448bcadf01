"""The codecs of our own formats, for formats of your own: how people spell values on a line of text.

Each has `decode` and `encode`, inverse functions, and `fit`: see `snippetkit.formats.Codec`.

>>> Dates().decode("12 September 2025").date()
datetime.date(2025, 9, 12)
>>> [person.name for person in Bylines().decode("By Ayesha Khan and Omar Aziz")]
['Ayesha Khan', 'Omar Aziz']
"""

from snippetkit.formats import Codec, Typed
from snippetkit.formats._links import Sources, Target
from snippetkit.formats._moments import DateList, Dates, Days, Times
from snippetkit.formats._names import Names
from snippetkit.formats._spelling import Bylines, Datelines, Number, codec_for
from snippetkit.formats._texts import Body, Text

__all__ = [
    "Body",
    "Bylines",
    "Codec",
    "DateList",
    "Datelines",
    "Dates",
    "Days",
    "Names",
    "Number",
    "Sources",
    "Target",
    "Text",
    "Times",
    "Typed",
    "codec_for",
]

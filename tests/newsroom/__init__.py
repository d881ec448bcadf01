"""A newsroom's own package, outside ours: article classes, a value of its own, a format of its own.

It imports what any user can import, and nothing is registered anywhere.
"""

from newsroom.articles import Beat, Feature, PressRelease, Venue
from newsroom.formats import Agenturzettel, Rubrik, Wire

__all__ = ["Agenturzettel", "Beat", "Feature", "PressRelease", "Rubrik", "Venue", "Wire"]

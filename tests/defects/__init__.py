"""Seeded defects: small faulty formats, models and lenses, each with the law that must find it.

Each is right but for one thing, so that a law that passes over it has no teeth there. A defect is a
class or context of a few lines, put into `DEFECTS` by `found_by`.
"""

from defects import lens, reading, values, writing
from defects._seed import DEFECTS, Defect

__all__ = ["DEFECTS", "Defect", "lens", "reading", "values", "writing"]

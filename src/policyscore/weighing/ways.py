"""The ways of weighing there are. A new one is a module beside this one and a line here."""

from policyscore.weighing.points import POINTS
from policyscore.weighing.swing import SWING
from policyscore.weighing.way import Way

WAYS: dict[str, Way] = {way.key: way for way in (POINTS, SWING)}
WITHIN = "within"

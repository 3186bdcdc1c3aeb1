"""The ways of weighing there are. A new one is a module beside this one and a line here."""

from policyscore.weighing.best_worst import BEST_WORST
from policyscore.weighing.cards import CARDS
from policyscore.weighing.group import GROUP
from policyscore.weighing.order import ORDER
from policyscore.weighing.pairwise import PAIRWISE
from policyscore.weighing.points import POINTS
from policyscore.weighing.ranges import RANGES
from policyscore.weighing.swing import SWING
from policyscore.weighing.trade_offs import TRADE_OFFS
from policyscore.weighing.way import Way

WAYS: dict[str, Way] = {
    way.key: way
    for way in (
        SWING,
        POINTS,
        ORDER,
        TRADE_OFFS,
        PAIRWISE,
        BEST_WORST,
        CARDS,
        RANGES,
        GROUP,
    )
}
WITHIN = "within"

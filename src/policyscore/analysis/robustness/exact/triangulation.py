"""Polytopes taken apart into simplices, of what lies on which plane alone.

Each face is a pyramid over those of its faces that do not hold its first corner (Cohen & Hickey
1979, "Two algorithms for determining volumes of convex polyhedra", *Journal of the ACM*
26(3):401-414). Volumes are sums of determinants' sizes, with nothing subtracted; middles come with
them.
"""

from dataclasses import dataclass

import numpy as np

from policyscore.analysis.robustness.arrays import Floats
from policyscore.analysis.robustness.exact.cone import (
    Cone,
    TooMuchWorkError,
    Work,
    bits,
    shares_of,
    simplex_cone,
)

NO_ROOM = "the cuts leave no room for weights"
WORK = 5_000_000  # two or three seconds
MOST_CORNERS = 9  # of a simplex that is cut: beyond it there would be millions of pieces
_A_SIMPLEX = 4  # steps
_MOST_KEPT = 200_000  # simplices of one part with those of its faces, some 50 MB
_MOST_NUMBERS = 4_000_000  # in the corners of all simplices of one part, 32 MB


@dataclass(frozen=True, slots=True)
class Pieces:
    """A part of the unit simplex taken apart.

    Attributes:
        corners: Shape (pieces, corners, corners): for each piece its corners, as shares.
        volumes: Shape (pieces,): what part of the unit simplex each is.
    """

    corners: Floats
    volumes: Floats

    @property
    def volume(self) -> float:
        """What part of the unit simplex all pieces are together."""
        return float(self.volumes.sum())

    @property
    def middle(self) -> Floats:
        """Shape (corners,): the mean of all shares; not a number where there is no volume."""
        if not self.volume > 0:
            return np.full(self.corners.shape[2], np.nan)
        result: Floats = self.volumes @ self.corners.mean(axis=1) / self.volume
        return result


def pieces_of(cone: Cone, rays: list[int], corners: int, work: Work) -> Pieces:
    """Take a face of a cone apart.

    Args:
        cone: The cone.
        rays: Those of its rays that lie on the face, which has as many dimensions as the simplex.
        corners: How many corners the simplex has: the first numbers of a ray are shares of them.
        work: How much may be done.

    Raises:
        TooMuchWorkError: If there are too many pieces.
    """
    if len(rays) < corners:
        return Pieces(np.empty((0, corners, corners)), np.empty(0))
    face = sum(1 << ray for ray in rays)
    planes = [on for on in cone.on_plane(rays).values() if on != face]
    simplices = _Faces({}, work, Work(_MOST_KEPT)).simplices(face, planes, corners)
    if len(simplices) * corners**2 > _MOST_NUMBERS:
        raise TooMuchWorkError
    place = {ray: index for index, ray in enumerate(rays)}
    points = np.array([shares_of(cone.rays[ray], corners) for ray in rays], dtype=float)
    chosen = [[place[ray] for ray in simplex] for simplex in simplices]
    table = points[np.array(chosen, dtype=np.intp).reshape(-1, corners)]
    return Pieces(table, np.abs(np.linalg.det(table)))


def simplex_pieces(cuts: Floats, work: int = WORK) -> Pieces | None:
    """Take what some rows leave of the unit simplex apart.

    Args:
        cuts: Shape (cuts, corners): what is left has `cuts` @ shares >= 0.
        work: How much may be done, in steps of about half a microsecond.

    Returns:
        The pieces, none if no volume is left; None if it would take more work, or there are cuts
        and more than `MOST_CORNERS` corners.
    """
    corners = cuts.shape[1]
    if not len(cuts):
        return Pieces(np.eye(corners)[None], np.ones(1))
    if corners > MOST_CORNERS:
        return None
    allowed = Work(work)
    try:
        cone = simplex_cone(cuts, allowed)
        return pieces_of(cone, [*range(len(cone.rays))], corners, allowed)
    except TooMuchWorkError:
        return None


@dataclass(slots=True)
class _Faces:
    """The simplices of every face met so far: faces are shared by many others."""

    known: dict[int, list[list[int]]]
    work: Work
    room: Work

    def simplices(self, face: int, planes: list[int], size: int) -> list[list[int]]:
        """Take a face apart.

        Args:
            face: Its corners, as the bits of a number.
            planes: What the planes that may bound it hold of a face around it.
            size: How many corners a simplex of its dimension has.
        """
        if face.bit_count() < size:
            return []
        if face.bit_count() == size:
            return [bits(face)]
        if face not in self.known:
            self.known[face] = self._apart(face, planes, size)
        return self.known[face]

    def _apart(self, face: int, planes: list[int], size: int) -> list[list[int]]:
        self.work.spend(1 + len(planes))
        parts = {face & plane for plane in planes} - {face}
        large = [part for part in parts if part.bit_count() >= size - 1]
        self.work.spend(len(large) ** 2 // 8)
        sides = [part for part in large if not any(part & ~o == 0 for o in large if o != part)]
        apex = face & -face
        top = apex.bit_length() - 1
        away = sorted(side for side in sides if not side & apex)
        found = [
            [top, *simplex] for side in away for simplex in self.simplices(side, large, size - 1)
        ]
        self.work.spend(_A_SIMPLEX * len(found))
        self.room.spend(len(found))
        return found

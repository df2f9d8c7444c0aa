"""How far confidence can be trusted: of the citations in each band, the share of which every core field is right.

python benchmarks/calibration.py
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from gold import SETS, load, right_citations

BANDS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01)


def main() -> None:
    for name in SETS:
        counts: dict[float, list[int]] = defaultdict(lambda: [0, 0])
        for citation, right in right_citations(load(name)):
            band = max(low for low in BANDS if low <= citation.confidence)
            counts[band][0] += 1
            counts[band][1] += right
        print(f"\n{name}\n  confidence   citations   fully right")
        for low, high in pairwise(BANDS):
            total, right = counts[low]
            if total:
                print(f"  {low:.2f}-{min(high, 1):.2f}  {total:11}  {100 * right / total:10.1f} %")
        sure = [counts[low] for low in BANDS if low >= 0.9]
        total, right = sum(n for n, _ in sure), sum(r for _, r in sure)
        print(f"  0.90 and up {total:9}  {100 * right / max(1, total):10.1f} %")


if __name__ == "__main__":
    main()

"""Read invented articles in the shapes of outlets' pages, and score what was read.

python benchmarks/reading.py            # each shape that is not read in full, and why
python benchmarks/reading.py --check    # also exit 1 below benchmarks/floors.toml
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from pages import agency_names, compare
from scoring import Scores, add_page
from shapes import Shape, shapes

from newscrawl.errors import NotAnArticle
from newscrawl.reading import read_article

if TYPE_CHECKING:
    from newscrawl.text.names import AgencyNames


def read(shape: Shape, names: AgencyNames) -> dict[str, Any]:
    """One page's fields; none where it is taken for no article."""
    try:
        article = read_article(shape.html, shape.url, names=names)
    except NotAnArticle as none:
        return {"reason": none.reason}
    return {
        "headline": article.headline,
        "body": article.body,
        "published": article.date_published,
        "authors": [one.name for one in article.authors if one.kind == "person"],
    }


def main() -> int:
    """Print the scores and what is not read in full."""
    scores, names = Scores(), agency_names()
    for shape in shapes():
        found = read(shape, names)
        body = "\n\n".join(shape.paragraphs)
        truth = {
            "headline": shape.headline,
            "published": shape.published,
            "authors": shape.authors,
            "body": body,
        }
        add_page(scores, truth, found)
        scores.body("body", [body], found.get("body"))
        scores.hit("body_exact", right=found.get("body") == body)
        wrong = [
            name for name in truth if truth[name] and found.get(name) != truth[name]
        ]
        if wrong:
            print(f"{shape.name}: {', '.join(wrong)} {found.get('reason', '')}")
    held = compare("shapes", scores.figures())
    return held if "--check" in sys.argv[1:] else 0


if __name__ == "__main__":
    sys.exit(main())

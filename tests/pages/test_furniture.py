"""Class and id names: furniture by its reason, text by its promise."""

from __future__ import annotations

import pytest

from newscrawl.pages.furniture import furniture, promising


@pytest.mark.parametrize(
    ("names", "reason"),
    [
        ("td-post-sharing-bottom", "share"),
        ("col-md-4 sidebar", "navigation"),
        ("related-stories", "related"),
        ("realted", "related"),
        ("comment-list", "comments"),
        ("article-body related-links", "related"),
        ("newsletter_form", "newsletter"),
        ("subscriber-preview", None),
        ("subscriber-only", None),
        ("adslot", "advert"),
        ("wp-caption-text", "caption"),
        ("author-bio", "author_box"),
        ("paywall-box", "prompt"),
        ("imageCaption", "caption"),
        ("articleTeaser", None),
        ("moduleTeaser", "related"),
        ("soft-login-gate", "prompt"),
        ("bookmark_lightbox", "prompt"),
        ("d-none", "hidden"),
        ("i-amphtml-layout-nodisplay", "hidden"),
        ("entry-content", None),
        ("has-sidebar", None),
        ("post-4711", None),
        ("shareholders", None),
        ("x-figcaption2", "caption"),
        ("js_cookiebar", "prompt"),
        ("breadcrumbed", "navigation"),
        ("unrelated", "related"),
        ("x_recommended_2", "related"),
        ("x-sponsored", "advert"),
        ("xsponsored", None),
        ("box-gateway", None),
        ("überblick-teaser", "related"),
        ("address", None),
        ("", None),
    ],
)
def test_reasons(names: str, reason: str | None) -> None:
    assert furniture(names) == reason


@pytest.mark.parametrize("names", ["articleBody", "story-content", "x td-post-content"])
def test_names_of_a_text(names: str) -> None:
    assert promising(names)
    assert not promising(f"not-{names[::-1]}")


def test_very_long_names_are_cut() -> None:
    assert furniture("a " * 5_000 + "sidebar") is None

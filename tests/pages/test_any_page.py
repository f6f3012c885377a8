"""Whatever bytes a server sends, the reader gives a clean record or a reason."""

# ruff: noqa: E501 - tables of shapes

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.errors import NotAnArticle
from newscrawl.reading import read_article

PARTS = [
    b"<html>", b"<head>", b"</head>", b"<body>", b"<article>", b"</article>", b"<p>", b"</p>",
    b"<h1>Quay opens</h1>", b"<title>Quay opens | X</title>", b"<time datetime=",
    b"<script type='application/ld+json'>", b"</script>", b'{"@type":"NewsArticle",',
    b'"headline":"Quay","datePublished":"2025-05-06","author":[{"name":', b"}", b"]", b"<br><br>",
    b"<div class='byline'>By IANS</div>", b"<a href='/author/x'>Asha Rao</a>", b"<table><tr><td>",
    b"The quay was dredged in winter and the board measured it again in spring, it said. " * 3,
    b"Odde, May 6 (IANS) Two boats carried 340 passengers on the first morning. " * 3,
    b"--IANS", b"\xff\xfe", b"\0", b"\xed\xa0\x80", b"&#xD800;", b"&quot;", b"<!--", b"-->",
    b"<meta charset=", b"windows-1252", b"<meta property='og:title' content='Q'>", b"<svg><title>",
    b"<template>", b"<noscript>", b"<p hidden>", b"<span itemprop=author>", b"<link rel=canonical ",
    b"href='https://x.test/a'>", b"<select><p>", b"<p><p><b><i></p>", b"<ul><li>One</li>",
]  # fmt: skip


@settings(max_examples=300, derandomize=True, deadline=None)
@given(
    st.lists(st.sampled_from(PARTS) | st.binary(max_size=6), max_size=25).map(b"".join)
)
def test_a_page_is_read_or_refused_by_name(html: bytes) -> None:
    try:
        article = read_article(
            html, "https://x.test/a", now="2025-05-06T09:00:00+00:00"
        )
    except NotAnArticle as none:
        assert none.reason.replace("_", "").isalnum()
        return
    assert article.headline
    assert article.paragraphs
    for text in (article.headline, *(p.text for p in article.paragraphs)):
        json.dumps(text).encode()
        assert text == text.strip()
        assert "\n" not in text
        assert "\0" not in text

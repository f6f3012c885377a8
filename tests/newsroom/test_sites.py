"""Each platform: its pages hold the truth and the noise, its lists lead to them."""

from __future__ import annotations

import gzip
import re
from html import unescape
from urllib.parse import urlsplit

import pytest
from lxml import etree, html

from newscrawl.newsroom.platforms import PLATFORMS
from newscrawl.newsroom.site import Sites
from newscrawl.newsroom.traffic import Answer, Ask
from newscrawl.newsroom.world import World

NOISE = {
    "amp_portal": ["E-Paper", "Share this article"],
    "wordpress": ["RELATED ARTICLES", "LEAVE A REPLY", "Agencies", "Sign up"],
    "jsonld": ["Advertisement", "Also Read:", "More From This Section"],
    "legacy_table": ["More Headlines", "Agencies"],
    "hindi": ["शेयर करें", "संबंधित खबरें", "एजेंसी"],
    "sections": ["ADVERTISEMENT", "You May Also Like"],
    "rss": ["Also Read:", "Get the morning briefing"],
    "atom": ["Follow us on WhatsApp"],
    "broken_feed": ["Also Read:"],
    "sitemap_gz": ["Download our app"],
    "paywall": ["Editor's Picks"],
    "five_urls": ["You May Also Like"],
    "moody": ["Advertisement", "Also Read:"],
    "strict": ["Sign up"],
}


@pytest.fixture(scope="module")
def sites() -> Sites:
    return Sites(World(1, 60, 16), 2000)


def get(sites: Sites, url: str, turn: int = 9, clock=None) -> Answer:
    parts = urlsplit(url)
    ask = Ask(parts.path, clock or sites.now, parts.query, parts.scheme, turn)
    return sites.answer(parts.hostname, ask)


def site_of(sites: Sites, name: str):
    return next(p for p in sites.platforms.values() if p.profile.platform == name)


def live(sites: Sites, name: str):
    site = site_of(sites, name)
    copies = site.live(sites.now)
    assert copies, f"no live copy on {name}"
    return site, copies


def text_of(page: str) -> str:
    tree = html.document_fromstring(page)
    etree.strip_elements(tree, "script", "style", with_tail=False)
    return " ".join(tree.text_content().split())


def squeeze(text: str) -> str:
    return " ".join(text.split())


def page_text(sites: Sites, url: str) -> str:
    answer = get(sites, url)
    assert answer.status == 200, url
    encoding = sites.platforms[urlsplit(url).hostname].encoding
    return text_of(answer.body.decode(encoding))


def test_every_profile_has_a_platform(sites):
    assert {p.platform for p in World(1, 1, 40).profiles} <= set(PLATFORMS)


@pytest.mark.parametrize("name", sorted(NOISE))
def test_pages_hold_their_truth_and_noise(sites, name):
    _site, copies = live(sites, name)
    for copy in copies:
        text = page_text(sites, sites.url_of(copy)[0])
        shown = copy.version_at(sites.now)
        for part in (shown.headline, *shown.paragraphs, shown.dateline, copy.tail):
            assert part is None or squeeze(part) in text
        if copy.disclaimer:
            assert squeeze(copy.disclaimer) in text
    for noise in NOISE[name]:
        assert noise in text or noise in page_text(sites, sites.url_of(copies[0])[0])


@pytest.mark.parametrize("name", sorted(NOISE))
def test_other_stories_stand_on_the_page(sites, name):
    site, copies = live(sites, name)
    copy = copies[0]
    text = page_text(sites, sites.url_of(copy)[0])
    others = site.related(copy)
    assert others
    for other in others:
        assert squeeze(other.headline) in text
        assert other.text not in copy.version_at(sites.now).paragraphs


@pytest.mark.parametrize("name", sorted(NOISE))
def test_all_urls_lead_to_the_page_and_name_the_canonical(sites, name):
    _site, copies = live(sites, name)
    for copy in copies[:6]:
        first = sites.url_of(copy)[0]
        for url in sites.url_of(copy):
            answer = get(sites, url)
            if 301 <= answer.status <= 308:
                target = answer.headers["Location"]
                assert target in (first, urlsplit(first).path)
            elif "/members/" not in url:
                assert answer.status == 200
                if name != "legacy_table":
                    assert f'rel="canonical" href="{first}"'.encode() in answer.body


def listed(sites: Sites, site) -> str:
    """Everything the site's lists say, all pages of them."""
    pages = [
        get(sites, site.absolute(path)).body for path in (*site.feeds, *site.sitemaps)
    ]
    for path in site.sections:
        for number in range(1, site.section_pages + 1):
            link = site.page_link(Ask(path, sites.now), number)
            pages.append(get(sites, site.absolute(link)).body)
    text = b"".join(pages).decode(site.encoding)
    children = re.findall(r"<loc>([^<]+\.gz)</loc>", text)
    zipped = (gzip.decompress(get(sites, url).body).decode() for url in children)
    return unescape("".join((text, *zipped)))


@pytest.mark.parametrize("name", sorted(NOISE))
def test_every_live_article_is_listed_and_no_other(sites, name):
    site, copies = live(sites, name)
    text = listed(sites, site)
    for copy in copies:
        assert site.listed_urls(copy)[0] in text
    clock = copies[-1].published
    early = [c for c in site.copies if c.state_at(clock) == "not_yet"]
    assert early
    first = (*site.feeds, *site.sitemaps, *site.sections)[0]
    body = unescape(
        get(sites, site.absolute(first), clock=clock).body.decode("latin-1")
    )
    assert not any(site.listed_urls(copy)[0] in body for copy in early)


def test_the_amp_page_has_the_portal_s_shape(sites):
    site, copies = live(sites, "amp_portal")
    copy = next(
        c for c in copies
        if c.disclaimer and c.byline == "IANS" and c.version_at(sites.now).dateline
    )  # fmt: skip
    shown = copy.version_at(sites.now)
    text = page_text(sites, sites.url_of(copy)[1])
    lead = squeeze(f"{shown.dateline}{shown.close}{shown.paragraphs[0]}")
    order = [
        "City Epaper", squeeze(shown.headline), "By IANS | Updated: March ", " IST",
        lead[:60], " ...", "Open in App", lead, squeeze(shown.paragraphs[-1]),
        squeeze(copy.disclaimer), "Open in App", "Related Stories", " Realted Stories",
    ]  # fmt: skip
    at = 0
    for part in order:
        found = text.find(part, at)
        assert found >= 0, part
        at = found + len(part) if part != lead[:60] else found
    label = site.related(copy)[0]
    assert label.section.title() + squeeze(label.headline) in text


def test_the_legacy_page_is_windows_1252_and_says_otherwise(sites):
    _site, copies = live(sites, "legacy_table")
    answer = get(sites, sites.url_of(copies[0])[0])
    assert answer.kind == "text/html"
    assert b"\x92s oldest" in answer.body
    assert b"\x93" in answer.body
    assert b"charset=iso-8859-1" in answer.body
    assert b"<p>" not in answer.body
    with pytest.raises(UnicodeDecodeError):
        answer.body.decode()


def test_the_wordpress_shortlink_redirects(sites):
    site, copies = live(sites, "wordpress")
    page, short = sites.url_of(copies[0])
    assert "/?p=" in short
    assert get(sites, short).headers["Location"] == page
    assert get(sites, site.absolute("/?p=1")).status == 200  # the front page


def test_the_gzip_sitemaps_hang_on_robots(sites):
    site, _copies = live(sites, "sitemap_gz")
    robots = get(sites, site.absolute("/robots.txt")).body.decode()
    index = re.search(r"Sitemap: (\S+)", robots)[1]
    tree = etree.fromstring(get(sites, index).body)
    names = tree.xpath("//*[local-name()='loc']/text()")
    assert tree.xpath("count(//*[local-name()='lastmod'])") == len(names) > 0
    child = get(sites, names[0])
    assert child.body[:2] == b"\x1f\x8b"
    news = etree.fromstring(gzip.decompress(child.body))
    for field in ("title", "publication_date", "language"):
        assert news.xpath(f"//*[local-name()='{field}']/text()")


def test_the_broken_feed_is_broken(sites):
    site, _ = live(sites, "broken_feed")
    body = get(sites, site.absolute("/feed.xml")).body
    with pytest.raises(etree.XMLSyntaxError):
        etree.fromstring(body)
    for name in ("rss", "atom", "wordpress", "hindi", "moody", "strict", "five_urls"):
        other, _ = live(sites, name)
        etree.fromstring(get(sites, other.absolute(other.feeds[0])).body)


def test_a_paywalled_page_says_so(sites):
    _site, copies = live(sites, "paywall")
    shut = [c for c in copies if not c.free]
    assert shut
    for copy in copies:
        body = get(sites, sites.url_of(copy)[0]).body
        assert (b"Subscribe to continue reading" in body) is not copy.free
        assert (b'"isAccessibleForFree": false' in body) is not copy.free


def test_one_article_has_five_addresses(sites):
    _site, copies = live(sites, "five_urls")
    urls = sites.url_of(copies[0])
    assert len(set(urls)) >= 5
    assert any("utm_source" in url for url in urls)
    assert any(url.endswith("/amp") for url in urls)
    assert any(url.startswith("http:") for url in urls)


def test_the_moody_site_misbehaves(sites):
    site, copies = live(sites, "moody")
    statuses = {get(sites, site.urls(c)[1]).status for c in copies}
    assert statuses == {301, 302, 308}
    first = [get(sites, site.urls(c)[0], turn=1) for c in copies]
    busy = [a for a in first if a.status == 429]
    assert busy
    assert all(a.headers["Retry-After"] == "1" for a in busy)
    assert sum(a.status == 500 for a in first) <= 1
    feed = get(sites, site.absolute("/feed/rss")).body.decode()
    assert "no-such-story" in feed
    assert get(sites, site.absolute("/world/no-such-story-2")).status == 404
    soft = get(sites, site.absolute("/national/this-story-has-moved-3"))
    assert soft.status == 200
    assert b"could not be found" in soft.body


def test_the_calendar_has_no_end(sites):
    site, _ = live(sites, "moody")
    path = re.search(
        r"/archive/[^\"]+", get(sites, site.absolute("/latest/")).body.decode()
    )
    seen = {path[0]}
    for _ in range(50):
        body = get(sites, site.absolute(sorted(seen)[-1])).body.decode()
        seen |= set(re.findall(r"/archive/\d+/\d+/\d+/", body))
    assert len(seen) > 50
    assert get(sites, site.absolute("/archive/2026/13/45/")).status == 404


def test_the_strict_site_shuts_what_its_feed_names(sites):
    site, copies = live(sites, "strict")
    robots = get(sites, site.absolute("/robots.txt")).body.decode()
    assert "Disallow: /premium/" in robots
    assert "Crawl-delay: 0.2" in robots
    text = listed(sites, site)
    assert "/premium/" in text
    member = next(u for c in copies for u in site.urls(c) if "/members/" in u)
    assert get(sites, member).status == 403


def test_one_outlet_has_no_robots(sites):
    answers = {
        p.profile.platform: get(sites, p.absolute("/robots.txt")).status
        for p in sites.platforms.values()
    }
    assert answers.pop("paywall") == 404
    assert set(answers.values()) == {200}


def test_weight_is_about_what_was_asked():
    world = World(1, 6, 16)
    light, heavy = Sites(world, 0), Sites(world, 82_000)
    for copy in world.copies:
        url = light.url_of(copy)[0]
        more = len(get(heavy, url).body) - len(get(light, url).body)
        assert more == 0 or 75_000 < more < 90_000


def test_the_stripped_blog_lists_and_prints(sites):
    kind, (_, copies) = PLATFORMS["stripped"], live(sites, "rss")
    site = kind(copies[0] and site_of(sites, "rss").profile, copies, 0)
    feed = site.answer(Ask("/feeds/posts/default", sites.now, "alt=rss"))
    assert site.urls(copies[0])[0].encode() in feed.body
    page = site.answer(Ask(site.path(copies[0]), sites.now)).body.decode()
    assert "<br/><br/>" in page
    assert squeeze(copies[0].version_at(sites.now).paragraphs[0]) in text_of(page)

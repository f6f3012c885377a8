"""The day of publication in the shapes of many publishing systems, old and new."""

# ruff: noqa: E501, Q - a table of pages

from __future__ import annotations

import pytest

from newscrawl.errors import NotAnArticle
from newscrawl.reading import read_article

HEAD = "Quay reopens after dredging, harbour board says"
PROSE = "".join(
    f"<p>The quay at pier {n} was dredged in winter and the board of the harbour measured it again, an official said.</p>"
    for n in range(1, 7)
)
URL = "https://x.test/n/quay-reopens"

# What the page is called after, its parts, and the beginning of the time it tells.
# fmt: off
PAGES = [
    ("drupal7", {"row": "<div class='submitted'><span rel='sioc:has_creator'>Submitted by <a>Asha Rao</a></span> on <span property='dc:date dc:created' content='2021-03-12T14:05:00+01:00' datatype='xsd:dateTime'>Fri, 2021-03-12 14:05</span></div>"}, "2021-03-12T14:05"),
    ("drupal field-date", {"row": "<div class='field field--name-field-date field--type-datetime'><time datetime='2021-03-12T12:00:00Z'>Friday, March 12, 2021</time></div>"}, "2021-03-12"),
    ("joomla published", {"row": "<dl class='article-info muted'><dt class='article-info-term'>Details</dt><dd class='createdby'>Written by Asha Rao</dd><dd class='published'><span class='icon-calendar'></span><time datetime='2021-03-12T14:05:00+00:00' itemprop='datePublished'>Published: 12 March 2021</time></dd><dd class='hits'>Hits: 2019</dd></dl>"}, "2021-03-12"),
    ("joomla created+modified", {"row": "<dl class='article-info'><dd class='modified'><time datetime='2021-03-20T10:00:00+00:00' itemprop='dateModified'>Last Updated: 20 March 2021</time></dd><dd class='create'><time datetime='2021-03-12T14:05:00+00:00' itemprop='dateCreated'>Created: 12 March 2021</time></dd></dl>"}, "2021-03-12"),
    ("joomla 1.5", {"row": "<table class='contentpaneopen'><tr><td class='createdate' valign='top'>Friday, 12 March 2021 14:05</td></tr></table>"}, "2021-03-12"),
    ("typo3 news", {"row": "<div class='news-single-timedata'>12.03.2021 14:05</div>"}, "2021-03-12"),
    ("typo3 tt_news", {"row": "<div class='news-single-rightbox'>12.03.2021</div>"}, "2021-03-12"),
    ("blogger", {"above": "<h2 class='date-header'><span>Friday, March 12, 2021</span></h2>", "end": "<div class='post-footer'>Posted by Asha Rao at <a class='timestamp-link' href='#'><abbr class='published' title='2021-03-12T14:05:00+01:00'>2:05 PM</abbr></a></div>"}, "2021-03-12"),
    ("blogger de", {"above": "<h2 class='date-header'><span>Freitag, 12. März 2021</span></h2>", "lang": "de"}, "2021-03-12"),
    ("tumblr", {"end": "<div class='post-date'><a href='/post/1'>Mar 12th, 2021</a></div><div class='notes'>61 notes</div>"}, "2021-03-12"),
    ("ghost", {"head": "<meta property='article:published_time' content='2021-03-12T14:05:00.000Z'><meta property='article:modified_time' content='2021-05-12T14:05:00.000Z'>", "row": "<time class='post-full-meta-date' datetime='2021-03-12'>12 Mar 2021</time>"}, "2021-03-12"),
    ("wix", {"row": "<ul><li><span data-hook='user-name'>Asha Rao</span></li><li><span title='Mar 12, 2021' class='post-metadata__date time-ago' data-hook='time-ago'>Mar 12, 2021</span></li><li><span data-hook='time-to-read'>3 min read</span></li></ul>"}, "2021-03-12"),
    ("wix updated", {"row": "<ul><li><span title='12. März 2021' class='post-metadata__date time-ago' data-hook='time-ago'>12. März 2021</span></li><li>3 Min. Lesezeit</li></ul><p data-hook='post-update'>Aktualisiert: 20. März 2021</p>", "lang": "de"}, "2021-03-12"),
    ("squarespace", {"row": "<time class='dt-published blog-meta-item blog-meta-item--date' datetime='2021-03-12' pubdate data-content-field='published-on'><span>Mar 12</span></time>"}, "2021-03-12"),
    ("squarespace old", {"row": "<time class='published' datetime='2021-03-12'>12/3/21</time>"}, "2021-03-12"),
    ("arc state", {"end": '<script>Fusion.globalContent={"_id":"A","type":"story","display_date":"2021-03-12T14:05:00Z","first_publish_date":"2021-03-12T14:05:00.000Z","last_updated_date":"2021-04-01T10:00:00Z","created_date":"2021-03-11T09:00:00Z"};</script>'}, "2021-03-12"),
    ("next data", {"end": '<script id="__NEXT_DATA__" type="application/json">{"props":{"pageProps":{"article":{"title":"Quay reopens after dredging, harbour board says","publishedAt":"2021-03-12T14:05:00.000Z","updatedAt":"2021-03-20T10:00:00Z"},"buildId":"x"}}}</script>'}, "2021-03-12"),
    ("next data firstPublishedAt", {"end": '<script id="__NEXT_DATA__" type="application/json">{"props":{"a":{"headline":"Quay reopens after dredging, harbour board says","firstPublishedAt":"2021-03-12T14:05:00.000Z","lastPublishedAt":"2021-03-20T10:00:00Z"}}}</script>'}, "2021-03-12"),
    ("json epoch publishedAt", {"end": '<script>window.__STATE__={"story":{"publishedAt":1615557933000,"updatedAt":1616557933000}}</script>'}, "2021-03-12"),
    ("brightspot", {"row": "<div class='ArticlePage-datePublished'>Published March 12, 2021 at 2:05 PM EST</div>"}, "2021-03-12"),
    ("brightspot data-timestamp", {"row": "<div class='Page-datePublished' data-date-with-gates-ap='true' data-timestamp='1615557933000'>March 12, 2021</div>"}, "2021-03-12"),
    ("brightspot bsp-timestamp", {"row": "<bsp-timestamp data-timestamp='1615557933000' data-recent-thresholdinhours='1'></bsp-timestamp>"}, "2021-03-12"),
    ("escenic", {"row": "<p class='byline-dateline'><span class='dateline'>12 March 2021 &bull; 2:05pm</span></p>"}, "2021-03-12"),
    ("naviga", {"row": "<div class='article-byline__date' data-published='2021-03-12T14:05:00Z'>12 maart 2021</div>"}, "2021-03-12"),
    ("methode meta", {"head": "<meta name='DCSext.articlePublishDate' content='2021-03-12'><meta name='DC.date.issued' content='2021-03-12T14:05:00Z'>"}, "2021-03-12"),
    ("blox tncms", {"row": "<ul class='list-inline'><li class='hidden-print'><time datetime='2021-03-12T14:05:00-05:00' class='tnt-date asset-date text-muted'>Mar 12, 2021</time></li><li><span class='updated'>Updated Mar 20, 2021</span></li></ul>"}, "2021-03-12"),
    ("gannett", {"row": "<div class='gnt_ar_dt' aria-label='Published 2:05 p.m. ET March 12, 2021 Updated 9:30 a.m. ET March 20, 2021'></div>"}, "2021-03-12"),
    ("gannett2", {"row": "<lit-timestamp publishDate='2021-03-12T19:05:33.000Z' updateDate='2021-03-20T13:30:00Z'></lit-timestamp>"}, "2021-03-12"),
    ("wordpress entry-meta", {"row": "<div class='entry-meta'><span class='posted-on'>Posted on <a><time class='entry-date published' datetime='2021-03-12T14:05:00+01:00'>March 12, 2021</time><time class='updated' datetime='2021-03-20T14:05:00+01:00'>March 20, 2021</time></a></span></div>"}, "2021-03-12"),
    ("wordpress updated first", {"row": "<div class='entry-meta'><time class='updated' datetime='2021-03-20T14:05:00+01:00'>March 20, 2021</time> <time class='entry-date published' datetime='2021-03-12T14:05:00+01:00'>March 12, 2021</time></div>"}, "2021-03-12"),
    ("wordpress kubrick", {"row": "<small>March 12th, 2021 <!-- by admin --></small>"}, "2021-03-12"),
    ("wp abbr hatom", {"row": "<abbr class='published updated' title='2021-03-12T14:05:00+0100'>12. März</abbr>"}, "2021-03-12"),
    ("date box mdy glued", {"row": "<div class='post-date'><span>Mar</span><span>12</span><span>2021</span></div>"}, "2021-03-12"),
    ("time before an age of the change", {"row": "<div>March 12, 2021 2:26 PM GMT+2Last Updated 9 min ago</div>"}, "2021-03-12T14:26:00+02:00"),
    ("elementor", {"end": "<h3>Boats</h3>" * 7 + "<div class='elementor-widget elementor-widget-post-info'><div class='elementor-widget-container'><span class='elementor-post-info__item elementor-post-info__item--type-date'>March 12, 2021</span></div></div>"}, "2021-03-12"),
    ("entry footer", {"end": "<h3>Boats</h3>" * 7 + "<footer class='entry-footer'><span class='entry-date'>March 12, 2021, four readers</span></footer>"}, "2021-03-12"),
    ("page footer", {"end": "<h3>Boats</h3>" * 7 + "<footer class='site-footer'><span class='entry-date'>March 12, 2021, four readers</span></footer>"}, None),
    ("beside a count of comments", {"end": "<h3>Boats</h3>" * 7 + "<div class='no-comments'><span class='entry-date'>March 12, 2021, four readers</span></div>"}, "2021-03-12"),
    ("in the heading", {"h1": "<small>12. März 2021</small> Quay reopens after dredging, harbour board says"}, "2021-03-12"),
    ("stamp in a table", {"end": "<h3>Boats</h3>" * 7 + "<table><tr><td>港口网 ( 2021-03-12 09:20:26 ) 稿件来源： 港口日报</table>"}, "2021-03-12T09:20:26"),
    ("two figures of a year ja", {"row": "<p>21/03/12</p>", "lang": "ja"}, "2021-03-12"),
    ("two figures of a year ko", {"row": "<p>21.03.12 14:05</p>", "lang": "ko-KR"}, "2021-03-12T14:05"),
    ("two figures of a year us", {"row": "<p>3/12/21</p>", "lang": "en-US"}, "2021-03-12"),
    ("two figures of a year de", {"row": "<p>12.3.21</p>", "lang": "de"}, "2021-03-12"),
    ("date box dmy glued", {"row": "<div class='date'><b>12</b><i>Mar</i><u>2021</u></div>"}, "2021-03-12"),
    ("wp date in link title", {"row": "<p class='meta'>by Asha Rao <a href='#' title='14:05' rel='bookmark'><span class='entry-date'>12/03/2021</span></a></p>", "lang": "it"}, "2021-03-12"),
    ("medium", {"row": "<p><span>Asha Rao</span></p><div><span>3 min read</span><span> · </span><span data-testid='storyPublishDate'>Mar 12, 2021</span></div>"}, "2021-03-12"),
    ("substack", {"row": "<div class='pencraft'>Mar 12, 2021</div>"}, "2021-03-12"),
    ("asp table", {"row": "<table><tr><td><font size=1>12/03/2021 14:05:00</font></td></tr></table>", "lang": "it"}, "2021-03-12"),
    ("asp label td", {"row": "<table><tr><td>Date:</td><td>12 March 2021</td></tr></table>"}, "2021-03-12"),
    ("font date top no h1", {"h1": "", "row": "<font size='4'><b>Quay reopens after dredging, harbour board says</b></font><br><font size=2>March 12, 2021</font>"}, "2021-03-12"),
    ("xinhua style", {"row": "<div>2021-03-12 14:05:33 &nbsp; 来源：本报 &nbsp; 作者：李明</div>", "lang": "zh"}, "2021-03-12"),
    ("zh 发布时间", {"row": "<p>发布时间：2021-03-12 14:05 &nbsp; 浏览次数：1203</p>", "lang": "zh"}, "2021-03-12"),
    ("ja reiwa", {"row": "<p class='date'>令和3年3月12日</p>", "lang": "ja"}, "2021-03-12"),
    ("ko 등록 glued", {"row": "<ul><li>등록 2021-03-12 오후 2:05:33</li><li>수정 2021-03-13 오전 9:00:00</li></ul>", "lang": "ko"}, "2021-03-12"),
    ("ko 기사승인", {"row": "<li>승인 2021.03.12 14:05</li>", "lang": "ko"}, "2021-03-12"),
    ("ru time date", {"row": "<div class='article__info'>14:05, 12.03.2021</div>", "lang": "ru"}, "2021-03-12"),
    ("ru masthead today", {"above": "<div class='header'><div class='today'>воскресенье, 20 июня 2021</div></div>", "row": "<div class='date'>12 марта 2021, 14:05</div>", "lang": "ru"}, "2021-03-12"),
    ("fa jalali", {"row": "<div>تاریخ انتشار: ۲۲ اسفند ۱۳۹۹ - ۱۴:۰۵</div>", "lang": "fa"}, "2021-03-12"),
    ("fa jalali numeric", {"row": "<span class='date'>۱۳۹۹/۱۲/۲۲ ۱۴:۰۵</span>", "lang": "fa"}, "2021-03-12"),
    ("th short", {"row": "<p class='date'>12 มี.ค. 64 (14:05 น.)</p>", "lang": "th"}, "2021-03-12"),
    ("vi", {"row": "<span class='date'>Thứ sáu, 12/3/2021, 14:05 (GMT+7)</span>", "lang": "vi"}, "2021-03-12"),
    ("vi cap nhat", {"row": "<div>Cập nhật: 14:05 | 12/03/2021</div>", "lang": "vi"}, "2021-03-12"),
    ("id", {"row": "<div>Jumat, 12 Maret 2021 14:05 WIB</div>", "lang": "id"}, "2021-03-12"),
    ("hu", {"row": "<div>2021. március 12. 14:05</div>", "lang": "hu"}, "2021-03-12"),
    ("es largo", {"row": "<div>12 de marzo de 2021</div>", "lang": "es"}, "2021-03-12"),
    ("es septiembre", {"row": "<div class='x'>12 de septiembre de 2021</div>", "lang": "es"}, "2021-09-12"),
    ("pt br g1", {"row": "<p>12/03/2021 14h05 &nbsp; Atualizado 20/03/2021 10h00</p>", "lang": "pt-BR"}, "2021-03-12"),
    ("pt long", {"row": "<p>Sexta-feira, 12 de Setembro de 2021 às 14:05</p>", "lang": "pt"}, "2021-09-12"),
    ("fr", {"row": "<p>Mis à jour le 20/03/2021 à 10:00</p><p>Publié le 12/03/2021 à 14:05</p>", "lang": "fr"}, "2021-03-12"),
    ("fr modifie", {"row": "<p>Modifié le 20 mars 2021 à 10h00</p><p>Publié le 12 mars 2021 à 14h05</p>", "lang": "fr"}, "2021-03-12"),
    ("de stand", {"row": "<p>Stand: 20.03.2021, 10:00 Uhr</p><p>Erstveröffentlichung: 12.03.2021</p>", "lang": "de"}, "2021-03-12"),
    ("de vom", {"row": "<p class='kicker'>Artikel vom 12. März 2021</p>", "lang": "de"}, "2021-03-12"),
    ("de letzte aktualisierung", {"row": "<p>Letzte Aktualisierung: 20. März 2021</p><p>Veröffentlicht am 12. März 2021</p>", "lang": "de"}, "2021-03-12"),
    ("de zuletzt", {"row": "<p>12. März 2021, zuletzt aktualisiert 20. März 2021</p>", "lang": "de"}, "2021-03-12"),
    ("en in", {"row": "<div>First Published: 12 Mar 2021, 02:05 PM IST | Last Updated: 20 Mar 2021, 10:00 AM IST</div>"}, "2021-03-12"),
    ("meta article:published", {"head": "<meta name='article:published' content='2021-03-12T14:05:00Z'>"}, "2021-03-12"),
    ("meta pubdate", {"head": "<meta name='pubdate' content='2021-03-12'>"}, "2021-03-12"),
    ("meta DC.Date", {"head": "<meta name='DC.Date' content='2021-03-12'>"}, "2021-03-12"),
    ("meta dc.date.created", {"head": "<meta name='dc.date.created' content='2021-03-12'>"}, "2021-03-12"),
    ("meta dcterms.available", {"head": "<meta name='dcterms.available' content='2021-03-12'>"}, "2021-03-12"),
    ("meta parsely-pub-date", {"head": "<meta name='parsely-pub-date' content='2021-03-12T14:05:00Z'>"}, "2021-03-12"),
    ("meta sailthru.date", {"head": "<meta name='sailthru.date' content='2021-03-12 14:05:00 -0500'>"}, "2021-03-12"),
    ("meta cXenseParse:recs:publishtime", {"head": "<meta name='cXenseParse:recs:publishtime' content='2021-03-12T14:05:00Z'>"}, "2021-03-12"),
    ("meta cXenseParse:publishtime", {"head": "<meta name='cXenseParse:publishtime' content='2021-03-12T14:05:00Z'>"}, "2021-03-12"),
    ("meta bt:pubDate", {"head": "<meta name='bt:pubDate' content='2021-03-12T14:05:00Z'>"}, "2021-03-12"),
    ("meta ptime", {"head": "<meta name='ptime' content='20210312140533'>"}, "2021-03-12"),
    ("meta OriginalPublicationDate", {"head": "<meta name='OriginalPublicationDate' content='2021/03/12 14:05:33'>"}, "2021-03-12"),
    ("meta publish_date", {"head": "<meta name='publish_date' content='12/03/2021'>"}, "2021-03-12"),
    ("meta article_publish_date", {"head": "<meta name='article_publish_date' content='2021-03-12'>"}, "2021-03-12"),
    ("meta article-publication-date", {"head": "<meta name='article-publication-date' content='2021-03-12'>"}, "2021-03-12"),
    ("meta citation_publication_date", {"head": "<meta name='citation_publication_date' content='2021/03/12'>"}, "2021-03-12"),
    ("meta citation_online_date", {"head": "<meta name='citation_online_date' content='2021/03/12'>"}, "2021-03-12"),
    ("meta prism.publicationDate", {"head": "<meta name='prism.publicationDate' content='2021-03-12'>"}, "2021-03-12"),
    ("meta video:release_date", {"head": "<meta name='video:release_date' content='2021-03-12T14:05:00Z'>"}, "2021-03-12"),
    ("meta dateCreated", {"head": "<meta name='dateCreated' content='2021-03-12'>"}, "2021-03-12"),
    ("meta live_date", {"head": "<meta name='live_date' content='2021-03-12'>"}, "2021-03-12"),
    ("meta weibo: article:create_at", {"head": "<meta name='weibo: article:create_at' content='2021-03-12 14:05:33'>"}, "2021-03-12"),
    ("meta weibo:article:create_at", {"head": "<meta name='weibo:article:create_at' content='2021-03-12 14:05:33'>"}, "2021-03-12"),
    ("meta publishdate", {"head": "<meta name='publishdate' content='2021年03月12日'>"}, "2021-03-12"),
    ("meta article:post_date", {"head": "<meta name='article:post_date' content='2021-03-12'>"}, "2021-03-12"),
    ("meta rnews:datePublished", {"head": "<meta name='rnews:datePublished' content='2021-03-12'>"}, "2021-03-12"),
    ("meta date_published", {"head": "<meta name='date_published' content='2021-03-12'>"}, "2021-03-12"),
    ("meta datepublished", {"head": "<meta name='datepublished' content='2021-03-12'>"}, "2021-03-12"),
    ("meta DC.date.available", {"head": "<meta name='DC.date.available' content='2021-03-12'>"}, "2021-03-12"),
    ("meta twt-published-at", {"head": "<meta name='twt-published-at' content='2021-03-12'>"}, "2021-03-12"),
    ("meta shareaholic:article_published_time", {"head": "<meta name='shareaholic:article_published_time' content='2021-03-12T14:05:00+00:00'>"}, "2021-03-12"),
    ("meta DateOriginal", {"head": "<meta name='DateOriginal' content='2021-03-12'>"}, "2021-03-12"),
    ("meta firstpublished", {"head": "<meta name='firstpublished' content='2021-03-12'>"}, "2021-03-12"),
    ("meta mediator_published_time", {"head": "<meta name='mediator_published_time' content='2021-03-12T14:05:00+01:00'>"}, "2021-03-12"),
    ("meta dable:published_time", {"head": "<meta name='dable:published_time' content='2021-03-12'>"}, "2021-03-12"),
    ("meta article:release_date", {"head": "<meta name='article:release_date' content='2021-03-12'>"}, "2021-03-12"),
    ("meta ob_date", {"head": "<meta name='ob_date' content='2021-03-12'>"}, "2021-03-12"),
    ("meta issued", {"head": "<meta name='issued' content='2021-03-12'>"}, "2021-03-12"),
    ("meta Issue Date", {"head": "<meta name='Issue Date' content='2021-03-12'>"}, "2021-03-12"),
    ("meta content_date", {"head": "<meta name='content_date' content='2021-03-12'>"}, "2021-03-12"),
    ("meta og:pubdate", {"head": "<meta property='og:pubdate' content='2021-03-12T14:05:00Z'>"}, "2021-03-12"),
    ("meta itemprop mixed", {"head": "<meta itemprop='datePublished' content='2021-03-12T14:05:00Z'>"}, "2021-03-12"),
    ("meta expire trap", {"head": "<meta name='expires' content='2031-03-12'><meta name='unavailable_after' content='2024-03-12'><meta name='copyright' content='2019'>"}, None),
    ("swiftype", {"head": "<meta class='swiftype' name='published_at' data-type='date' content='2021-03-12T14:05:00Z'>"}, "2021-03-12"),
    ("meta zero date", {"head": "<meta property='article:published_time' content='0000-00-00 00:00:00'><meta name='date' content='2021-03-12'>"}, "2021-03-12"),
    ("meta 1970", {"head": "<meta property='article:published_time' content='1970-01-01T00:00:00+00:00'>", "row": "<div class=date>12 March 2021</div>"}, "2021-03-12"),
    ("meta template", {"head": "<meta property='article:published_time' content='{{date}}'>", "row": "<div class=date>12 March 2021</div>"}, "2021-03-12"),
    ("meta future", {"head": "<meta property='article:published_time' content='2099-01-01T00:00:00Z'>", "row": "<div class=date>12 March 2021</div>"}, "2021-03-12"),
    ("ld dateCreated", {"head": '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","dateCreated":"2021-03-12T14:05:00Z"}</script>'}, "2021-03-12"),
    ("ld uploadDate", {"head": '<script type="application/ld+json">{"@type":"VideoObject","uploadDate":"2019-03-12"}</script>'}, None),
    ("ld graph webpage", {"head": '<script type="application/ld+json">{"@graph":[{"@type":"WebPage","datePublished":"2021-03-12T14:05:00Z"},{"@type":"Organization"}]}</script>'}, "2021-03-12"),
    ("ld epoch number", {"head": '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","datePublished":1615557933000}</script>'}, "2021-03-12"),
    ("ld http type", {"head": '<script type="application/ld+json">{"@type":"http://schema.org/NewsArticle","datePublished":"2021-03-12T14:05:00Z"}</script>'}, "2021-03-12"),
    ("ld type list", {"head": '<script type="application/ld+json">{"@type":["Article","Product"],"datePublished":"2021-03-12T14:05:00Z"}</script>'}, "2021-03-12"),
    ("ld MDY words", {"head": '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"Mar 12, 2021 2:05:33 PM"}</script>'}, "2021-03-12"),
    ("ld of teaser list", {"head": '<script type="application/ld+json">{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","datePublished":"2019-01-01"}]}</script>', "row": "<p class=date>12 March 2021</p>"}, "2021-03-12"),
    ("ld broken newline", {"head": "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"A \n \"quoted\" line\",\"datePublished\":\"2021-03-12T14:05:00Z\"}</script>"}, "2021-03-12"),
    ("microdata meta", {"row": "<div itemscope itemtype='http://schema.org/NewsArticle'><meta itemprop='datePublished' content='2021-03-12T14:05:00Z'></div>"}, "2021-03-12"),
    ("microdata span text", {"row": "<span itemprop='datePublished'>12 March 2021</span>"}, "2021-03-12"),
    ("rdfa", {"row": "<span property='schema:datePublished' content='2021-03-12T14:05:00Z'>12 March</span>"}, "2021-03-12"),
    ("rdfa dc", {"row": "<span property='dc:created' content='2021-03-12T14:05:00Z'>x</span>"}, "2021-03-12"),
    ("hatom updated only", {"row": "<span class='updated'>2021-03-12T14:05:00+00:00</span>"}, "2021-03-12"),
    ("hatom dt-published", {"row": "<time class='dt-published' datetime='2021-03-12 14:05:00+0000'></time>"}, "2021-03-12"),
    ("rich snippet hidden", {"end": "<div class='rich-snippet-hidden'><span class='updated rich-snippet-hidden'>2021-03-12T14:05:00+00:00</span></div>"}, "2021-03-12"),
    ("data-date", {"row": "<span class='article-date' data-date='2021-03-12T14:05:00Z'></span>"}, "2021-03-12"),
    ("data-time", {"row": "<span class='article-date' data-time='2021-03-12T14:05:00Z'></span>"}, "2021-03-12"),
    ("data-epoch", {"row": "<span class='article-date' data-epoch='1615557933'></span>"}, "2021-03-12"),
    ("data-utc", {"row": "<span class='article-date' data-utc='2021-03-12T14:05:00Z'></span>"}, "2021-03-12"),
    ("data-pub-date", {"row": "<span class='article-date' data-pub-date='2021-03-12T14:05:00Z'></span>"}, "2021-03-12"),
    ("data-publication-date", {"row": "<span class='article-date' data-publication-date='2021-03-12T14:05:00Z'></span>"}, "2021-03-12"),
    ("data-date-published", {"row": "<span class='article-date' data-date-published='2021-03-12T14:05:00Z'></span>"}, "2021-03-12"),
    ("data-iso", {"row": "<span class='article-date' data-iso='2021-03-12T14:05:00Z'></span>"}, "2021-03-12"),
    ("data-created", {"row": "<span class='article-date' data-created='2021-03-12T14:05:00Z'></span>"}, "2021-03-12"),
    ("data-posted", {"row": "<span class='article-date' data-posted='2021-03-12T14:05:00Z'></span>"}, "2021-03-12"),
    ("data-livestamp", {"row": "<span class='article-date' data-livestamp='1615557933'></span>"}, "2021-03-12"),
    ("data-unix", {"row": "<span class='article-date' data-unix='1615557933'></span>"}, "2021-03-12"),
    ("data-ts", {"row": "<span class='article-date' data-ts='1615557933'></span>"}, "2021-03-12"),
    ("data-seconds", {"row": "<span class='article-date' data-seconds='1615557933'></span>"}, "2021-03-12"),
    ("data-post-date", {"row": "<span class='article-date' data-post-date='2021-03-12T14:05:00Z'></span>"}, "2021-03-12"),
    ("data-timeago", {"row": "<span class='article-date' data-timeago='2021-03-12T14:05:00Z'></span>"}, "2021-03-12"),
    ("data-original-date", {"row": "<span class='article-date' data-original-date='2021-03-12T14:05:00Z'></span>"}, "2021-03-12"),
    ("data-article-date", {"row": "<span class='article-date' data-article-date='2021-03-12T14:05:00Z'></span>"}, "2021-03-12"),
    ("data-created-at", {"row": "<span class='article-date' data-created-at='2021-03-12T14:05:00Z'></span>"}, "2021-03-12"),
    ("data-publish", {"row": "<span class='article-date' data-publish='2021-03-12T14:05:00Z'></span>"}, "2021-03-12"),
    ("data-date-iso", {"row": "<span class='article-date' data-date-iso='2021-03-12T14:05:00Z'></span>"}, "2021-03-12"),
    ("time without datetime", {"row": "<time>12 March 2021</time>"}, "2021-03-12"),
    ("time title", {"row": "<time title='2021-03-12T14:05:00Z'>2 years ago</time>"}, "2021-03-12"),
    ("time datetime words", {"row": "<time datetime='Friday, March 12, 2021'>x</time>"}, "2021-03-12"),
    ("time datetime duration", {"above": "<time datetime='PT3M'>3 min</time>", "row": "<time datetime='2021-03-12'>12 Mar</time>"}, "2021-03-12"),
    ("relative-time", {"row": "<relative-time datetime='2021-03-12T14:05:00Z'>2 years ago</relative-time>"}, "2021-03-12"),
    ("time-ago", {"row": "<time-ago datetime='2021-03-12T14:05:00Z'>2 years ago</time-ago>"}, "2021-03-12"),
    ("date tag", {"row": "<date>March 12, 2021</date>"}, "2021-03-12"),
    ("related times", {"row": "<p>March 12, 2021</p>", "end": "<div class='related'><article><h3><a href=/11>Boats 11</a></h3><time datetime='2021-06-11T00:00:00Z'></time></article><article><h3><a href=/12>Boats 12</a></h3><time datetime='2021-06-12T00:00:00Z'></time></article><article><h3><a href=/13>Boats 13</a></h3><time datetime='2021-06-13T00:00:00Z'></time></article></div>"}, "2021-03-12"),
    ("comments only", {"end": "<div id='comments'><div class='comment'><span class='comment-date'>June 20, 2021 at 2:05 pm</span><p>Nice text about boats, thanks for it</p></div></div>"}, None),
    ("event date", {"first": "<p>The concert on 1 June 2019 was the first of many at the pier, and the board said so.</p>"}, None),
    ("copyright only", {"end": "<footer>© 2021 Quay News. All rights reserved. Updated daily since 12 March 1999.</footer>"}, None),
    ("last modified footer", {"end": "<div>Page last modified: 12 March 2021</div>"}, "2021-03-12"),
    ("last updated footer en", {"end": "<p>Last updated: March 12, 2021</p>"}, "2021-03-12"),
    ("footer de", {"end": "<div>Zuletzt geändert am: 12.03.2021</div>"}, "2021-03-12"),
    ("footer fr maj", {"end": "<div>Dernière mise à jour : 12 mars 2021</div>"}, "2021-03-12"),
    ("dollar date", {"end": "<p>Updated: $Date: 2021/03/12 06:31:41 $</p>"}, "2021-03-12"),
    ("bottom byline source", {"end": "<p>12 March 2021, Quay News</p>"}, "2021-03-12"),
    ("businesswire", {"row": "<div class='bw-release-timestamp'>March 12, 2021 02:05 PM Eastern Standard Time</div>"}, "2021-03-12"),
    ("globenewswire", {"row": "<p class='article-published-source'><span class='article-published'><time datetime='2021-03-12T14:05:00Z'>March 12, 2021 09:05 ET</time></span> | Source: <a>Quay</a></p>"}, "2021-03-12"),
    ("pib", {"row": "<div class='ReleaseDateSubHeaddateTime'>Posted On: 12 MAR 2021 2:05PM by PIB Delhi</div>"}, "2021-03-12"),
    ("for immediate release", {"row": "<p><b>FOR IMMEDIATE RELEASE</b><br>March 12, 2021</p>"}, "2021-03-12"),
    ("eu press", {"row": "<div>Press release | 12 March 2021 | Newport</div>"}, "2021-03-12"),
    ("amb url resolves", {"row": "<div class='date'>3/12/2021</div>", "url": "https://x.test/2021/03/12/quay-reopens"}, "2021-03-12"),
    ("amb ld resolves", {"head": '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2021-03-12T14:05:00Z"}</script>', "row": "<div>3/12/2021 2:05 PM</div>"}, "2021-03-12"),
    ("amb month url", {"row": "<div class='date'>3/12/2021</div>", "url": "https://x.test/2021/03/quay-reopens"}, "2021-03-12"),
    ("amb en-US time ET", {"row": "<div>3/12/2021 2:05 PM ET</div>", "lang": "en-US"}, "2021-03-12"),
    ("amb en-US", {"row": "<div class='date'>3/12/2021</div>", "lang": "en-US"}, "2021-03-12"),
    ("amb en-GB", {"row": "<div class='date'>3/12/2021</div>", "lang": "en-GB"}, "2021-12-03"),
    ("amb other date decides", {"row": "<div>Published 3/12/2021 | Updated 3/20/2021</div>"}, "2021-03-12"),
    ("amb iso modified", {"head": "<meta property='article:modified_time' content='2021-03-12T16:00:00Z'>", "row": "<div>3/12/2021</div>"}, "2021-03-12"),
    ("month path year only", {"row": "<p>March 12, 2021</p>", "url": "https://x.test/2021/03/quay"}, "2021-03-12"),
    ("url 2021-03-12/quay", {"url": "https://x.test/2021-03-12/quay"}, "2021-03-12"),
    ("url n/2021_03_12_quay.html", {"url": "https://x.test/n/2021_03_12_quay.html"}, "2021-03-12"),
    ("url quay-20210312.html", {"url": "https://x.test/quay-20210312.html"}, "2021-03-12"),
    ("url 20210312/quay", {"url": "https://x.test/20210312/quay"}, "2021-03-12"),
    ("url 2021/0312/c100-3.html", {"url": "https://x.test/2021/0312/c100-3.html"}, "2021-03-12"),
    ("url 202103/12/t20210312_61.html", {"url": "https://x.test/202103/12/t20210312_61.html"}, "2021-03-12"),
    ("url 12-03-2021/quay", {"url": "https://x.test/12-03-2021/quay"}, "2021-03-12"),
    ("url news/2021/3/12/quay", {"url": "https://x.test/news/2021/3/12/quay"}, "2021-03-12"),
    ("url news/article/2021/mar/12/quay", {"url": "https://x.test/news/article/2021/mar/12/quay"}, "2021-03-12"),
    ("url art/2021/03/12/61.aspx", {"url": "https://x.test/art/2021/03/12/61.aspx"}, "2021-03-12"),
    ("url n1/2021/0312/c1-61.html", {"url": "https://x.test/n1/2021/0312/c1-61.html"}, "2021-03-12"),
    ("url 2021/03-12/61.shtml", {"url": "https://x.test/2021/03-12/61.shtml"}, "2021-03-12"),
    ("url archives/2021/march/12/quay", {"url": "https://x.test/archives/2021/march/12/quay"}, "2021-03-12"),
    ("reading time first", {"row": "<div>5 min read</div><div>Mar 12, 2021</div>"}, "2021-03-12"),
    ("event box near title", {"row": "<div class=meta>Published March 12, 2021</div><div class=event>When: April 20, 2021 at 7 PM</div>"}, "2021-03-12"),
    ("deadline row", {"row": "<p>Deadline: 30 April 2021</p><p>12 March 2021</p>"}, "2021-03-12"),
    ("photo credit date", {"row": "<div class=credit>Photo: Asha Rao / 1 Jan 2019</div><div>12 March 2021</div>"}, "2021-03-12"),
    ("author joined", {"row": "<div class=author-box>Asha Rao, member since 2 Jan 2015</div><div>12 March 2021</div>"}, "2021-03-12"),
    ("breadcrumbs archive", {"above": "<div class=breadcrumb><a>Home</a> / <a>2021</a> / <a>March</a></div>", "row": "<p>12.03.2021</p>"}, "2021-03-12"),
    ("issue date above", {"above": "<div>Issue 12, Spring 2021</div>", "row": "<p>March 12, 2021</p>"}, "2021-03-12"),
    ("print edition only", {"end": "<p>A version of this article appears in print on March 14, 2021, Section A, Page 1.</p>"}, None),
    ("weather widget", {"above": "<div class=weather>Sat, Jun 20 24C</div>", "row": "<p>March 12, 2021</p>"}, "2021-03-12"),
    ("copyright year range", {"end": "<footer>Copyright 1999-2021 Quay News 12/03/1999</footer>"}, None),
    ("phone number", {"row": "<p>Tel. 020 2021 1203</p>"}, None),
    ("law number", {"row": "<p>Law No. 12/2021 of the harbour</p>"}, None),
    ("price date", {"row": "<p>Price: 12.03 EUR, 2021 edition</p>"}, None),
    ("ISBN", {"row": "<p>ISBN 978-3-12-032021-5</p>"}, None),
    ("age", {"row": "<p>Asha Rao, 12, 2021 winner</p>"}, None),
    ("score", {"row": "<p>Newport 12-3 Old Harbour 2021</p>"}, None),
    ("jsonld Event", {"head": '<script type="application/ld+json">{"@type":"Event","startDate":"2021-06-01"}</script>', "row": "<p>March 12, 2021</p>"}, "2021-03-12"),
    ("jsonld WebSite only", {"head": '<script type="application/ld+json">{"@type":"WebSite","name":"Quay"}</script>'}, None),
    ("jsonld video upload", {"head": '<script type="application/ld+json">{"@type":"VideoObject","uploadDate":"2019-06-01T00:00:00Z"}</script>', "row": "<p>March 12, 2021</p>"}, "2021-03-12"),
    ("jsonld review", {"head": '<script type="application/ld+json">{"@type":"Review","datePublished":"2021-03-12"}</script>'}, "2021-03-12"),
    ("jsonld recipe", {"head": '<script type="application/ld+json">{"@type":"Recipe","datePublished":"2021-03-12"}</script>'}, "2021-03-12"),
    ("jsonld comment date", {"head": '<script type="application/ld+json">{"@type":"Article","comment":[{"@type":"Comment","dateCreated":"2021-06-12"}],"headline":"x"}</script>'}, None),
    ("jsonld Discussion", {"head": '<script type="application/ld+json">{"@type":"DiscussionForumPosting","datePublished":"2021-03-12"}</script>'}, "2021-03-12"),
    ("jsonld cdata", {"head": "<script type=\"application/ld+json\">//<![CDATA[\n{\"@type\":\"NewsArticle\",\"datePublished\":\"2021-03-12T14:05:00Z\"}\n//]]></script>"}, "2021-03-12"),
    ("jsonld trailing comma", {"head": '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2021-03-12T14:05:00Z",}</script>'}, "2021-03-12"),
    ("jsonld two scripts", {"head": '<script type="application/ld+json">{"@type":"BreadcrumbList"}</script><script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2021-03-12T14:05:00Z"}</script>'}, "2021-03-12"),
    ("jsonld local time no zone", {"head": '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2021-03-12 14:05"}</script>'}, "2021-03-12"),
    ("jsonld swapped", {"head": '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"12/03/2021 14:05"}</script>'}, "2021-03-12"),
    ("jsonld US", {"head": '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"3/12/2021 2:05:33 PM"}</script>', "row": "<p>March 12, 2021</p>"}, "2021-03-12"),
    ("jsonld empty published", {"head": '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"","dateModified":"2021-05-01"}</script>', "row": "<p>March 12, 2021</p>"}, "2021-03-12"),
    ("jsonld only modified", {"head": '<script type="application/ld+json">{"@type":"NewsArticle","dateModified":"2021-05-01"}</script>'}, "2021-05-01"),
    ("og updated only", {"head": "<meta property='og:updated_time' content='2021-05-01T10:00:00Z'>"}, "2021-05-01"),
    ("modified meta + row", {"head": "<meta property='article:modified_time' content='2021-05-01T10:00:00Z'>", "row": "<p>March 12, 2021</p>"}, "2021-03-12"),
    ("lastmod + url", {"head": "<meta name='last-modified' content='2021-05-01T10:00:00Z'>", "url": "https://x.test/2021/03/12/quay"}, "2021-03-12"),
    ("time modified + url", {"row": "<p>Updated <time datetime='2021-05-01T10:00:00Z'>May 1, 2021</time></p>", "url": "https://x.test/2021/03/12/quay"}, "2021-03-12"),
    ("gdpr date", {"above": "<div id=cookie>We updated our policy on 25 May 2018</div>", "row": "<p>March 12, 2021</p>"}, "2021-03-12"),
    ("gdpr only", {"end": "<div id=cookie class=consent>Privacy policy updated on 25 May 2018</div>"}, None),
    ("app store", {"end": "<div>Last updated 5 minutes ago</div>"}, None),
    ("two dates pub/upd words", {"row": "<p>Published 12 Mar 2021 | Modified 20 Mar 2021</p>"}, "2021-03-12"),
    ("upd in parens", {"row": "<p>12 Mar 2021 (Updated 20 Mar 2021)</p>"}, "2021-03-12"),
    ("en dash upd", {"row": "<p>12 Mar 2021 – Updated: 20 Mar 2021</p>"}, "2021-03-12"),
    ("newline upd", {"row": "<p>12 Mar 2021<br>Updated 20 Mar 2021</p>"}, "2021-03-12"),
    ("li upd", {"row": "<ul><li>Updated: Mar 20, 2021</li><li>Published: Mar 12, 2021</li></ul>"}, "2021-03-12"),
    ("dl", {"row": "<dl><dt>Published</dt><dd>12 March 2021</dd><dt>Updated</dt><dd>20 March 2021</dd></dl>"}, "2021-03-12"),
    ("table label", {"row": "<table><tr><td>Published</td><td>12 March 2021</td></tr><tr><td>Last modified</td><td>20 March 2021</td></tr></table>"}, "2021-03-12"),
    ("span labels", {"row": "<span>Published:</span> <span>12 March 2021</span> <span>Updated:</span> <span>20 March 2021</span>"}, "2021-03-12"),
    ("div labels split", {"row": "<div>Updated</div><div>20 March 2021</div><div>Published</div><div>12 March 2021</div>"}, "2021-03-12"),
    ("label after", {"row": "<div>12 March 2021 (published)</div>"}, "2021-03-12"),
    ("relative+title attr", {"row": "<span class='timestamp' title='Friday, March 12, 2021 at 2:05 PM'>2 years ago</span>"}, "2021-03-12"),
    ("abbr timeago", {"row": "<abbr class='timeago' title='2021-03-12T14:05:00Z'>2 years ago</abbr>"}, "2021-03-12"),
    ("dc.date dmy", {"head": "<meta name='DC.date' content='12.03.2021'>"}, "2021-03-12"),
    ("date two formats", {"head": "<meta name='date' content='Fri, 12 Mar 2021 14:05:00 +0100'>"}, "2021-03-12"),
    ("date with label", {"head": "<meta name='date' content='Published: March 12, 2021'>"}, "2021-03-12"),
    ("pubdate compact", {"head": "<meta name='pubdate' content='20210312'>"}, "2021-03-12"),
    ("pubdate compact time", {"head": "<meta name='pubdate' content='20210312T140500'>"}, "2021-03-12"),
    ("ptime short", {"head": "<meta name='ptime' content='202103121405'>"}, "2021-03-12"),
    ("hcard bday", {"row": "<span class=bday>1985-03-12</span>"}, None),
    ("jalali with gregorian", {"row": "<div>جمعه ۲۲ اسفند ۱۳۹۹ | Friday 12 March 2021</div>", "lang": "fa"}, "2021-03-12"),
    ("hijri first", {"row": "<div>الجمعة 28 رجب 1442 - 12 مارس 2021</div>", "lang": "ar"}, "2021-03-12"),
    ("bengali calendars", {"row": "<div>১২ মার্চ ২০২১, ২৭ ফাল্গুন ১৪২৭</div>", "lang": "bn"}, "2021-03-12"),
    ("thai year time", {"row": "<div>12 มีนาคม 2564 | 14:05 น.</div>", "lang": "th"}, "2021-03-12"),
    ("th dmy slash", {"row": "<div>12/3/2564 14:05</div>", "lang": "th"}, "2021-03-12"),
    ("nepali both", {"row": "<div>२८ फागुन २०७७, 12 March 2021</div>", "lang": "ne"}, "2021-03-12"),
    ("hebrew", {"row": "<div>כ'ח אדר תשפ'א, 12.03.2021</div>", "lang": "he"}, "2021-03-12"),
    ("sq", {"row": "<div>12 Mars 2021, 14:05</div>", "lang": "sq"}, "2021-03-12"),
    ("mk", {"row": "<div>12 март 2021 - 14:05</div>", "lang": "mk"}, "2021-03-12"),
    ("ka", {"row": "<div>12 მარტი 2021</div>", "lang": "ka"}, "2021-03-12"),
    ("hy", {"row": "<div>12 մարտի 2021</div>", "lang": "hy"}, "2021-03-12"),
    ("az", {"row": "<div>12 mart 2021, 14:05</div>", "lang": "az"}, "2021-03-12"),
    ("kk", {"row": "<div>12 наурыз 2021</div>", "lang": "kk"}, "2021-03-12"),
    ("uz", {"row": "<div>12 mart 2021</div>", "lang": "uz"}, "2021-03-12"),
    ("sw", {"row": "<div>12 Machi 2021</div>", "lang": "sw"}, "2021-03-12"),
    ("ms", {"row": "<div>12 Mac 2021</div>", "lang": "ms"}, "2021-03-12"),
    ("tl", {"row": "<div>Marso 12, 2021</div>", "lang": "tl"}, "2021-03-12"),
    ("km", {"row": "<div>12 មីនា 2021</div>", "lang": "km"}, "2021-03-12"),
    ("my", {"row": "<div>12 မတ် 2021</div>", "lang": "my"}, "2021-03-12"),
    ("lo", {"row": "<div>12/03/2021</div>", "lang": "lo"}, "2021-03-12"),
    ("mn", {"row": "<div>2021-03-12 14:05</div>", "lang": "mn"}, "2021-03-12"),
    ("eu", {"row": "<div>2021eko martxoaren 12a</div>", "lang": "eu"}, "2021-03-12"),
    ("gl", {"row": "<div>12 de marzo de 2021</div>", "lang": "gl"}, "2021-03-12"),
    ("cy", {"row": "<div>12 Mawrth 2021</div>", "lang": "cy"}, "2021-03-12"),
    ("ga", {"row": "<div>12 Márta 2021</div>", "lang": "ga"}, "2021-03-12"),
    ("lb", {"row": "<div>12. Mäerz 2021</div>", "lang": "lb"}, "2021-03-12"),
    ("is", {"row": "<div>12. mars 2021 kl. 14:05</div>", "lang": "is"}, "2021-03-12"),
    ("mt", {"row": "<div>12 ta’ Marzu, 2021</div>", "lang": "mt"}, "2021-03-12"),
    ("af", {"row": "<div>12 Maart 2021</div>", "lang": "af"}, "2021-03-12"),
]
# fmt: on


def day_of(
    *, head: str = "", row: str = "", above: str = "", end: str = "", first: str = "",
    lang: str = "en", h1: str = HEAD, url: str = URL,
) -> str | None:  # fmt: skip
    page = (
        f"<!doctype html><html lang={lang}><head><meta charset=utf-8><title>{HEAD}"
        f"</title>{head}</head><body>{above}<div id=main><h1>{h1}</h1>{row}"
        f"<div class=body>{first}{PROSE}</div></div>{end}</body></html>"
    )
    try:
        article = read_article(page, url)
    except NotAnArticle as none:
        return none.published
    return article.date_published or article.date_modified


@pytest.mark.parametrize(
    ("parts", "day"),
    [pytest.param(parts, day, id=name) for name, parts, day in PAGES],
)
def test_the_day_is_found(parts: dict[str, str], day: str | None) -> None:
    found = day_of(**parts)
    assert (found or "")[: len(day or "x")] == (day or "")


@pytest.mark.parametrize(
    "row",
    [
        "<a data-publish-date=1615557933 href=/n/8>Boats at the other pier are painted</a>",
        "<span data-expires=2021-03-12></span>",
        "<span data-modified-date=2021-03-12></span>",
        "<div class=countdown data-end-date=2031-03-12></div>",
        "<video data-date=2021-03-12></video>",
        "<span data-article-date=61></span>",
    ],
)
def test_attributes_of_something_else_are_left(row: str) -> None:
    assert day_of(row=row) is None


@pytest.mark.parametrize(
    "name",
    [
        "article:expiration_time",
        "unavailable_after",
        "event:start_time",
        "build-date",
        "publisher",
        "copyright-date",
        "birth_date",
    ],
)
def test_tags_of_something_else_are_left(name: str) -> None:
    assert day_of(head=f'<meta name="{name}" content="2021-03-12">') is None


def test_of_the_objects_in_a_state_that_with_the_title_is_the_articles() -> None:
    others = ",".join(
        f'{{"title":"Boats at pier {n}","publishedAt":"2019-01-0{n}T10:00:00Z"}}'
        for n in range(1, 9)
    )
    own = f'{{"headline":"{HEAD}","publishedAt":{{"iso":"2021-03-12T14:05:00Z"}},"createdAt":"2021-03-01"}}'
    state = f'<script>window.__STATE__={{"list":[{others}],"story":{own}}}</script>'
    assert day_of(end=state) == "2021-03-12T14:05:00+00:00"
    assert day_of(end=state.replace(HEAD, "Boats at pier 9 and the painters")) is None


@pytest.mark.parametrize(
    ("parts", "day"),
    [
        ({"first": "<p>NEWPORT, Ore., March 12, 2021 /QuayWire/ -- The quay was dredged in winter, the board of the harbour said.</p>"}, "2021-03-12"),
        ({"first": "<p>NEWPORT, Oregon\u2014March 12, 2021\u2014The quay was dredged in winter, the board of the harbour said.</p>"}, "2021-03-12"),
        ({"first": "<p>NEWPORT (Quay News), 12 March 2021 - The quay was dredged in winter, the board of the harbour said.</p>"}, "2021-03-12"),
        ({"first": "<p>The board of the harbour met on March 12, 2021 - a Friday - and said that the quay had been dredged.</p>"}, None),
        ({"first": "<p>The board of the harbour met on 12 March 2021 and said that the quay had been dredged in winter.</p>"}, None),
        # An address may be known from the page alone.
        ({"head": "<link rel=canonical href=https://x.test/2021/03/12/quay>", "url": ""}, "2021-03-12"),
        ({"url": "https://x.test/2021/WORLD/africa/03/12/quay.ap/index.html"}, "2021-03-12"),
        # A page that is mended for ever tells its last change.
        ({"end": "<div>This page was last modified on 12 March 2021 at 14:31.</div>"}, "2021-03-12T14:31"),
        ({"end": "<li>Diese Seite wurde zuletzt am 12. März 2021 um 14:31 Uhr geändert.</li>"}, "2021-03-12T14:31"),
        ({"row": "<p>Stand: 12.03.2021, 10:00 Uhr</p>"}, "2021-03-12T10:00"),
        # What is told elsewhere is not younger than the last change shown.
        ({"row": "<p>Updated Mar 12, 2021 1:59 AM ET</p>", "end": "<p>Posted: Apr 15, 2021 A film on boats</p>"}, "2021-03-12T01:59"),
        # JSON-LD on the page is believed rather than a row with more words than a date.
        ({"head": '<script type="application/ld+json">{"@type":"WebPage","datePublished":"2021-03-12T14:41:17+00:00"}</script>', "row": "<p>Exhibition in the old harbour hall of Newport 9-23 Feb 2017</p>"}, "2021-03-12T14:41"),
        ({"head": '<script type="application/ld+json">{"@type":"WebPage","datePublished":"2021-03-10T14:41:17+00:00"}</script>', "row": "<p>12 March 2021</p>"}, "2021-03-12"),
        # A row later than the day of the address is of the article, an earlier one not.
        ({"url": "https://x.test/news/20210310-quay", "row": "<p>March 12, 2021</p>"}, "2021-03-12"),
        ({"url": "https://x.test/news/20210312-quay", "row": "<p>March 10, 2021</p>"}, "2021-03-12"),
        ({"url": "https://x.test/news/20210312-quay", "row": "<p>3/12/2021</p>"}, "2021-03-12"),
        ({"url": "https://x.test/news/20210312-quay", "row": "<p>Concert in the harbour hall of Newport on March 20, 2021</p>"}, "2021-03-12"),
    ],
)  # fmt: skip
def test_what_tells_the_day_in_the_last_resort(
    parts: dict[str, str], day: str | None
) -> None:
    found = day_of(**parts)
    assert (found or "")[: len(day or "x")] == (day or "")

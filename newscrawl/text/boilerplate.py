"""Lines that stand among an article's paragraphs and are not its own."""

from __future__ import annotations

import re

_LONGEST = 400  # a longer paragraph is text; only disclaimers may be longer

_LINES: tuple[tuple[str, str], ...] = (
    (
        "also_read",
        r"\W{0,5}(?:also|must|read|further|more|see also|watch|listen|don'?t miss|recommended|related)\b"
        r"(?:\s(?:also|read|more|this|on this|watch|see|coverage|story|stories|news|articles?|links?|:))*\s?[|:：–—-]\s?\S.*",
    ),
    ("also_read", r"\W{0,4}(?:also\s+(?:read|see|watch)|read\s+(?:also|more|next|full)|(?:यह|ये) भी पढ़ें|(?:ইহাও|আরও) পড়ুন|इसे भी पढ़ें|lesen sie auch|mehr zum thema|lea también|lire aussi|à lire aussi|leia (?:também|mais)|leggi anche|baca juga|czytaj (?:też|także)|читайте также|también te puede interesar).*"),
    ("prompt", r"\W*(?:open in(?: the)? app|download (?:the|our) .{0,60}app.*|get (?:the|our) .{0,40}app.*|install .{0,40} app.*|view in app)\W*"),
    ("share", r"\W*(?:share(?: (?:this|on|via|article|story)\b.{0,60})?|tweet|facebook|twitter|whatsapp|linkedin|telegram|email|print|copy link|teilen|compartir|partager|pin it|reddit|follow us(?: on)?\b.{0,160}|like us on .{0,60}|join (?:us|our)\b.{0,120}(?:whatsapp|telegram|channel|group).{0,60}|click here to (?:join|follow).{0,120}|(?:save|bookmark|comments?|font size|text size|listen|play|listen to (?:this )?(?:article|story)))\W*"),
    ("newsletter", r"\W*(?:(?:sign|signing) up (?:for|to)\b.*|subscribe\b.{0,200}|get (?:the latest|our|daily|breaking)\b.{0,200}(?:inbox|newsletters?|alerts?|email).*|.{0,120}\b(?:newsletters?|in your inbox|to your inbox)\b.{0,120}|stay (?:updated|informed|tuned)\b.{0,200}|(?:catch|get) all the\b.{0,200}|for (?:all )?(?:the )?(?:latest|more|breaking) (?:news|updates|stories)\b.{0,200}|we may earn .{0,160})"),
    ("advert", r"\W*(?:advertisements?|advertising|ad|ads by .{0,30}|sponsored(?: content)?|promoted|story continues below(?: this)?(?: ad\w*)?|article continues (?:below|after).{0,60}|continue reading(?: below)?.{0,60}|anzeige|werbung|publicidad|publicité|pubblicità|publicidade|reklama|विज्ञापन|বিজ্ঞাপন|remove ads|scroll to continue.{0,30})\W*"),
    ("comments", r"\W*(?:\d+\s)?(?:comments?|leave a (?:comment|reply).{0,80}|post a comment|view comments|show comments|join the (?:conversation|discussion).{0,80}|kommentare?|comentarios?|your email address will not be published.{0,80}|comments are closed.{0,40})\W*"),
    ("cookie", r"(?:we (?:and our partners )?use cookies\b.*|this (?:site|website) uses cookies\b.*|.{0,100}accept (?:all )?cookies.{0,100}|by (?:clicking|continuing)\b.{0,200}\b(?:cookies|privacy policy|terms)\b.*|.{0,60}(?:inhalt|content) .{0,40}(?:cookies|einwilligung).{0,200})"),
    ("paywall", r"\W*(?:already (?:a|have an?) (?:subscriber|account|member).{0,120}|(?:to|please) (?:continue|keep) reading\b.{0,160}|this (?:article|story|content) is (?:only |exclusively )?(?:for|available to|reserved for) .{0,40}(?:subscribers|members).{0,120}|.{0,60}subscribers? only.{0,60}|(?:log|sign) in(?: to .{0,80})?|create (?:a|an|your) (?:free )?account.{0,100}|you have .{0,30}free articles?.{0,80}|unlock (?:this|full).{0,120}|want to read more\?.{0,80})\W*"),
    ("copyright", r"(?:\W*(?:©|\(c\)|copyright\b).{0,300}|.{0,60}all rights reserved.{0,120}|.{0,120}may not be (?:published|reproduced|republished),?.{0,160}|\W*(?:alle rechte vorbehalten|todos los derechos reservados|tous droits réservés).{0,80})"),
    ("published_line", r"\W*(?:(?:first |last |originally )?(?:published|updated|posted|modified)(?: on| at| by)?\s?[:：-]?\s.{0,20}\d{1,4}.{0,60}|\d{1,2} min(?:ute)?s? read|reading time.{0,20}|published in .{0,60})\W*"),
    ("caption", r"\W*(?:(?:photo|image|picture|file|representational|representative|video|foto|bild|photos?|credits?)(?: (?:image|photo|picture|credit|courtesy|by|source|file)){0,2}\s?[:：|(/©-].{0,160}|(?:representational|representative|file) (?:image|photo|picture)|getty images.{0,40}|image source.{0,80})\W*"),
    ("tags", r"\W*(?:tags?|topics?|keywords?|filed under|more on|themen|schlagworte|temas|etiquetas|mots-clés)\s?[:：].{0,300}"),
    ("navigation", r"\W*(?:home|back to top|top|next|previous|next (?:article|story|post)|previous (?:article|story|post)|view all|see all|load more|show more|read more|read full.{0,40}|more|skip to .{0,40}|close|menu|search|full screen|1/\d+|watch live|click here.{0,60}|explore more.{0,60})\W*"),
    ("correction_prompt", r"\W*(?:(?:see|spotted|found|report) (?:an?|any) (?:error|mistake|typo).{0,160}|.{0,60}(?:feedback|suggestions?|tips?|letters?|corrections?)\b.{0,60}\S@\S.{0,60})"),
    ("author_box", r"\W*(?:about the author.{0,40}|(?:follow|contact|reach|email)\b.{0,60}(?:@\w+|\bat\b.{0,60}@).{0,80}|.{0,60}can be (?:reached|contacted) (?:at|on|via).{0,120}|(?:he|she|they) (?:tweets?|can be followed).{0,100})"),
)  # fmt: skip
_COMPILED = [(reason, re.compile(rf"(?:{pattern})\Z", re.I | re.S)) for reason, pattern in _LINES]

_RELATED = re.compile(
    r"\W*(?:(?:\w+\s){0,2}(?:related|realted|releated|recommended|similar|trending|popular|latest)\s?"
    r"(?:stories|story|news|articles?|posts?|topics?|reads?|coverage|content|links?|videos?|now|searches|updates|headlines|storeis)?"
    r"|(?:more|other|top|latest|featured|must) (?:from|on|in|about|by|stories|news|headlines|reads?|articles|like this|coverage|posts)\b.{0,50}"
    r"|(?:you )?(?:may|might) (?:also |be )?(?:like|interested).{0,30}|(?:also|read|don'?t|people also) (?:read|more|next|miss|in news)|most (?:read|popular|viewed|shared|commented|recent)(?: \w+){0,2}"
    r"|(?:editor'?s?|our) (?:picks?|choice)|what to read next|up next|read next|around the web|from (?:the|around the) (?:web|network)|we recommend|in case you missed it|next story|sponsored(?: links| content| stories)?|trending(?: now)?"
    r"|(?:lesen sie (?:auch|mehr)|mehr zum thema|weitere (?:artikel|nachrichten|themen)\b.{0,30}|das könnte sie auch interessieren|auch interessant|meistgelesen\w*|noticias relacionadas|te puede interesar|más (?:noticias|leídas)|articles? (?:liés|similaires)|sur le même (?:sujet|thème)|à lire aussi|leia (?:também|mais)|articoli correlati|leggi anche|baca juga|berita terkait|संबंधित (?:खबरें|समाचार)|और पढ़ें|अन्य ख़?बरें|関連記事|相关新闻|관련기사))\W*\Z",
    re.I,
)  # fmt: skip
_CLOSERS = re.compile(
    r"\W*(?:comments?|leave a (?:comment|reply)|post a comment|about the author|share this.{0,30}|kommentare?|comentarios|tags)\W*\Z",
    re.I,
)
_PAYWALL = re.compile(
    r"subscribers?.only|to continue reading|continue reading with|subscribe (?:now )?to (?:read|continue|unlock)"
    r"|this (?:article|story|content) is (?:for|reserved|available only)|already a subscriber|exclusive to subscribers|unlock this (?:article|story)"
    r"|jetzt weiterlesen|réservé aux abonnés|contenido exclusivo para suscriptores|premium (?:article|story|content)",
    re.I,
)


def line_reason(text: str) -> str | None:
    """Why a short line is not the article's own, or ``None``.

    >>> line_reason("Also Read: Rain stops play in Leeds"), line_reason("Open in App")
    ('also_read', 'prompt')
    >>> line_reason("More than 40 people were hurt.") is None
    True
    """
    if len(text) > _LONGEST:
        return None
    for reason, pattern in _COMPILED:
        if pattern.match(text):
            return reason
    return None


def opens_related(text: str) -> bool:
    """Whether a line is a heading over other stories, misspelt ones too.

    >>> opens_related("International Realted Stories"), opens_related("Related party deal")
    (True, False)
    """
    return len(text) < 80 and _RELATED.match(text) is not None


def closes_article(text: str) -> bool:
    """Whether a line opens the comments or another part that ends the text."""
    return len(text) < 60 and _CLOSERS.match(text) is not None


def shows_paywall(text: str) -> bool:
    """Whether a line says that the rest is for subscribers.

    >>> shows_paywall("Already a subscriber? Log in")
    True
    """
    return len(text) < 600 and _PAYWALL.search(text) is not None

"""Lines that stand among an article's paragraphs and are not its own."""

from __future__ import annotations

import re

from newscrawl.text.caseless import Caseless
from newscrawl.text.wordsearch import AnyWord

_LONGEST = 400  # a longer paragraph is text; only disclaimers may be longer

# The reason; what a line must show for the form to be tried, one of the words that it
# may begin with (0 is a number) or one of the signs it must hold; the form.
_LINES: tuple[tuple[str, str, str, str], ...] = (
    (
        "also_read",
        "also must read further more see watch listen don recommended related",
        "",
        r"\W{0,5}(?:also|must|read|further|more|see also|watch|listen"
        r"|don'?t miss|recommended|related)\b"
        r"(?:\s(?:also|read|more|this|on this|watch|see|coverage|story"
        r"|stories|news|articles?|links?|:))*\s?[|:：–—-]\s?\S.*",
    ),
    (
        "also_read",
        (
            "also read यह ये ইহাও আরও इसे lesen mehr lea lire à leia leggi baca czytaj"
            " читайте también le te les veja zobacz zum vea ver mira voir vedi guarda"
            " zie lees läs se przeczytaj das"
        ),
        "",
        r"\W{0,4}(?:also\s+(?:read|see|watch)|read\s+(?:also|more|next"
        r"|full)|(?:यह|ये) भी पढ़ें|(?:ইহাও|আরও) পড়ুন|इसे भी पढ़ें"
        r"|lesen sie auch|mehr zum thema|lea también|lire aussi|à lire"
        r" aussi|leia (?:também|mais)|leggi anche|baca juga|czytaj"
        r" (?:też|także)|читайте также|también te puede interesar"
        r"|(?:le|te|les) puede interesar|ve(?:ja|a) també[mn]|(?:ver|mira) también"
        r"|(?:zobacz|przeczytaj) (?:też|także|również)|zum weiterlesen\b|voir aussi"
        r"|(?:vedi|guarda) anche|(?:zie|lees) ook|läs (?:också|även)|(?:les|se) også"
        r"|das (?:thema )?könnte (?:sie|dich|euch) (?:auch )?interessieren).*",
    ),
    (
        "prompt",
        "open download get install view",
        "",
        r"\W*(?:open in(?: the)? app|download (?:the|our) .{0,60}app.*"
        r"|get (?:the|our) .{0,40}app.*|install .{0,40} app.*|view in"
        r" app)\W*",
    ),
    (
        "prompt",
        "",
        "click here|register now|subscribe now|download now|shop now",
        r".{0,160}\b(?:click here|register now|subscribe now|download now|shop"
        r" now)\W*",
    ),
    (
        "share",
        (
            "share tweet facebook twitter whatsapp linkedin telegram email print copy"
            " teilen compartir partager pin reddit follow like join click save bookmark"
            " comment font text listen play escucha"
        ),
        "",
        r"\W*(?:share(?: (?:this|on|via|article|story)\b.{0,60})?|tweet"
        r"|facebook|twitter|whatsapp|linkedin|telegram|email|print|copy"
        r" link|teilen|compartir|partager|pin it|reddit|follow us(?:"
        r" on)?\b.{0,160}|like us on .{0,60}|join (?:us"
        r"|our)\b.{0,120}(?:whatsapp|telegram|channel|group).{0,60}"
        r"|click here to (?:join|follow).{0,120}|(?:save|bookmark"
        r"|comments?|font size|text size|listen|play|listen to (?:this"
        r" )?(?:article|story)|escucha esta (?:nota|noticia).{0,40}))\W*",
    ),
    (
        "newsletter",
        "sign subscribe get stay catch for we",
        "newsletter|inbox",
        r"\W*(?:(?:sign|signing) up (?:for|to)\b.*|subscribe\b.{0,200}"
        r"|get (?:the latest|our|daily|breaking)\b.{0,200}(?:inbox"
        r"|newsletters?|alerts?|email).*|.{0,120}\b(?:newsletters?|in"
        r" your inbox|to your inbox)\b.{0,120}|stay (?:updated|informed"
        r"|tuned)\b.{0,200}|(?:catch|get) all the\b.{0,200}|for (?:all"
        r" )?(?:the )?(?:latest|more|breaking) (?:news|updates"
        r"|stories)\b.{0,200}|we may earn .{0,160})",
    ),
    (
        "advert",
        (
            "advert ad sponsored promoted story article continue anzeige werbung"
            " publicidad reklama विज्ञापन বিজ্ঞাপন remove scroll"
        ),
        "",
        r"\W*(?:advertisements?"
        r"(?:\W{1,3}(?:page|story|article|text)?\s?continues? .{0,30})?"
        r"|advertising|ad|ads by .{0,30}"
        r"|sponsored(?: content)?|promoted|story continues below(?:"
        r" this)?(?: ad\w*)?|article continues (?:below|after).{0,60}"
        r"|continue reading(?: below)?.{0,60}|anzeige|werbung|publicidad"
        r"|publicité|pubblicità|publicidade|reklama|विज्ञापन|বিজ্ঞাপন"
        r"|remove ads|scroll to continue.{0,30})\W*",
    ),
    (
        "comments",
        "0 comment leave post view show join kommentar comentario your",
        "",
        r"\W*(?:\d+\s)?(?:comments?|leave a (?:comment|reply).{0,80}"
        r"|post a comment|view comments|show comments|join the"
        r" (?:conversation|discussion).{0,80}|kommentare?|comentarios?"
        r"|your email address will not be published.{0,80}|comments are"
        r" closed.{0,40})\W*",
    ),
    (
        "cookie",
        "by",
        "cookies|einwilligung",
        r"(?:we (?:and our partners )?use cookies\b.*|this (?:site"
        r"|website) uses cookies\b.*|.{0,100}accept (?:all"
        r" )?cookies.{0,100}|by (?:clicking"
        r"|continuing)\b.{0,200}\b(?:cookies|privacy policy|terms)\b.*"
        r"|.{0,60}(?:inhalt|content) .{0,40}(?:cookies"
        r"|einwilligung).{0,200})",
    ),
    (
        "paywall",
        "already to please this log sign create you unlock want",
        "subscriber",
        r"\W*(?:already (?:a|have an?) (?:subscriber|account"
        r"|member).{0,120}|(?:to|please) (?:continue|keep)"
        r" reading\b.{0,160}|this (?:article|story|content) is (?:only "
        r"|exclusively )?(?:for|available to|reserved for)"
        r" .{0,40}(?:subscribers|members).{0,120}|.{0,60}subscribers?"
        r" only.{0,60}|(?:log|sign) in(?: to .{0,80})?|create (?:a|an"
        r"|your) (?:free )?account.{0,100}|you have .{0,30}free"
        r" articles?.{0,80}|unlock (?:this|full).{0,120}|want to read"
        r" more\?.{0,80})\W*",
    ),
    (
        "copyright",
        "copyright alle todos tous",
        "©|(c)|rights reserved|may not be",
        r"(?:\W*(?:©|\(c\)|copyright\b).{0,300}|.{0,60}all rights"
        r" reserved.{0,120}|.{0,120}may not be (?:published|reproduced"
        r"|republished),?.{0,160}|\W*(?:alle rechte vorbehalten|todos"
        r" los derechos reservados|tous droits réservés).{0,80})",
    ),
    (
        "published_line",
        (
            "0 first last originally published updated posted modified estimated"
            " reading tempo tiempo temps lesezeit leestijd czas время"
        ),
        "",
        r"\W*(?:(?:first |last |originally )?(?:published|updated|posted"
        r"|modified)(?: on| at| by)?\s?[:：-]?\s.{0,20}\d{1,4}.{0,60}"
        r"|\d{1,2} min(?:ute)?s? read\b.{0,90}"
        r"|(?:(?:estimated )?reading time|tempo de leitura|tiempo de lectura"
        r"|temps de lecture|tempo di lettura|lese(?:zeit|dauer)|leestijd"
        r"|czas czytania|время чтения)\b.{0,40}|published in"
        r" .{0,60})\W*",
    ),
    (
        "caption",
        "photo image picture file representational video foto bild credit getty"
        " titelbild beitragsbild symbolbild archiv imagen",
        "",
        r"\W*(?:(?:photo|image|picture|file|representational"
        r"|representative|video|foto|bild|photos?|credits?|image illustrative"
        r"|(?:titel|beitrags|symbol|archiv)(?:bild|foto))(?: (?:image"
        r"|photo|picture|credit|courtesy|by|source|file)){0,2}\s?[:："
        r"|(/©-].{0,160}|image illustrative|imagen ilustrativa"
        r"|(?:symbol|archiv)(?:bild|foto)"
        r"|(?:representational|representative|file)"
        r" (?:image|photo|picture)|getty images.{0,40}|image"
        r" source.{0,80})\W*",
    ),
    (
        "tags",
        "tag topic keyword filed more themen schlagworte temas etiquetas mots",
        "",
        r"\W*(?:tags?|topics?|keywords?|filed under|more on|themen"
        r"|schlagworte|temas|etiquetas|mots-clés)\s?[:：].{0,300}",
    ),
    (
        "navigation",
        (
            "0 you home back top next previous view see all load show read more skip"
            " close menu search full watch click explore inhalt table jump sommaire"
            " externer"
        ),
        "",
        r"\W*(?:you are here\s?[:»›>].{0,200}|home\s?[»›>/|]\s?\S.{0,200}"
        r"|home|back to top|top|next|previous|next (?:article|story"
        r"|post)|previous (?:article|story|post)|view all|see all|load"
        r" more|show more|read more|read full.{0,40}|more|skip to"
        r" .{0,40}|close|menu|search|full screen|1/\d+|watch live|click"
        r" here.{0,60}|explore more.{0,60}|inhaltsverzeichnis|table of contents"
        r"|sommaire|jump to (?:the|a|section)\b.{0,30}|externer inhalt)\W*",
    ),
    (
        "script",
        "this please enable turn your javascript waiting loading nicht",
        "",
        r"\W*(?:this slideshow requires javascript|(?:please )?(?:enable|turn on)"
        r" (?:javascript|cookies).{0,120}|your browser (?:does not|doesn't) support"
        r".{0,160}|javascript (?:is|must be) .{0,100}|waiting for your permission to"
        r" load .{0,60}|loading(?: \w+){0,3}|nicht alle bilder konnten .{0,200})\W*",
    ),
    (
        "form",
        "please thank want add when share send follow join log",
        "",
        r"\W*(?:please enter (?:a |an |your )?(?:valid )?e-?mail.{0,80}"
        r"|thank(?:s| you) for (?:registering|subscribing|signing up|reading)\b.{0,60}"
        r"|please (?:refresh|reload) (?:the|this|your) (?:page|browser)\b.{0,200}"
        r"|want to bookmark .{0,200}|add articles? to your saved list.{0,80}"
        r"|when search suggestions are available.{0,120}"
        r"|(?:share|send)(?: us)? your feedback\b.{0,80}"
        r"|follow your favou?rites\b.{0,80}"
        r"|(?:join|log in to) .{0,40} (?:for|to get) access to this content)\W*",
    ),
    (
        "correction_prompt",
        "see spotted found report",
        "@",
        r"\W*(?:(?:see|spotted|found|report) (?:an?|any) (?:error"
        r"|mistake|typo).{0,160}|.{0,60}(?:feedback|suggestions?|tips?"
        r"|letters?|corrections?)\b.{0,60}\S@\S.{0,60})",
    ),
    (
        "author_box",
        "about follow contact reach email he she they",
        "can be ",
        r"\W*(?:about the author.{0,40}|(?:follow|contact|reach"
        r"|email)\b.{0,60}(?:@\w+|\bat\b.{0,60}@).{0,80}|.{0,60}can be"
        r" (?:reached|contacted) (?:at|on|via).{0,120}|(?:he|she|they)"
        r" (?:tweets?|can be followed).{0,100})",
    ),
)
_COMPILED = [
    (reason, re.compile(rf"(?:{pattern})\Z", re.I | re.S))
    for reason, _, _, pattern in _LINES
]
_BEFORE = re.compile(r"\W*")
# Trying each form on each line would be a sixth of the time that a page takes.
_BY_START: dict[str, frozenset[int]] = {}
_BY_SIGN: list[tuple[str, int]] = []
for _at, (_, _words, _signs, _) in enumerate(_LINES):
    for _word in _words.split():
        _known = _BY_START.get(_word[:2], frozenset())
        _BY_START[_word[:2]] = _known | {_at}
    _BY_SIGN += [(_sign, _at) for _sign in _signs.split("|") if _sign]
_ANY_SIGN = AnyWord([_sign for _sign, _ in _BY_SIGN])
_RELATED = Caseless(
    r"\W*(?:(?:\w+\s){0,2}(?:related|realted|releated|recommended"
    r"|similar|trending|popular|latest)\s?"
    r"(?:stories|story|news|articles?|posts?|topics?|reads?|coverage"
    r"|content|links?|videos?|now|searches|updates|headlines"
    r"|storeis)?"
    r"|(?:other|more) (?:[\w-]+\s){0,2}top stories"
    r"|(?:more|other|top|latest|featured|must) (?:from|on|in|about"
    r"|by|stories|news|headlines|reads?|articles|like this|coverage"
    r"|posts)\b.{0,50}"
    r"|(?:you )?(?:may|might) (?:also |be )?(?:like"
    r"|interested).{0,30}|(?:also|read|don'?t|people also) (?:read"
    r"|more|next|miss|in news)|most (?:read|popular|viewed|shared"
    r"|commented|recent)(?: \w+){0,2}"
    r"|(?:editor'?s?|our) (?:picks?|choice)|what to read next|up"
    r" next|read next|around the web|from (?:the|around the) (?:web"
    r"|network)|we recommend|in case you missed it|next story"
    r"|sponsored(?: links| content| stories)?|trending(?: now)?"
    r"|(?:lesen sie (?:auch|mehr)|mehr zum thema|weitere (?:artikel"
    r"|nachrichten|themen)\b.{0,30}|das könnte sie auch"
    r" interessieren|auch interessant|meistgelesen\w*|noticias"
    r" relacionadas|te puede interesar|más (?:noticias|leídas)"
    r"|articles? (?:liés|similaires)|sur le même (?:sujet|thème)|à"
    r" lire aussi|leia (?:também|mais)|articoli correlati|leggi"
    r" anche|baca juga|berita terkait|संबंधित (?:खबरें|समाचार)|और"
    r" पढ़ें|अन्य ख़?बरें|関連記事|相关新闻|관련기사))\W*\Z",
)
_CLOSERS = re.compile(
    r"\W*(?:comments?|leave a (?:comment|reply)|post a comment|about"
    r" the author|kommentare?|comentarios"
    r"|tags|filed under|(?:related |more )?topics|tagged(?: (?:in|as|with|under))?"
    r"|in this (?:article|story)|archivado en|temas|etiquetas|themen|schlagworte"
    r"|mots-clés|argomenti|arquivado em|tópicos|टैग्स?|ট্যাগ|বিষয়)\W*\Z",
    re.I,
)
_PAYWALL = Caseless(
    r"subscribers?.only|to continue reading|continue reading with"
    r"|subscribe (?:now )?to (?:read|continue|unlock)"
    r"|this (?:article|story|content) is (?:for|reserved|available"
    r" only)|already a subscriber|exclusive to subscribers|unlock"
    r" this (?:article|story)"
    r"|jetzt weiterlesen|réservé aux abonnés|contenido exclusivo"
    r" para suscriptores|premium (?:article|story|content)",
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
    lower = text.lower()
    before = _BEFORE.match(lower)
    start = before.end() if before else 0
    first = lower[start : start + 2].strip()
    may = _BY_START.get("0" if first[:1].isdigit() else first, frozenset())
    if _ANY_SIGN.is_in(lower):
        may = may.union(at for sign, at in _BY_SIGN if sign in lower)
    for at in sorted(may):
        reason, pattern = _COMPILED[at]
        if pattern.match(text):
            return reason
    return None


def opens_related(text: str) -> bool:
    """Whether a line is a heading over other stories, misspelt ones too.

    >>> opens_related("World Realted Stories"), opens_related("Related party deal")
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

"""Tells by its words what stands in an article's place: notices, gates, menus."""

from __future__ import annotations

import re

from newscrawl.text.caseless import Caseless

_MOST = 4_000  # characters of a text that are looked at
_MISSING = Caseless(
    r"^\W*(?:http |error:? )*404\b(?=\W*(?:error|not found|page|file|[|–-]|$))"
    r"|\berror:? 404\b|\b404 (?:error|not found)\b"
    r"|(?:page|article|story|content|file)\W.{0,30}(?:not"
    r" (?:be )?found|no longer|does(?: not|n't) exist|unavailable)"
    r"|^not found|nothing (?:was )?found|^[\w-]+(?:\.[\w-]+)+ is for sale"
    r"|seite (?:wurde )?nicht gefunden|page introuvable|página no encontrada"
    r"|página não encontrada|pagina non trovata|pagina niet gevonden"
    r"|पृष्ठ नहीं मिला|पेज नहीं मिला|पृष्ठ सापडले नाही|পাতাটি পাওয়া যায়নি|பக்கம் கிடைக்கவில்லை"
    r"|పేజీ కనుగొనబడలేదు|صفحہ نہیں ملا|الصفحة غير موجودة|页面不存在|找不到(?:该)?页面"
    r"|頁面不存在|ページが見つかりません",
)
_GATE = Caseless(
    r"^(?:log ?in|sign ?in|sign up|register|create (?:an )?account"
    r"|subscribe)\b.{0,60}$|before you continue|your (?:privacy"
    r"|consent)|privacy (?:settings|notice)|cookie (?:consent"
    r"|settings|policy)|access denied|are you (?:a )?(?:robot|human)"
    r"|just a moment|attention required|captcha|verify you are"
    r"|datenschutzeinstellungen|we value your privacy|security check",
)
# Whole titles only: as words of a headline they are too common.
_DOOR = re.compile(
    r"\W*(?:(?:bitte )?(?:anmelden|einloggen|registrieren)|anmeldung|login|connexion"
    r"|(?:se connecter|connectez-vous|s['’]inscrire|créer un compte)"
    r"|(?:inicia|iniciar) sesión|registrarse|crear (?:una )?cuenta|accedi|registrati"
    r"|iniciar sessão|cadastre-se|inloggen|लॉग ?इन(?: करें| करा)?|साइन ?इन(?: करें)?"
    r"|लॉगिन(?: करें)?|লগ ?ইন(?: করুন)?|உள்நுழை(?:க|யவும்)?|లాగిన్|لاگ ان(?: کریں)?"
    r"|تسجيل الدخول|登录|登入|ログイン)\W*",
    re.I,
)
# Whole titles too: a tool that blocks, or scripts that are off.
_ASKS = re.compile(
    r"\W*(?:(?:please |kindly )?(?:disable|turn off|switch off|pause|whitelist)"
    r" (?:your |the )?ad[ -]?block(?:er|ing)?(?: .{1,40})?"
    r"|ad[ -]?block(?:er|ing)?(?: was| is| has been)? (?:detected|enabled|active)"
    r"|(?:please )?(?:enable|turn on|activate|allow) java ?scripts?(?: .{1,40})?"
    r"|java ?script (?:is )?(?:disabled|required|needed|not enabled|turned off)"
    r"|(?:bitte )?(?:adblocker|werbeblocker|javascript) (?:deaktivieren|aktivieren"
    r"|erkannt)|(?:désactivez|désactiver) votre bloqueur.{0,40}"
    r"|activez javascript.{0,40}|desactiv[ae] (?:tu|su) bloqueador.{0,40}"
    r"|(?:activa|habilita) javascript.{0,40})\W*",
    re.I,
)
# And a search: what it found, or that it found nothing.
_SOUGHT = re.compile(
    r"\W*(?:(?:search|0) results?(?: (?:for|of)\b.{0,80})?"
    r"|(?:sorry,? )?no (?:search )?results?(?: (?:were |was )?found)?"
    r"(?: (?:for|matching)\b.{0,80})?"
    r"|(?:sorry,? )?no (?:matches|articles|posts|stories) (?:were |was )?found"
    r"|you searched for\b.{0,80}|keine (?:such)?ergebnisse(?: gefunden)?"
    r"|suchergebnisse(?: für\b.{0,80})?|aucun résultat(?: trouvé)?"
    r"|résultats de (?:la )?recherche(?: pour\b.{0,80})?"
    r"|(?:sin|no hay) resultados(?: para\b.{0,80})?"
    r"|resultados de (?:la )?búsqueda(?: para\b.{0,80})?)\W*",
    re.I,
)
_SHUT = Caseless(
    r"^\W*(?:http |error:? )*50[0-4]\b(?=\W*(?:error|bad|gateway|service|internal|$))"
    r"|^\W*(?:(?:the |our )?service (?:is )?(?:temporarily )?unavailable|bad gateway"
    r"|gateway time-?out|internal server error)\W*$|error establishing a database"
    r"|^\W*(?:(?:the |this |our |we are |we're )?(?:site|website|server|page)?(?: is)?"
    r" ?(?:currently |temporarily )?(?:under|down for|undergoing)"
    r" (?:scheduled )?maintenance|scheduled maintenance|maintenance mode)\W*$"
    r"|\b(?:we(?:'|’)?ll|we will) be (?:right )?back (?:soon|shortly)|^\W*be right back"
    r"|^\W*(?:wartungsarbeiten|(?:site )?en maintenance|sitio en mantenimiento)\W*$",
)
_LIVE = Caseless(
    r"^\W*live\b(?: ?[:|–-]| updates?| blog)|\blive ?(?:updates|blog|ticker|coverage)\b"
    r"|\bas it happened\b|लाइव (?:अपडेट|ब्लॉग)|\ben direct\s*:|\ben vivo\s*:",
)
_CONSENT = re.compile(
    r"\b(?:cookies?|consent|partners|personal data|on (?:a|your) device|opt out"
    r"|einwilligung|personenbezogene|consentement|consentimiento)\b",
    re.I,
)
_SENTENCE = re.compile(r"[.!?:;,…।。，、؟،۔\"“”]")
_DIVIDERS = re.compile(r"\s[|•·»›/>–-]\s")
_FEWEST = 12  # words of a menu; a flash may be shorter
_CONSENTS = 4


def is_missing(title: str) -> bool:
    """Whether a title says that there is nothing under the address.

    >>> is_missing("404 - Page not found"), is_missing("Lost page found in attic")
    (True, False)
    >>> is_missing("No results found for quarry"), is_missing("No results before May")
    (True, False)
    """
    return bool(_MISSING.search(title) or _SOUGHT.fullmatch(title.strip()))


def is_gate(title: str) -> bool:
    """Whether a title asks for something first: a login, consent, scripts.

    >>> is_gate("Sign in to continue"), is_gate("लॉग इन करें"), is_gate("Gate opens")
    (True, True, False)
    >>> is_gate("Please disable your ad blocker"), is_gate("Ad blocker sales double")
    (True, False)
    """
    return bool(_GATE.search(title) or _DOOR.fullmatch(title) or _ASKS.fullmatch(title))


def is_shut(title: str) -> bool:
    """Whether a title says that the server cannot serve now.

    >>> is_shut("503 Service Unavailable"), is_shut("We'll be back soon!")
    (True, True)
    >>> is_shut("Bridge under maintenance until May")
    False
    """
    return bool(_SHUT.search(title))


def is_live(title: str) -> bool:
    """Whether a title says that its page is written as things happen.

    >>> is_live("LIVE: flood in the valley"), is_live("Budget live updates")
    (True, True)
    >>> is_live("Live music returns to the quay")
    False
    """
    return bool(_LIVE.search(title))


def asks_consent(text: str) -> bool:
    """Whether a text says again and again what consent texts say.

    >>> asks_consent("Partners store cookies on your device; your consent is asked.")
    True
    """
    return len(_CONSENT.findall(text[:_MOST])) >= _CONSENTS


def is_menu(text: str) -> bool:
    """Whether a text is a row of words or names and has no sentence.

    >>> is_menu("Home | World | Business | Sport | Weather | Opinion | Food | Travel")
    True
    >>> is_menu("Home World Business Sport Weather Opinion " * 2)
    True
    >>> is_menu("The quay reopened on Monday and a boat tied up at noon or a bit later")
    False
    """
    text = text[:_MOST]
    if _SENTENCE.search(text):
        return False
    entries = _DIVIDERS.split(text)
    count = len(text.split())
    if len(entries) > 4 and count <= 4 * len(entries):
        return True
    words = [word for word in text.split() if word[0].isalpha()]
    if len(words) < _FEWEST:
        return False
    titled = sum(word.istitle() for word in words)
    return titled > 0.85 * len(words) or 2 * len(set(words)) <= len(words)

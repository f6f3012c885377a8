"""The concepts disclaimers are made of, with their words in each language."""

from __future__ import annotations

import re

from newscrawl.text.concepts import Concept

_ANY_LETTER = r"[^\W\d_]"

# One of these, in lower case, is in every disclaimer but the shortest. Looking for them
# as plain characters costs a twentieth of asking the groups below.
ANCHORS = (
    *("agenc", "agentur", "agenz", "agên", "agences", "feed", "syndic", "wire"),
    *(
        "news service",
        "news channel",
        "newschannel",
        "newskanal",
        "ticker",
        "teletipo",
        "fil d",
        "lanci",
    ),
    *(
        "dépêche",
        "depêche",
        "dépeche",
        "depeche",
        "persbureau",
        "press rel",
        "press-rel",
        "press agenc",
        "newsvoir",
    ),
    *("एजेंस", "एजेन्स", "फीड", "फ़ीड", "सिंडिकेट", "वायर", "संस्थ", "इनपुट"),
    *("সংস্থা", "এজেন্স", "ফিড", "সিন্ডিকেট", "ইনপুট", "তথ্য", "সহায়তায়"),
    *(
        "edit",
        "review",
        "modif",
        "altered",
        "alterat",
        "altering",
        "unchanged",
        "vetted",
        "rework",
        "revis",
    ),
    *(
        "bearbeit",
        "prüf",
        "pruf",
        "änder",
        "verander",
        "geander",
        "redigier",
        "redak",
        "relu",
    ),
    *("retouch", "संपाद", "सम्पाद", "एडिट", "সম্পাদ", "बदलाव", "পরিবর্তন"),
    *("sponsor", "advert", "paid ", "promotional", "brand", "newswire", "prweb"),
    *(
        " cision",
        "(cision",
        "vmpl",
        "outreach",
        "newsfile",
        "prlog",
        "anzeige",
        "prensa",
        "presse",
    ),
    *("stampa", "imprensa", "publirep", "patrocinad", "विज्ञप्ति", "विज्ञापन", "বিজ্ঞ"),
    *("input", "contribut", "with files", "material", "involved", "responsib", "liab"),
    *(
        " ots",
        "(ots",
        "auto-",
        "auto ",
        "automat",
        "verbatim",
        "as received",
        "provided by",
    ),
    *(
        "as it came",
        "as they came",
        "off the wire",
        "automát",
        "servicio de",
        "no hand",
        "newsroom",
        "our desk",
    ),
    *("supplied", "syndik", "telle quelle", "tal cual", "cable", "stampa", "adapted"),
    *("वृत्तसंस्थ", "ज्यों का त्यों", "न्यूज सर्विस", "न्यूज़ सर्विस", "ઓટો", "ફીડ", "એજન્સી"),
    *("செய்தி நிறுவன", "முகமை", "వార్తా సంస్థ", "ఏజెన్సీ", "ಸುದ್ದಿ ಸಂಸ್ಥೆ", "വാർത്താ ഏജൻസി"),
    *("ایجنسی", "وكالة", "خبر رساں", "kantor berita", "redaksi", "overgenomen"),
    *("agencj", "serwis", "redakcj", "ленты", "агентств", "редакц", "материалам"),
    *("medewerking", "wykorzyst", "recherche", "staff", "reports", "reporting"),
)


# "this story", "dieser Text": the text speaks of itself.
SELF = Concept(
    r"\b(?:this|the above|the following)\s(?:\w+\s){0,2}?(?:story|report|article|post"
    r"|copy|content|text|piece|item|news)\b",
    r"\bthis is (?:an? )?(?:[\w-]+,?\s){0,4}?(?:story|report|article|copy|text|item)\b",
    r"\b(?:contents?|rest) of (?:this|the) (?:story|report|article|post|copy)\b",
    r"\bthe rest of the (?:content|text|copy|story|report)\b",
    r"\b(?:diese[rs]?|vorliegende[rs]?|obige[rs]?)\s(?:\w+\s)?(?:text|artikel|beitrag"
    r"|meldung|bericht|inhalt|nachricht)\b",
    r"\best[ae]\s(?:noticia|nota|art[ií]culo|contenido|texto|informaci[oó]n|cable"
    r"|not[ií]cia|artigo|conte[uú]do|mat[ée]ria|reportagem|despacho)\b",
    r"\bcet(?:te)?\s(?:article|texte|contenu|d[ée]p[êe]che|information|publication)\b",
    r"\bce\s(?:texte|contenu|papier|reportage)\b",
    r"\bquest[oa]\s(?:articolo|testo|contenuto|notizia|lancio|pezzo)\b",
    r"\b(?:dit|deze)\s(?:artikel|bericht|tekst)\b",
    r"(?:यह|इस|ये)\s(?:\S+\s){0,4}?(?:खबर|ख़बर|लेख|रिपोर्ट|पोस्ट|समाचार|स्टोरी|आलेख)",
    r"(?:এই|এ)\s?(?:প্রতিবেদন|খবর|লেখা|সংবাদ|রিপোর্ট|নিবন্ধ|পোস্ট)",
    r"(?:ಈ|ఈ|இந்த|આ|ही|या)\s(?:\S+\s)?(?:ವರದಿ|ಸುದ್ದಿ|కథనం|వార్త|செய்தி|સમાચાર|बातमी)",
    r"\bthe (?:text|story|report|article|copy|content) (?:above|is published)\b",
    r"\b(?:dies|hier) (?:ist|handelt)\b|\besta? es una?\b|\bceci est\b|\bisto é\b",
    r"\bartikel ini\b|\bberita ini\b|\bten (?:tekst|artykuł)\b",
    r"\bэт(?:от|а)\s(?:текст|материал|новость|статья)\b",
    r"இந்தச்?\s(?:செய்தி|கட்டுரை)|આ\s(?:સમાચાર|અહેવાલ)|ఈ\s(?:వార్త|కథనం)|یہ\s(?:خبر|رپورٹ)",
)
# The same with a plain article; it needs more beside it.
SELF_WEAK = Concept(
    r"\bthe\s(?:story|report|article|post|copy|content|text)\b",
    r"\b(?:der|den)\s(?:text|artikel|beitrag|inhalt)\b|\bdie\smeldung\b",
    r"\b(?:la|el|o|a)\s(?:noticia|nota|art[ií]culo|contenido|texto|not[ií]cia|artigo"
    r"|conte[uú]do)\b",
    r"\b(?:l['’]article|le\s(?:texte|contenu)|l['’]articolo|il\s(?:testo|contenuto))\b",
    r"\b(?:carried|printed|published|appears?|reproduced) here\b",
    r"\b(?:de tekst|het artikel|tekst|artykuł|текст|материал)\b",
)
LABEL = re.compile(
    r"\s*[(\[*_~]{0,3}\s*(?:disclaimer|editor['’]?s? note|note"
    r"|hinweis(?: der redaktion)?"
    r"|anmerkung(?: der redaktion)?|haftungsausschluss|aviso(?: legal)?|nota(?: de la"
    r" redacci[oó]n| da reda[cç][aã]o)?|avertissement|note de la r[ée]daction"
    r"|avvertenza|डिस्क्लेमर|अस्वीकरण|नोट|दावा त्याग|ডিসক্লেইমার|দাবিত্যাগ|বি\.?\s?দ্র)"
    r"\s*[:：.।\-–—ःঃ]",
    re.I,
)
# The house says "we"; in a sentence of news nobody does.
OURS = Concept(
    r"\b(?:our|we|us)\b",
    r"\bunsere[rnms]?\b|\bvon uns\b|\bnuestr[oa]s?\b|\bnotre\b",
    r"\bnostr[oa]\b|\bnoss[oa]\b",
    r"हमारी|हमारे|हमने|আমাদের|எங்கள்|અમારી|మా\s|ہماری|ہمارے|आमच्या",
)
# A line that begins as a credit does and has no subject: "Syndicated from …".
HEADLESS = re.compile(
    r"[(\[*_~–—-]{0,3}\s?(?:(?:auto-?|re)?(?:published|posted|generated|produced)"
    r"|syndicated|supplied|provided|sourced|unedited|(?:story|copy|text|report|article"
    r"|content|news) (?:first )?(?:provided|supplied|distributed|by|from|produced)"
    r"|(?:contenido|noticia|texto|nota|conte[uú]do|cable) (?:de|da|produ|elabor)\w*"
    r"|teletipo|d[ée]p[êe]che|(?:articolo|testo|contenuto) (?:prodott|fornit|di)\w*"
    r"|lancio|agentur(?:text|meldung|beitrag)|(?:text|meldung) (?:von|der)|aus dem"
    r"|direkt aus|(?:wire|agency|feed) (?:copy|story|report|text|item)"
    r"|only|except|barring|apart from|other than|aside from|headline"
    r"|tekst|текст|artikel ini)\b",
    re.I,
)
STAFF = Concept(
    r"\b(?:staff|editors?|editorial|newsroom|journalists?|(?:news|web|copy)\s?desk"
    r"|news department|our team|team|reporters?)\b",
    r"\b[\w.-]*redaktion\w*|\bredakteur\w*",
    r"\bredacci[oó]n\b|\beditores?\b|\bperiodistas?\b|\bequipo\b",
    r"\br[ée]daction\b|\bjournalistes?\b|\b[ée]quipes?\b",
    r"\bredazione\b|\bgiornalist[ai]\b|\breda[cç][aã]o\b|\bjornalistas?\b|\bequipe\b",
    r"टीम|संपादक|सम्पादक|संपादकीय|डेस्क|न्यूज़?रूम",
    r"সম্পাদক|সম্পাদকীয়|টিম|ডেস্ক|বার্তাকক্ষ",
    r"\b(?:redaksi|redactie|redakcj\w*|редакци\w*)\b|குழு|ટીમ|బృందం|ادار",
)
_EDIT_EN = (
    r"(?:edit(?:ed|ing|s)?|review(?:ed|ing)?|modif(?:ied|ications?|ying)|alter(?:ed"
    r"|ations?|ing)?|chang(?:ed|es?|ing)|vet(?:ted|ting)|rework(?:ed|ing)?|check(?:ed)?"
    r"|verif(?:ied|ication)|touch(?:ed)?|rewrit(?:ten|ing)|amend(?:ed|ments?)"
    r"|tamper(?:ed|ing)|intervention|revis(?:ed|ions?)|involve(?:d|ment)"
    r"|work(?:ed|ing)? on|handl(?:ed|ing)|process(?:ed)?|wr(?:ote|itten|ite)"
    r"|produc(?:ed|e)|prepared|proofread|seen by|read by|correct(?:ed|ions?)|part in)"
)
UNEDITED = Concept(
    rf"\b(?:not|never|n['’]t|without|nor|no|neither)\b[^.;]{{0,60}}?\b{_EDIT_EN}\b",
    r"\b(?:un-?(?:edited|modified|altered|reviewed|changed|vetted)|as[- ]is|as received"
    r"|verbatim|no human intervention)\b",
    r"\b(?:nicht|kein\w*|ohne|weder)\b[^.;]{0,60}?(?:bearbeit\w*|gepr[uü]ft\w*"
    r"|ver[aä]nder\w*|ge[aä]ndert|redigier\w*|[äa]nderung\w*|pr[uü]fung|[uü]berarbeit\w*"
    r"|eingriff\w*)",
    r"\bun(?:ver[aä]ndert|bearbeitet|redigiert|gepr[uü]ft)\w*",
    r"\b(?:no|sin|ni|nunca)\b[^.;]{0,60}?(?:edita\w*|edici[oó]n|modific\w*|revis\w*"
    r"|cambi\w*|alter\w*|interven\w*|retoc\w*)",
    r"\b(?:n['’](?:a|ont)|sans|pas|aucune?)\b[^.;]{0,60}?(?:modifi\w*|[ée]dit[ée]\w*"
    r"|relu\w*|retouch\w*|v[ée]rifi\w*|interven\w*|chang\w*|remani\w*|corrig\w*"
    r"|r[ée]vis\w*)",
    r"\b(?:non|senza|nessun\w*)\b[^.;]{0,60}?(?:modific\w*|rivist\w*|redatt\w*"
    r"|interven\w*|alter\w*|edita\w*|verific\w*|controll\w*|rielabora\w*)",
    r"\b(?:n[ãa]o|sem|nenhum\w*)\b[^.;]{0,60}?(?:edita\w*|edi[cç]\w*|alter\w*"
    r"|modific\w*|revis\w*|interven\w*|mudan\w*)",
    r"\b(?:niet|zonder)\b[^.;]{0,60}?(?:bewerk\w*|gewijzigd|aanpassing\w*|bewerking)",
    r"बिना\s[^।.]{0,40}?(?:बदलाव|संपादन|सम्पादन|एडिट|परिवर्तन|संशोधन|छेड़छाड़|फेरबदल)",
    r"(?:एडिटिंग|एडिट|संपादन|सम्पादन|संपादित|बदलाव|संशोधन|परिवर्तन|छेड़छाड़|फेरबदल)"
    r"[^।.]{0,30}?(?:नहीं|नही|न\s)",
    r"(?:নয়|না|নি|ছাড়া|বিনা)[^।]{0,20}(?:সম্পাদনা|পরিবর্তন)",
    r"(?:সম্পাদনা|সম্পাদিত|সম্পাদন|পরিবর্তন|পরিমার্জন|পরিমার্জনা|সংশোধন|এডিট)"
    r"[^।]{0,40}?(?:হয়নি|করেনি|করেননি|নেই|ছাড়া|ছাড়াই|না\b|নি\b)|অপরিবর্তিত|অসম্পাদিত",
    r"\b(?:had no (?:hand|part|say)|neither wr\w+ nor|did not (?:take part|participate)"
    r"|(?:took|had|takes|played) (?:no )?part|nothing here was (?:written|edited))\b",
    r"\bas (?:we|it|they)(?: was| were)? (?:received|sent|supplied|provided|filed)\b",
    r"\bas (?:it|they) (?:came|arrived|is|was)\b|\b(?:is|are) the agency[\'’]s own\b",
    r"\b(?:no|nor|neither)\b[^.;]{0,30}\b(?:took|had|played) part\b",
    r"\btelle? quelle?\b|\btal (?:cual|qual)\b|\btale e quale\b|\bwortgleich\b",
    r"ज्यों का त्यों|हूबहू|যেমন পাওয়া|হুবহু|திருத்த(?:வில்லை|ப்படவில்லை|ாமல்)",
    r"(?:ફેરફાર|સંપાદિત)[^.।]{0,20}(?:નથી|વિના)|(?:ఎడిట్|మార్పు)[^.]{0,20}(?:లేదు|లేదా)",
    r"(?:ترمیم|تبدیلی)[^۔.]{0,20}نہیں|बदल\S{0,9}[^।.]{0,20}(?:नाही|नाहीत)",
    r"संपादि\S{0,9} केले\S{0,9} नाही",
    r"\b(?:tanpa|tidak)\b[^.;]{0,40}(?:sunting|edit|ubah|perubahan)",
    r"\bbez\b[^.;]{0,30}(?:ingerencji|zmian|redakcji)|\b(?:без|не)\b[^.;]{0,30}"
    r"(?:прави\w*|редактир\w*|измен\w*|правок)|\bunverändert\b",
)
FEED = Concept(
    r"\b(?:feeds?|syndicat\w+|newswires?|wires?|(?:news |wire |press )?agenc(?:y|ies)"
    r"|news services?|wire services?|news ?channel)\b",
    r"\b\w*agentur(?:en|material|meldung\w*|text\w*|beitrag\w*)?\b|newskanal"
    r"|\bnachrichtenfeed\b|\bticker\b",
    r"\bagencias?\b|\bteletipos?\b|\bagences?\b|\bd[ée]p[êe]ches?\b",
    r"\bfil d['’](?:actu|agence|info)|\bfil de l['’]|\bservi[cç][io]o? de not[ií]cias",
    r"\bagenzi[ae]\b|\blanci[o]?\b|\bag[êe]ncias?\b|\bpersbureau\w*",
    r"एजेंसी|एजेंसियों|एजेन्सी|फीड|फ़ीड|सिंडिकेट\w*|वायर",
    r"সংবাদ সংস্থা|বার্তা সংস্থা|সংস্থার|এজেন্সি|ফিড|সিন্ডিকেট",
    r"न्यूज़? सर्विस|वृत्तसंस्थ|செய்தி நிறுவன|முகமை|એજન્સી|ફીડ|వార్తా సంస్థ|ఫీడ్",
    r"ایجنسی|وكالة|\bkantor berita\b|\b(?:agencj\w+|serwisu|persdienst)\b",
    r"\bлент[ыа]\b|\bагентств\w+\b",
)
# Words for agency copy that mean nothing else; with one of them a claim about editing
# needs no "this".
COPY = Concept(
    r"\b(?:news|wire|press|syndicated|agency) (?:agenc(?:y|ies)|feeds?|services?|wires?"
    r"|copy|cop(?:y|ies)|stor(?:y|ies)|reports?|text)\b|\bsyndicated\b|\bnewswires?\b",
    r"\bagency['’]s (?:feed|text|copy|wire|words)\b"
    r"|\b(?-i:[A-Z]{2,5}) (?:feed|wire|copy)\b",
    r"\bagentur(?:text|meldung|material|beitrag|feed)\w*|\bnachrichtenagentur\b",
    r"\bfil d['’]agence|\bd[ée]p[êe]che d['’]agence|\bagence de presse\b|\bteletipo\b",
    r"\bagencia de noticias\b|\b(?:texto|nota|noticia|contenido|cable) de agencia\b",
    r"\bagenzia di stampa\b|\b(?:lancio|testo|notizia) d['’]agenzia\b"
    r"|\bag[êe]ncia de not[ií]cias\b",
    r"(?:समाचार|न्यूज़?) एजेंसी|एजेंसी (?:की )?फीड|সংবাদ সংস্থা|বার্তা সংস্থা|वृत्तसंस्थ",
)
# What such a claim is about.
STORY = Concept(
    r"\b(?:story|report|copy|text|article|content|published|posted|generated"
    r"|sourced|imported)\b|\b(?:noticia|texto|art[ií]culo|contenido|nota|cable)\b",
    r"\b(?:text|meldung|beitrag|artikel|inhalt)\w*|\b(?:article|texte|contenu)\b",
    r"\b(?:articolo|testo|notizia|contenuto|not[ií]cia|artigo|mat[ée]ria)\b",
    r"खबर|ख़बर|रिपोर्ट|समाचार|लेख|খবর|প্রতিবেদন|সংবাদ|बातमी",
)
AUTO = Concept(
    r"\bauto[- ]?(?:generated|published|mat(?:ed|ic|ically)|imported|posted|fed"
    r"|aggregated|sourced|populated|uploaded|created)\b|\bcomputer[- ]generated\b",
    r"\b(?:published|taken|sourced|imported|reproduced|carried|posted|pulled|received)"
    r"\s(?:\w+\s)?(?:directly|straight|automatically|verbatim)\b",
    r"\b(?:directly|straight|automatically)\s(?:published|taken|sourced|imported|from"
    r"|generated|posted|produced|received|provided)\b",
    r"automati(?:sch|siert)|\bdirekt\s(?:aus|von|vom|[uü]ber)\b|\b[uü]bernommen\b",
    r"autom[aá]tica(?:mente)?|\bdirectamente\b|automatiquement|\bdirectement\b",
    r"automaticamente|\bdirettamente\b|\bdiretamente\b|\bautomatisch\b",
    r"ऑटो|सीधे|स्वतः|स्वत:|स्वचालित|अपने आप",
    r"স্বয়ংক্রিয়|সরাসরি|অটো",
    r"\b(?:straight|directly|right|fresh) (?:off|from|out of)\b|\boff the wires?\b",
    r"\botomatis\b|\bautomatycznie\b|\bавтоматически\b|\bнапрямую\b|\bovergenomen\b",
    r"நேரடியாக|તરત|સીધા|నేరుగా|براہ راست|थेट",
)
SUPPLIED = Concept(
    r"\b(?:published|sourced|received|generated|produced|provided|supplied|distributed"
    r"|reproduced|republished|appeared|carried|taken|created|licensed)\b",
    r"\b(?:ver[oö]ffentlicht|erstellt|bereitgestellt|stammt|geliefert)\b",
    r"\b(?:publicad[oa]|proporcionad[oa]|elaborad[oa]|proviene|procede|difundid[oa]"
    r"|distribuid[oa]|producid[oa]|produzid[oa]|fornecid[oa])\b",
    r"\b(?:publi[ée]e?|fournie?|produite?|diffus[ée]e?|r[ée]alis[ée]e?|issue?|reprise?"
    r"|provient)\b|\b(?:pubblicat[oa]|fornit[oa]|prodott[oa]|tratt[oa]|ripres[oa])\b",
    r"प्रकाशित|पब्लिश|ली गई|लिया गया|प्राप्त|প্রকাশিত|নেওয়া|প্রাপ্ত|গৃহীত",
    r"\b(?:comes?|came|is|syndicated|sourced) (?:straight |directly )?from\b",
    r"\bproduct of\b",
    r"\b(?:diterbitkan|opublikowan\w+|опубликован\w*|gepubliceerd|overgenomen)\b",
    r"\b(?:produzid[oa]|prodott[oa]|reprodu[zc]\w+|riprodott[oa]|reproduite?|stammt)\b",
    r"प्रसिद्ध|प्रकाशित|வெளியிட|પ્રકાશિત|ప్రచురిత|ప్రచురించ|لی گئی",
)
HEADLINE = Concept(
    r"\b(?:except|barring|apart from|other than|besides|save|only|aside from)\b"
    r"[^.;]{0,30}\b(?:headlines?|title)\b",
    r"\bheadlines?\b[^.;]{0,60}\b(?:changed|reworked|edited|tweaked|modified)",
    r"\b(?:bis auf|au(?:ß|ss)er|nur|abgesehen von)\b[^.;]{0,20}"
    r"(?:[uü]berschrift|titel)",
    r"\b(?:salvo|excepto|exceto|a excepci[oó]n|con excepci[oó]n|s[oó]lo|apenas|menos)\b"
    r"[^.;]{0,25}(?:titular|t[ií]tulo)",
    r"\b(?:[àa] l['’]exception|hormis|sauf|excepté|seul)\b[^.;]{0,20}titre",
    r"\b(?:tranne|eccetto|ad eccezione|a parte|solo)\b[^.;]{0,20}titolo",
    r"(?:सिर्फ|केवल|सिवाय|अलावा|छोड़कर|छोड़)[^।]{0,20}(?:शीर्षक|हेडलाइन|हेडिंग)"
    r"|(?:शीर्षक|हेडलाइन|हेडिंग)[^।]{0,20}(?:सिर्फ|केवल|सिवाय|अलावा|छोड़कर|को छोड़)",
    r"শিরোনাম[^।]{0,20}(?:ছাড়া|বাদে|ব্যতীত)|শুধু[^।]{0,20}শিরোনাম",
    r"\b(?:headlines?|title|picture|image)\b[^.;]{0,40}\b(?:changed|reworked|edited|ours)\b",
    r"\bheadlines? (?:apart|aside|excepted|excluded)\b",
    r"\b(?:apart|aside) from\b[^.;]{0,30}\b(?:headlines?|title)\b",
)
# Somebody speaks: a sentence of news, not of the house.
SPEECH = Concept(
    r"\b(?:said|says|told|added|sagte|sagt|erkl[aä]rte|dijo|afirm[oó]|declar[oó]"
    r"|ha detto|a d[ée]clar[ée]|a dit|disse|afirmou|court|lawsuit|alleged)\b",
    r"\bhe\b|\bshe\b|कहा कि|ने कहा|বলেছেন|বলেন",
)
EDITED = Concept(
    r"\b(?:edited|revised|updated|rewritten|modified|shortened|condensed|reworked)\s"
    r"(?:by|for|from|at)\b",
    r"\bwith (?:minor |some |light |slight )?(?:edits|editing|changes|modifications)\b",
    r"\b(?:lightly|slightly|partly) (?:edited|modified)\b",
    r"\b(?:von|durch)\b[^.;]{0,40}redaktion\b[^.;]{0,20}(?:bearbeitet|gek[uü]rzt"
    r"|[uü]berarbeitet)\b|\bredaktionell (?:bearbeitet|gek[uü]rzt)",
    r"\b(?:editad[oa]|modificad[oa]|adaptad[oa])\s(?:por|pela|pelo)\b"
    r"|\b(?:modifi[ée]|[ée]dit[ée]|adapt[ée])e?\spar\b|\bmodificato da\b",
    r"(?:संपादित|एडिट)\sकिया (?:गया )?है|সম্পাদনা করা হয়েছে",
)
PAID = Concept(
    r"\b(?:news\s?voir|pr\s?newswire|business\s?wire(?: india)?|globe\s?newswire"
    r"|prweb|ein presswire|accesswire|access newswire|media outreach|newsfile"
    r"|cision|vmpl|news\s?aktuell|ots|acn newswire|newsvoir|einpresswire|prlog)\b",
    r"\bpress[- ]releases?\b|\badvertorials?\b|\b(?:paid|sponsored|branded|promotional)"
    r"\s(?:content|post|story|article|feature|press|partnership)\b|\bbrand\s?desk\b",
    r"\bpressemitteilung\b|\banzeige\b|\bnotas? de prensa\b|\bcomunicado de prensa\b",
    r"\bcommuniqu[ée] de presse\b|\bcomunicato stampa\b|\bcomunicado de imprensa\b"
    r"|\bpublireportage\b|\bcontenido patrocinado\b|\bconte[uú]do patrocinado\b",
    r"प्रेस विज्ञप्ति|विज्ञापन सामग्री|প্রেস বিজ্ঞপ্তি|সংবাদ বিজ্ঞপ্তি|বিজ্ঞাপন",
    r"\b(?:pnn|smpl|srv media|pelikken)\b",
)
UNANSWERABLE = Concept(
    r"\b(?:not|no|nor|neither|without|disclaims?|denies)\b[^.;]{0,50}"
    r"\b(?:responsib\w+|liab\w+|endors\w+|involve\w*|guarantee\w*|vouch\w*)\b",
    r"\bnicht verantwortlich|keine (?:verantwortung|haftung)|no se hace responsable",
    r"\bn['’]est pas responsable|non (?:è|si assume) responsab|n[ãa]o se"
    r" responsabiliza",
    r"ज़?िम्मेदार\S* नहीं|জবাবদিহি|দায়ী নয়|দায় নেই",
)

"""Month names of the world's newsrooms, full and abbreviated, as numbers.

Any beginning of three letters or more also counts ("Sept", "டிச"), unless two months
of some language share it.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# One line per language, the twelve months apart by commas, their forms by "|". The
# first lines win where a short form means two months ("mar", "lis").
_TABLE = """
january|jan,february|feb|febuary,march|mar,april|apr,may,june|jun,july|jul,august|aug,september|sep|sept,october|oct,november|nov,december|dec
januar|jänner|janner|jän,februar|feber|feb,märz|maerz|mär|mrz,april,mai,juni,juli,august,september,oktober|okt,november,dezember|dez
janvier|janv,février|fevrier|févr|fév,mars,avril|avr,mai,juin,juillet|juil,août|aout,septembre|sept,octobre|oct,novembre|nov,décembre|déc
enero|ene,febrero|feb,marzo|mar,abril|abr,mayo|may,junio|jun,julio|jul,agosto|ago,septiembre|setiembre|set,octubre|oct,noviembre|nov,diciembre|dic
janeiro|jan,fevereiro|fev,março|marco|mar,abril|abr,maio|mai,junho|jun,julho|jul,agosto|ago,setembro|set,outubro|out,novembro|nov,dezembro|dez
gennaio|gen,febbraio|feb,marzo|mar,aprile|apr,maggio|mag,giugno|giu,luglio|lug,agosto|ago,settembre|set|sett,ottobre|ott,novembre|nov,dicembre|dic
gener|gen,febrer|febr,març,abril|abr,maig,juny,juliol,agost|ag,setembre|set,octubre|oct,novembre|nov,desembre|des
januari|jan,februari|feb,maart|mrt,april|apr,mei,juni|jun,juli|jul,augustus|aug,september|sep,oktober|okt,november|nov,december|dec
januari,februari,mars,april,maj,juni,juli,augusti,september,oktober|okt,november,december
januar,februar,mars|marts,april,maj|mai,juni,juli,august,september,oktober,november,desember|des
janúar,febrúar,mars,apríl,maí,júní,júlí,ágúst,september,október,nóvember,desember
tammikuu|tammikuuta,helmikuu|helmikuuta,maaliskuu|maaliskuuta,huhtikuu|huhtikuuta,toukokuu|toukokuuta,kesäkuu|kesäkuuta,heinäkuu|heinäkuuta,elokuu|elokuuta,syyskuu|syyskuuta,lokakuu|lokakuuta,marraskuu|marraskuuta,joulukuu|joulukuuta
jaanuar,veebruar,märts,aprill,mai,juuni,juuli,august,september,oktoober,november,detsember
janvāris|janvārī,februāris|februārī,marts|martā,aprīlis|aprīlī,maijs|maijā,jūnijs|jūnijā,jūlijs|jūlijā,augusts|augustā,septembris|septembrī,oktobris|oktobrī,novembris|novembrī,decembris|decembrī
sausis|sausio,vasaris|vasario,kovas|kovo,balandis|balandžio,gegužė|gegužės,birželis|birželio,liepa|liepos,rugpjūtis|rugpjūčio,rugsėjis|rugsėjo,spalis|spalio,lapkritis|lapkričio,gruodis|gruodžio
styczeń|stycznia|sty,luty|lutego|lut,marzec|marca|mar,kwiecień|kwietnia|kwi,maj|maja,czerwiec|czerwca|cze,lipiec|lipca|lip,sierpień|sierpnia|sie,wrzesień|września|wrz,październik|października|paź,listopad|listopada|lis,grudzień|grudnia|gru
leden|ledna|led,únor|února|úno,březen|března|bře,duben|dubna|dub,květen|května|kvě,červen|června,červenec|července,srpen|srpna|srp,září|zář,říjen|října|říj,listopad|listopadu,prosinec|prosince|pro
január|januára,február|februára,marec|marca,apríl|apríla,máj|mája,jún|júna,júl|júla,august|augusta,september|septembra,október|októbra,november|novembra,december|decembra
január|jan,február|febr,március|márc,április|ápr,május|máj,június|jún,július|júl,augusztus|aug,szeptember|szept,október|okt,november|nov,december|dec
siječanj|siječnja,veljača|veljače,ožujak|ožujka,travanj|travnja,svibanj|svibnja,lipanj|lipnja,srpanj|srpnja,kolovoz|kolovoza,rujan|rujna,listopada,studeni|studenoga|studenog,prosinac|prosinca
januar|januara,februar|februara,mart|marta,april|aprila,maj|maja,jun|juna|juni,jul|jula|juli,avgust|avgusta,septembar|septembra,oktobar|oktobra,novembar|novembra,decembar|decembra
јануар|јануара|јан,фебруар|фебруара|феб,март|марта,април|априла,мај|маја,јун|јуна,јул|јула,август|августа,септембар|септембра,октобар|октобра,новембар|новембра,децембар|децембра
ianuarie|ian,februarie|feb,martie,aprilie,mai,iunie|iun,iulie|iul,august,septembrie,octombrie,noiembrie|noi,decembrie
janar,shkurt,mars,prill,maj,qershor,korrik,gusht,shtator,tetor,nëntor,dhjetor
ocak|oca,şubat|subat|şub,mart,nisan|nis,mayıs,haziran|haz,temmuz|tem,ağustos|ağu,eylül|eyl,ekim|eki,kasım|kas,aralık|ara
yanvar,fevral,mart,aprel,may,iyun,iyul,avqust|avgust,sentyabr|sentabr,oktyabr,noyabr,dekabr
январь|января|янв,февраль|февраля|фев|февр,март|марта|мар,апрель|апреля|апр,май|мая,июнь|июня|июн,июль|июля|июл,август|августа|авг,сентябрь|сентября|сен|сент,октябрь|октября|окт,ноябрь|ноября|ноя|нояб,декабрь|декабря|дек
січень|січня|січ,лютий|лютого|лют,березень|березня|бер,квітень|квітня|кві,травень|травня|тра,червень|червня|чер,липень|липня|лип,серпень|серпня|сер,вересень|вересня|вер,жовтень|жовтня|жов,листопад|листопада|лис,грудень|грудня|гру
студзеня,лютага,сакавіка,красавіка,мая,чэрвеня,ліпеня,жніўня,верасня,кастрычніка,лістапада,снежня
януари|яну,февруари|фев,март,април|апр,май,юни,юли,август|авг,септември|сеп,октомври|окт,ноември|ное,декември|дек
ιανουάριος|ιανουαρίου|ιαν,φεβρουάριος|φεβρουαρίου|φεβ,μάρτιος|μαρτίου|μαρ,απρίλιος|απριλίου|απρ,μάιος|μαΐου|μαϊ,ιούνιος|ιουνίου|ιουν,ιούλιος|ιουλίου|ιουλ,αύγουστος|αυγούστου|αυγ,σεπτέμβριος|σεπτεμβρίου|σεπ,οκτώβριος|οκτωβρίου|οκτ,νοέμβριος|νοεμβρίου|νοε,δεκέμβριος|δεκεμβρίου|δεκ
januari,februari|peb,maret|mac,april,mei,juni|jun,juli|julai,agustus|ogos|agu|agt,september,oktober|okt,november|nopember|nop,desember|disember|des|dis
januari,februari,machi,aprili,mei,juni,julai,agosti,septemba,oktoba,novemba,desemba
enero,pebrero,marso,abril,mayo,hunyo,hulyo,agosto,setyembre,oktubre,nobyembre,disyembre
ינואר|בינואר,פברואר|בפברואר,מרץ|מרס|במרץ|במרס,אפריל|באפריל,מאי|במאי,יוני|ביוני,יולי|ביולי,אוגוסט|באוגוסט,ספטמבר|בספטמבר,אוקטובר|באוקטובר,נובמבר|בנובמבר,דצמבר|בדצמבר
يناير|كانون_الثاني|جانفي,فبراير|شباط|فيفري,مارس|آذار|اذار,أبريل|ابريل|إبريل|نيسان|أفريل,مايو|أيار|ايار|ماي,يونيو|يونيه|حزيران|جوان,يوليو|يوليه|تموز|جويلية,أغسطس|اغسطس|آب|أوت,سبتمبر|أيلول|ايلول,أكتوبر|اكتوبر|تشرين_الأول,نوفمبر|تشرين_الثاني,ديسمبر|كانون_الأول
ژانویه,فوریه,مارس,آوریل,مه,ژوئن,ژوئیه|جولای,اوت,سپتامبر,اکتبر,نوامبر,دسامبر
جنوری,فروری,مارچ,اپریل,مئی,جون,جولائی,اگست,ستمبر,اکتوبر,نومبر,دسمبر
जनवरी|जनबरी|जन,फरवरी|फ़रवरी|फर,मार्च,अप्रैल|अप्रेल,मई,जून,जुलाई,अगस्त|अग,सितंबर|सितम्बर|सित,अक्टूबर|अक्तूबर|अक्टू,नवंबर|नवम्बर|नव,दिसंबर|दिसम्बर|दिस
जानेवारी|जाने,फेब्रुवारी|फेब्रु,मार्च,एप्रिल,मे,जून,जुलै,ऑगस्ट,सप्टेंबर|सप्टें,ऑक्टोबर|ऑक्टो,नोव्हेंबर|नोव्हें,डिसेंबर|डिसें
जनवरी,फेब्रुअरी,मार्च,अप्रिल,मे|मई,जुन,जुलाइ,अगष्ट|अगस्ट,सेप्टेम्बर,अक्टोबर,नोभेम्बर,डिसेम्बर
जनवरीमासः,फरवरीमासः,मार्चमासः,अप्रैलमासः,मईमासः|मेमासः,जूनमासः,जुलाईमासः,अगस्तमासः,सितम्बरमासः,अक्टूबरमासः,नवम्बरमासः,दिसम्बरमासः
জানুয়ারি|জানুয়ারী|জানু,ফেব্রুয়ারি|ফেব্রুয়ারী|ফেব্রু,মার্চ,এপ্রিল|এপ্রি,মে,জুন,জুলাই,আগস্ট|অগস্ট|আগষ্ট|অগাস্ট,সেপ্টেম্বর|সেপ্টে,অক্টোবর|অক্টো,নভেম্বর|নভে,ডিসেম্বর|ডিসে
জানুৱাৰী,ফেব্ৰুৱাৰী,মাৰ্চ,এপ্ৰিল,মে’|মে,জুন,জুলাই,আগষ্ট,ছেপ্টেম্বৰ,অক্টোবৰ,নৱেম্বৰ,ডিচেম্বৰ
ଜାନୁଆରୀ|ଜାନୁୟାରୀ,ଫେବୃଆରୀ|ଫେବ୍ରୁଆରୀ|ଫେବୃୟାରୀ,ମାର୍ଚ୍ଚ|ମାର୍ଚ,ଅପ୍ରେଲ|ଏପ୍ରିଲ,ମଇ|ମେ,ଜୁନ|ଜୁନ୍,ଜୁଲାଇ,ଅଗଷ୍ଟ,ସେପ୍ଟେମ୍ବର,ଅକ୍ଟୋବର,ନଭେମ୍ବର,ଡିସେମ୍ବର
ਜਨਵਰੀ,ਫਰਵਰੀ|ਫ਼ਰਵਰੀ,ਮਾਰਚ,ਅਪ੍ਰੈਲ,ਮਈ,ਜੂਨ,ਜੁਲਾਈ,ਅਗਸਤ,ਸਤੰਬਰ,ਅਕਤੂਬਰ,ਨਵੰਬਰ,ਦਸੰਬਰ
જાન્યુઆરી|જાન્યુ,ફેબ્રુઆરી|ફેબ્રુ,માર્ચ,એપ્રિલ,મે,જૂન|જુન,જુલાઈ,ઑગસ્ટ|ઓગસ્ટ,સપ્ટેમ્બર,ઑક્ટોબર|ઓક્ટોબર,નવેમ્બર,ડિસેમ્બર
ஜனவரி|ஜன,பிப்ரவரி|பிப்,மார்ச்,ஏப்ரல்|ஏப்,மே,ஜூன்,ஜூலை,ஆகஸ்ட்|ஆகஸ்டு|ஆக,செப்டம்பர்|செப்,அக்டோபர்|அக்,நவம்பர்|நவ,டிசம்பர்|டிச
జనవరి,ఫిబ్రవరి,మార్చి,ఏప్రిల్|ఏప్రిల్,మే,జూన్,జూలై|జులై,ఆగస్టు|ఆగష్టు|ఆగస్ట్,సెప్టెంబర్|సెప్టెంబరు,అక్టోబర్|అక్టోబరు,నవంబర్|నవంబరు,డిసెంబర్|డిసెంబరు
ಜನವರಿ,ಫೆಬ್ರವರಿ|ಫೆಬ್ರುವರಿ,ಮಾರ್ಚ್,ಏಪ್ರಿಲ್,ಮೇ,ಜೂನ್,ಜುಲೈ,ಆಗಸ್ಟ್,ಸೆಪ್ಟೆಂಬರ್,ಅಕ್ಟೋಬರ್,ನವೆಂಬರ್,ಡಿಸೆಂಬರ್
ജനുവരി,ഫെബ്രുവരി,മാർച്ച്|മാര്‍ച്ച്,ഏപ്രിൽ|ഏപ്രില്‍,മേയ്|മെയ്,ജൂൺ|ജൂണ്‍,ജൂലൈ|ജൂലായ്,ഓഗസ്റ്റ്|ആഗസ്റ്റ്,സെപ്റ്റംബർ|സെപ്തംബർ|സെപ്റ്റംബര്‍,ഒക്ടോബർ|ഒക്ടോബര്‍,നവംബർ|നവംബര്‍,ഡിസംബർ|ഡിസംബര്‍
ජනවාරි,පෙබරවාරි,මාර්තු,අප්‍රේල්|අප්රේල්,මැයි,ජුනි,ජූලි,අගෝස්තු,සැප්තැම්බර්,ඔක්තෝබර්,නොවැම්බර්,දෙසැම්බර්
มกราคม|ม.ค,กุมภาพันธ์|ก.พ,มีนาคม|มี.ค,เมษายน|เม.ย,พฤษภาคม|พ.ค,มิถุนายน|มิ.ย,กรกฎาคม|ก.ค,สิงหาคม|ส.ค,กันยายน|ก.ย,ตุลาคม|ต.ค,พฤศจิกายน|พ.ย,ธันวาคม|ธ.ค
urtarrila|urtarrilaren,otsaila|otsailaren,martxoa|martxoaren,apirila|apirilaren,maiatza|maiatzaren,ekaina|ekainaren,uztaila|uztailaren,abuztua|abuztuaren,iraila|irailaren,urria|urriaren,azaroa|azaroaren,abendua|abenduaren
xaneiro,febreiro,marzo,abril,maio,xuño,xullo,agosto,setembro,outubro,novembro,decembro
tháng_một|tháng_giêng,tháng_hai,tháng_ba,tháng_tư,tháng_năm,tháng_sáu,tháng_bảy,tháng_tám,tháng_chín,tháng_mười,tháng_mười_một,tháng_mười_hai|tháng_chạp
jannar,frar,marzu,april,mejju,ġunju,lulju,awwissu,settembru,ottubru,novembru,diċembru
იანვარი|იანვარს|იან,თებერვალი|თებ,მარტი|მარ,აპრილი|აპრ,მაისი|მაი,ივნისი|ივნ,ივლისი|ივლ,აგვისტო|აგვ,სექტემბერი|სექ,ოქტომბერი|ოქტ,ნოემბერი|ნოე,დეკემბერი|დეკ
հունվար|հունվարի,փետրվար|փետրվարի,մարտ|մարտի,ապրիլ|ապրիլի,մայիս|մայիսի,հունիս|հունիսի,հուլիս|հուլիսի,օգոստոս|օգոստոսի,սեպտեմբեր|սեպտեմբերի,հոկտեմբեր|հոկտեմբերի,նոյեմբեր|նոյեմբերի,դեկտեմբեր|դեկտեմբերի
қаңтар,ақпан,наурыз,сәуір,мамыр,маусым,шілде,тамыз,қыркүйек,қазан,қараша,желтоқсан
មករា,កុម្ភៈ|កុម្ភះ,មីនា,មេសា,ឧសភា,មិថុនា,កក្កដា,សីហា,កញ្ញា,តុលា,វិច្ឆិកា,ធ្នូ
ဇန်နဝါရီ,ဖေဖော်ဝါရီ,မတ်,ဧပြီ,မေ,ဇွန်,ဇူလိုင်,ဩဂုတ်|သြဂုတ်,စက်တင်ဘာ,အောက်တိုဘာ,နိုဝင်ဘာ,ဒီဇင်ဘာ
ມັງກອນ,ກຸມພາ,ມີນາ,ເມສາ,ພຶດສະພາ,ມິຖຸນາ,ກໍລະກົດ,ສິງຫາ,ກັນຍາ,ຕຸລາ,ພະຈິກ,ທັນວາ
ionawr,chwefror,mawrth,ebrill,mai,mehefin,gorffennaf,awst,medi,hydref,tachwedd,rhagfyr
"""


def month_number(name: str) -> int | None:
    """The month, 1 to 12, that a name or abbreviation stands for, or ``None``.

    >>> month_number("Sept."), month_number("अप्रैल"), month_number("août")
    (9, 4, 8)
    >>> month_number("Monday") is None
    True
    """
    return _names().get(fold_name(name)) if len(name) <= 40 else None


def fold_name(name: str) -> str:
    """A name without case, Latin accents and dots: the form that is looked up.

    >>> fold_name("Févr.")
    'fevr'
    """
    name = name.strip().strip(".,").casefold().replace(" ", "_")
    if name.isascii():
        return name
    apart = unicodedata.normalize("NFD", name)
    bare = "".join(c for c in apart if not "\u0300" <= c <= "\u036f")
    return unicodedata.normalize("NFC", bare)


@lru_cache(maxsize=1)
def _names() -> dict[str, int]:
    exact: dict[str, int] = {}
    beginnings: dict[str, set[int]] = {}
    for line in _TABLE.strip().splitlines():
        for number, forms in enumerate(line.split(","), 1):
            for form in map(fold_name, forms.split("|")):
                exact.setdefault(form, number)
                for length in range(3, len(form)):
                    beginnings.setdefault(form[:length], set()).add(number)
    short = {name: ns.pop() for name, ns in beginnings.items() if len(ns) == 1}
    return short | exact

"""What a time is called where it is printed: that of publication or of a change.

"Published", "Güncelleme", "入力": the words of the languages that ``months`` knows.
"""

from __future__ import annotations

import re
from functools import lru_cache

from newscrawl.text.wordsearch import AnyWord

# One line per language; a form may be the beginning of a longer word.
_MODIFIED = r"""
updated|modified|edited(?!\sby)|revised|last\s?update(?!d)|update(?=\s?:)
aktualisier(?:t|ung)|letzte änderung|geändert am|(?<![^\W\d_])stand(?=\s?:)
actualizado|actualización|modificado|última modificación|actualitzat
mis à jour|mise à jour|modifié|actualisé
atualizado|atualização|aggiornat[oa]|aggiornamento|ultima modifica|modificato
bijgewerkt|laatste update|gewijzigd|geüpdatet|laatst aangepast
uppdatera[dt]|senast ändrad|oppdatert|sist endret|opdateret|senest ændret|uppfært
päivitetty|muokattu|uuendatud|muudetud|atnaujinta|atjaun[oi]ts
aktualizacj[ai]|zaktualizowan|zmodyfikowan|aktualizov[aá]n|aktualizace|aktualizované|upraveno
frissítve|frissült|módosítva|actualizat|ultima actualizare|modificat
güncelle|posodobljeno|ažurirano|izm(?:ij)?enjeno|përditësuar
обновлен|обновлён|обновление|изменен[оа]|изменён|отредактирован|оновлен|змінено|відредагован
обновен|актуализиран|ажурирано|изменето|ενημέρωση|ενημερωση|ενημερώθηκε|τροποποι
עודכן|עדכון|עידכון|تحديث|تحدیث|بروزرسانی|به[\s‌]?روز[\s‌]?رسانی|ویرایش|اپ[\s‌]?ڈیٹ
अपडेट|अद्यतन|संशोधित|আপডেট|হালনাগাদ|અપડેટ|ਅਪਡੇਟ|ਅੱਪਡੇਟ|ଅପଡେଟ|புதுப்பிக்க|அப்டேட்
అప్‌?డేట్|నవీకరించ|ಅಪ್‌?ಡೇಟ್|ನವೀಕರಿಸ|അപ്‌?ഡേറ്റ്|പുതുക്കിയ|อัปเดต|อัพเดต|อัพเดท|ปรับปรุง|แก้ไขล่าสุด
cập nhật|diperbar(?:ui|ahrui)|diperbaharui|dikemas\s?kini|diubah
更新|修正日|修改|최종수정|수정|업데이트|改訂
"""
_PUBLISHED = r"""
published|posted|created|publish(?:ed)? date|(?<![^\W\d_])date
veröffentlich(?:t|ung)|erschienen|erstellt|eingetragen
publicado|publicat|publicada|publicaci[oó]n(?=\s?[:\d])|publicação(?=\s?[:\d])
publié|publication(?=\s?[:\d])|mis en ligne|mise en ligne
pubblicat[oa]|pubblicazione(?=\s?[:\d])|gepubliceerd|publicatiedatum
publicera[dt]|publisert|publiceret|offentliggjort|julkaistu|avaldatud|paskelbta|publicēts
opublikowan|publikacj[ai](?=\s?[:\d])|data dodania|publikov[aá]n
zveřejněno|vydáno|zverejnené
megjelent|közzétéve|publikálva|yayın(?:lan|\starihi)|giriş tarihi|eklenme
objavljeno|publikuar|опубликован|публикаци[яи](?=\s?[:\d])|размещено|опубліковано
публікаці[яї](?=\s?[:\d])|публикуван|објављено|δημοσίευση|δημοσιευση|δημοσιε[υύ]
ανάρτηση|αναρτήθηκε
פורסם|פרסום|نشر|نُشر|انتشار|منتشر|شائع|اشاعت
प्रकाशित|प्रकाशन|প্রকাশ|પ્રકાશિત|ਪ੍ਰਕਾਸ਼ਿਤ|ପ୍ରକାଶିତ|வெளியிட|ప్రచురి|ప్రచురణ|ಪ್ರಕಟ|പ്രസിദ്ധീകരി
เผยแพร่|โพสต์เมื่อ|ngày đăng|đăng lúc|xuất bản|diterbitkan|dipublikasikan|terbit
发稿时间|作成日|작성일|issued(?=\s?[:\uff1a])|released(?=\s?[:\uff1a])
release date(?=\s?[:\uff1a])
gepostet|eingestellt am|geschrieben am|dodano|objavil
发布|發布|发表|發表|公開|掲載|投稿|입력|등록|승인|게재|발행
"""
_BEFORE = (
    r"(?:(?:last|first|zuletzt|laatst|senast|sist|sidst|senest|ostatnia|poslední|utoljára"
    r"|ultim[oa]|última|dernière|son|последнее|останнє|τελευταία|terakhir|viimeksi"
    r"|data|дата|תאריך|آخر|آخرین|تاريخ|تاریخ|أخر)\s)?(?:最終|最后|最後)?"
)
_AFTER = r"(?:\s(?:on|at|date|am)(?!\w))?"


def _forms(lines: str) -> list[str]:
    return [form for line in lines.strip().splitlines() for form in _apart(line)]


def _apart(line: str) -> list[str]:
    """The forms of a line; a stroke within a group parts none."""
    return re.split(r"\|(?![^()]*\))", line)


def _pattern(modified: list[str], published: list[str]) -> re.Pattern[str]:
    return re.compile(
        f"(?P<modified>{_BEFORE}(?:{'|'.join(modified)}){_AFTER})"
        f"|(?P<published>{_BEFORE}(?:{'|'.join(published)}){_AFTER})",
        re.I,
    )


def _stem(form: str) -> str:
    """What stands in a text wherever the form does: its plain beginning."""
    found = _PLAIN_START.match(form)
    assert found is not None
    # What may be left out is no part of it.
    return found[1][:-1] if form[found.end() :].startswith("?") else found[1]


_PLAIN_START = re.compile(r"(?:\(\?<![^)]*\))?([^\\()\[\]?]+)")
_FORMS = _forms(_MODIFIED), _forms(_PUBLISHED)
_ASCII = [[form for form in forms if form.isascii()] for forms in _FORMS]
_EVERY, _PLAIN = _pattern(*_FORMS), _pattern(*_ASCII)
_ANY = AnyWord([_stem(form) for forms in _FORMS for form in forms])


# A row is asked for its label several times.
@lru_cache(maxsize=1_024)
def find_label(text: str) -> re.Match[str] | None:
    """The first such word; its group is ``modified`` or ``published``.

    >>> find_label("Son Güncelleme: 20.03.2021").lastgroup
    'modified'
    >>> find_label("Rain stops play") is None
    True
    """
    if not _ANY.is_in(text.lower()):
        return None
    return (_PLAIN if text.isascii() else _EVERY).search(text)


def all_labels(text: str) -> list[re.Match[str]]:
    """All of them, in order."""
    if not _ANY.is_in(text.lower()):
        return []
    return list((_PLAIN if text.isascii() else _EVERY).finditer(text))

"""What a time is called, in the languages whose months are read."""

# ruff: noqa: E501 - words in their own letters

from __future__ import annotations

import pytest

from newscrawl.reading import read_article
from newscrawl.text.datelabels import all_labels, find_label

HEAD = "Quay reopens after dredging, harbour board says"
PROSE = "".join(
    f"<p>The quay at pier {n} was dredged in winter and the board measured it again.</p>"
    for n in range(1, 6)
)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("UPDATED: 5 May 2025", "modified"),
        ("edited by Asha Rao", None),
        ("dateline", "published"),
        ("Update: 5. Mai 2025", "modified"),
        ("An update for the quay, 5 May 2025", None),
        ("İlk yayınlanma: 05.05.2025", "published"),
        ("ΕΝΗΜΕΡΩΣΗ: 5 Μαΐου 2025", "modified"),
        ("به‌روزرسانی: ۵ خرداد ۱۴۰۴", "modified"),
        ("5 May 2025", None),
        ("Issued: 5 May 2025", "published"),
        ("They issued 5 licences", None),
        # When a picture was taken, or a meeting held, is told so too.
        ("Datum: 5.5.2025", None),
    ],
)
def test_the_label_of_a_time(text: str, label: str | None) -> None:
    found = find_label(text)
    assert (found and found.lastgroup) == label


def test_many_labels_in_order() -> None:
    told = all_labels("Giriş Tarihi: 12.03.2021 14:05 Son Güncelleme: 20.03.2021 10:00")
    assert [one.lastgroup for one in told] == ["published", "modified"]


@pytest.mark.parametrize(
    "rows",
    [
        ("更新日：2021年3月20日", "公開日：2021年3月12日"),
        ("2021年3月12日公開 2021年3月20日更新",),
        ("수정 2021.03.20 10:00", "입력 2021.03.12 14:05"),
        ("更新时间：2021-03-20 10:00", "发布时间：2021-03-12 14:05"),
        ("Обновлено: 20 марта 2021, 10:00", "Опубликовано: 12 марта 2021, 14:05"),
        ("Оновлено: 20 березня 2021, 10:00", "12 березня 2021, 14:05"),
        ("Güncelleme: 20 Mart 2021 - 10:00", "Yayınlanma: 12 Mart 2021 - 14:05"),
        ("آخر تحديث: السبت 20 مارس 2021", "نشر في: الجمعة 12 مارس 2021"),
        ("به‌روزرسانی: ۳۰ اسفند ۱۳۹۹", "انتشار: ۲۲ اسفند ۱۳۹۹ - ۱۴:۰۵"),
        ("ปรับปรุง: 20 มี.ค. 2564 10:00", "เผยแพร่: 12 มี.ค. 2564 14:05"),
        ("Cập nhật: 20/03/2021 10:00", "Đăng lúc: 12/03/2021 14:05"),
        ("Diperbarui: 20 Maret 2021, 10:00 WIB", "Diterbitkan 12 Maret 2021"),
        ("Ενημέρωση: 20 Μαρτίου 2021", "Δημοσίευση: 12 Μαρτίου 2021, 14:05"),
        ("Frissítve: 2021. március 20. 10:00", "Megjelent: 2021. március 12."),
        ("Päivitetty 20.3.2021 klo 10.00", "Julkaistu 12.3.2021 klo 14.05"),
        ("Uppdaterad 2021-03-20 10:00", "Publicerad 2021-03-12 14:05"),
        ("Oppdatert 20. mars 2021 kl. 10:00", "Publisert 12. mars 2021 kl. 14:05"),
        ("Opdateret 20. marts 2021", "Offentliggjort 12. marts 2021"),
        ("Bijgewerkt: 20 maart 2021 10:00", "Gepubliceerd: 12 maart 2021 14:05"),
        ("12 maart 2021 14:05 &bull; Laatste update: 20 maart 2021",),
        ("Aktualizacja: 20.03.2021 10:00", "Publikacja: 12.03.2021 14:05"),
        ("Aktualizováno 20. března 2021", "Publikováno 12. března 2021 14:05"),
        ("Actualizat: 20 martie 2021", "Publicat: 12 martie 2021"),
        ("Última actualización: 20 de marzo de 2021", "12 de marzo de 2021"),
        ("Ultimo aggiornamento: 20 marzo 2021", "12 marzo 2021"),
        ("Publié le 12 mars 2021 à 14h05, modifié le 20 mars 2021 à 10h00",),
        ("עודכן: 20.03.2021 10:00", "פורסם: 12.03.2021 14:05"),
        ("புதுப்பிக்கப்பட்டது: 20 மார்ச் 2021", "வெளியிடப்பட்டது: 12 மார்ச் 2021"),
        ("اپ ڈیٹ: 20 مارچ 2021", "شائع: 12 مارچ 2021"),
        ("अपडेटेड: 20 मार्च 2021 10:00 AM", "प्रकाशित: 12 मार्च 2021 02:05 PM"),
    ],
)
def test_a_change_shown_first_is_not_the_day_of_publication(
    rows: tuple[str, ...],
) -> None:
    shown = "".join(f"<div>{row}</div>" for row in rows)
    page = f"<title>{HEAD}</title><div><h1>{HEAD}</h1>{shown}<div>{PROSE}</div></div>"
    article = read_article(page, "https://x.test/n/quay-reopens")
    assert (article.date_published or "")[:10] == "2021-03-12"
    assert (article.date_modified or "")[:10] == "2021-03-20"


def test_a_long_date_is_a_row() -> None:
    page = (
        f"<title>{HEAD}</title><div><h1>{HEAD}</h1>"
        f"<div>Puerto, 22 de septiembre de 2020</div><div>{PROSE}</div></div>"
    )
    article = read_article(page, "https://x.test/n/quay-reopens")
    assert article.date_published == "2020-09-22"

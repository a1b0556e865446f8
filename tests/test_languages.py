"""Telling languages apart, and words as terms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pincite import languages

PAGES = {
    "en": "The tenant shall pay the rent on the first day of each month, and the landlord may charge a fee for late payment.",
    "de": "Der Mieter hat die Miete bis zum dritten Werktag zu zahlen. Die Kündigung ist nur zum Ende eines Monats möglich und "
    "bedarf der Schriftform, auch für die Wohnung mit Garage, die nicht zu der Anlage gehört.",
    "fr": "Le locataire est tenu de payer le loyer le premier jour du mois. Les charges sont payées avec le loyer dans une "
    "seule échéance, et le bailleur peut demander des intérêts pour tout retard.",
    "es": "El arrendatario deberá pagar la renta el primer día del mes. Los gastos de la comunidad se pagan con la renta, y el "
    "arrendador podrá pedir intereses por los retrasos en el pago.",
    "it": "Il conduttore deve pagare il canone di locazione entro il primo giorno del mese. Le spese sono a carico della parte "
    "che non ha dato la disdetta, con gli interessi di mora per il ritardo nel pagamento delle rate.",
    "pt": "O inquilino deve pagar a renda no primeiro dia do mês. As despesas do condomínio são pagas com a renda, e os juros "
    "de mora não são devidos para um atraso que foi causado pelo banco ou pela falta dos dados da conta.",
    "nl": "De huurder moet de huur op de eerste dag van de maand betalen. Het opzeggen van de overeenkomst is niet mogelijk "
    "voor het einde van een jaar, en wordt door de verhuurder ook aan de buren meegedeeld.",
    "sv": "Hyresgästen ska betala hyran den första dagen i månaden. Det är inte tillåtet att hyra ut lägenheten till en annan "
    "person, och avtalet kan sägas upp med tre månader från den dag som har avtalats.",
    "pl": "Najemca jest zobowiązany do zapłaty czynszu, który nie może być wyższy od kwoty w umowie oraz jest płatny przez "
    "najemcę do dziesiątego dnia miesiąca, lub po terminie, jak to było ustalone, za zgodą stron.",
    "ru": "Арендатор обязан вносить плату до пятого числа, и не может сдавать квартиру в субаренду без согласия, если это не "
    "указано в договоре или для этого не было согласия от собственника по почте.",
    "zh": "承租人应于每月一日支付租金。合同终止后，出租人应在三十日内退还押金（Deposit），并扣除2,000元维修费用。",
    "ja": "賃借人は、毎月一日に賃料を支払うものとする。契約が終了したときは、賃貸人は敷金を返還しなければならない。",
    "ko": "임차인은 매월 1일에 임대료를 지급하여야 한다. 계약이 종료되면 임대인은 보증금을 반환하여야 한다.",
}


@pytest.mark.parametrize("code", PAGES)
def test_a_page_shows_its_language(code: str) -> None:
    assert languages.detect([PAGES[code]]) == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2,000 4.2 17",
        "Rent due",
        "Der Spiegel, Die Zeit, Le Monde, El País",
        "De La Cruz v. De Los Santos, 347 U.S. 483",
        "Mieter, Vermieter und Miete",
        f"{PAGES['en']} {PAGES['de']}",
        f"{PAGES['en']} {PAGES['zh'][:12]}",
        "In vitro, the ratio was 0.5 (95% CI 0.3 to 0.8), as in Müller et al. and in Le Roux et al.; see El Niño.",
    ],
)
def test_short_and_mixed_texts_are_english(text: str) -> None:
    assert languages.detect([text]) == "en"


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "terminates", "TERMINATED"),
        ("de", "Kündigung", "Kündigungen"),
        ("de", "Größe", "GRÖSSE"),
        ("fr", "résiliation", "résiliations"),
        ("es", "arrendamiento", "arrendamientos"),
        ("ru", "договора", "договоре"),
        ("en", "café", "cafe\u0301"),
        ("en", "ﬁle", "file"),
        ("zh", "合同\n终止", "合同终止"),
        ("zh", "Agreements", "agreement"),
    ],
)
def test_forms_of_a_word_are_one_term(language: str, one: str, other: str) -> None:
    assert languages.phrase(one, language) == languages.phrase(other, language) != ""


def test_terms_of_other_languages_do_not_meet_english_ones() -> None:
    assert languages.terms("Listen", "de") != languages.terms("list", "en")
    assert languages.terms("2020 INV-7a", "de").split() == ["2020", "de:inv", "7a", "inv.7a"]


def test_codes_and_characters_stand_after_the_words() -> None:
    assert languages.terms("Under § 4.2 of INV-77341", "en") == "under 4 2 of inv 77341 4.2 inv.77341"
    assert languages.terms("第4条终止", "zh") == "第 4 条终 终止 条 终 止"


@pytest.mark.parametrize(
    ("text", "code"),
    [("INV–77341", "inv.77341"), ("(7.3(b)),", "7.3.b"), ("b.i.d.", "b.i.d"), ("e-mail", ""), ("2020", ""), ("1." * 40, "")],
)
def test_code_is_one_term(text: str, code: str) -> None:
    assert languages.code(text) == code


@given(st.text(), st.sampled_from([*PAGES, "xx"]))
def test_terms_begin_with_the_phrase_and_come_from_any_text(text: str, language: str) -> None:
    terms, phrase = languages.terms(text, language).split(), languages.phrase(text, language).split()
    assert terms[: len(phrase)] == phrase
    assert languages.detect([text]) == languages.detect([text])
    assert phrase or not any(True for _ in languages.runs(text))


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    folded = languages.fold(text)
    assert languages.fold(folded) == folded

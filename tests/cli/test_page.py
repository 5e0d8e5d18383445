"""The web page of papers: nothing of a paper is obeyed, nothing is fetched, each value leads to its box and back."""

import re
from pathlib import Path

import pytest

from redress.cli.main import run
from redress.cli.page import as_page, looked_at
from redress.model.fact import Fact
from redress.model.finding import Finding
from redress.model.invoice import Invoice, LineItem, Party
from redress.model.reading import Source, SourceReading
from redress.model.signal import signal
from redress.model.view import View

EVIL = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
BOX = (0, 0.1, 0.2, 0.3, 0.22)
VIEW = View(number=0, media="image/png", wide=600, high=800, picture="iVBORw0KGgo=")
SAMPLES = Path(__file__).parents[2] / "src" / "redress" / "samples"


def reading(words: str, name: str = "evidence/a.pdf") -> SourceReading:
    """An invoice that says *words* wherever it can."""
    fact = Fact(value=words, box=BOX)
    paper = Invoice(
        doc_type=Fact(value="invoice", box=BOX), invoice_number=fact, invoice_date=fact, supplier=Party(name=fact, phone=fact),
        buyer=Party(name=fact, address=fact), payment_terms=fact, signals=(signal("file/x", words), signal("page/y", words, BOX)),
        line_items=(LineItem(description=fact, quantity=Fact(value=2.0), unit=words, product_codes=(words,)),),
    )  # fmt: skip
    return SourceReading(source=Source(name=name, sha256="0", size=1), reading=paper)


def page(words: str, name: str = "evidence/a.pdf") -> str:
    """The page of such an invoice."""
    return as_page(looked_at(reading(words, name), {}), {name: (VIEW,)})


@pytest.mark.parametrize(
    "evil", [EVIL, "{{ 7 * 7 }}", "</style><script>x</script>", "javascript:alert(1)", "' onclick='x"]
)
def test_what_a_paper_says_is_never_markup(evil: str) -> None:
    made = page(evil, f"evidence/{evil}.pdf")
    assert "<script" not in made
    assert "<img src=x" not in made
    assert not re.search(r"\son\w+=[\"']", made)
    assert not re.search(r"href=\"(?!#|data:image/)", made)
    assert "49" not in made or "{{ 7" not in evil


def test_the_page_asks_nothing_of_the_network() -> None:
    made = page("A-1")
    assert not re.search(r"(?:src|href)=\"(?!#|data:image/)", made)
    assert "default-src 'none'" in made
    assert "url(" not in made


def test_each_box_leads_to_its_line_and_back() -> None:
    made = page("A-1")
    ids = set(re.findall(r'id="([^"]+)"', made))
    aims = re.findall(r'href="#([^"]+)"', made)
    assert aims
    assert set(aims) <= ids
    assert len(re.findall(r'id="', made)) == len(ids)
    assert all(re.search(rf'id="{a}"', made) for a in aims)
    assert len(re.findall(r'class="box [^>]*aria-label="[^"]+', made)) == made.count('class="box ')


def test_control_characters_and_turned_text_do_not_get_through() -> None:
    assert not re.search("[\x00-\x08\x1b\u202e]", page("A\x00\x1b[31m\u202e1"))


def test_a_paper_without_pictures_is_told_all_the_same() -> None:
    made = as_page(looked_at(reading("A-1"), {}), {})
    assert "cannot be shown here" in made
    assert "A-1" in made
    assert 'class="box' not in made


def test_findings_of_the_rules_stand_with_the_signals() -> None:
    found = Finding(
        id="f1", rule="signals/no_payment_terms", subject="evidence/a.pdf", level="should", outcome="unmet",
        says="An investigator may ask about this: it does not say when to pay.", remedy=None, premises=(), term=None,
    )  # fmt: skip
    made = as_page(looked_at(reading("A-1"), {"evidence/a.pdf": (found,)}), {})
    assert "it does not say when to pay" in made


def test_the_command_writes_the_page(tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    source = SAMPLES / "first-submission" / "evidence" / "invoice-1.pdf"
    assert run(["read", str(source), "--html", str(target)]) == 0
    made = target.read_text(encoding="utf-8")
    assert 'href="data:image/png;base64,' in made
    assert "KRT-0615" in made
    assert made.count('class="box ') > 8
    assert run(["read", str(source), "--html", str(tmp_path / "no" / "where.html")]) == 2
